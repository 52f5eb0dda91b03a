"""What the pages of the plan have in common: find the record, act on it, go back to the call-in."""

from django.contrib import messages
from django.shortcuts import redirect, render

from callins.models import CallIn
from dmi.audit import trail
from dmi.forms import ActionForm


def found(request, call_in_id):
    """The call-in of an act. Only sending the form is a line on the trail: the form shows what the plan shows."""
    return trail.find(CallIn.objects.with_people(), by=request.user, pk=call_in_id)


def act(request, form, service, /, *, done, back, shown, **given):
    """Done, back to where it came from; refused, the form again with what was typed. The page is called as its verb."""
    if request.method == "POST" and form.submit(service, by=request.user, **given):
        messages.success(request, done)
        return redirect(back)
    return render(request, f"callins/{request.resolver_match.url_name}.html", {"form": form, **shown})


def tap(request, service, /, *, done, back, form=ActionForm, **given):
    """One tap, nothing to type: refused, the page says why."""
    filled = form(request.POST, officer=request.user)
    if filled.submit(service, by=request.user, **given):
        messages.success(request, done)
    for refusals in filled.errors.values():
        for refusal in refusals:
            messages.error(request, refusal)
    return redirect(back)
