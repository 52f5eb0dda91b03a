"""The second factor of somebody else. One's own is set up on allauth's pages (dmi.accounts.factors)."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone

from dmi.accounts import services
from dmi.accounts.models import User
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm


@permitted("accounts.reset_second_factor")
def reset_second_factor(request, officer_id):
    officer = trail.find(User.objects.all(), by=request.user, pk=officer_id)
    form = ActionForm(request.POST if request.method == "POST" else None)
    facts = {"by": request.user, "officer": officer, "at": timezone.now()}
    if request.method == "POST" and form.submit(services.reset_second_factor, **facts):
        messages.success(request, f"{officer} sets up a new second factor at the next sign-in.")
        return redirect("accounts:view_officers")
    return render(request, "accounts/reset_second_factor.html", {"form": form, "account": officer})
