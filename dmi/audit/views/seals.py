"""Seals: what stands, whether it holds, what of it lies outside; and what the weeks came to."""

from datetime import timedelta

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from dmi.audit import digest, services, trail
from dmi.audit.doors import permitted
from dmi.audit.filters import midnight
from dmi.audit.models import AuditSeal, SecurityMail, Verification
from dmi.audit.told import receivers
from dmi.audit.views.paging import page_of
from dmi.forms import ActionForm

DAYS = 14
WEEKS = 8


@require_GET
@permitted("audit.view_seals")
def view_seals(request):
    trail.enter(request.user, "audit.view_seals", trail.Outcome.READ)
    seals, before = page_of(AuditSeal.objects.all(), request.GET.get("before", ""))
    checks = Verification.objects.visible_to(request.user)
    shown = {
        "seals": seals, "before": before, "is_first": "before" not in request.GET, "check": checks.first(),
        "checks": checks[:DAYS], "mails": SecurityMail.objects.visible_to(request.user)[:DAYS],
        "receivers": receivers(),
    }  # fmt: skip
    return render(request, "audit/view_seals.html", shown)


@permitted("audit.ask_verification")
@require_POST
def ask_verification(request):
    form = ActionForm(request.POST)
    if form.submit(services.ask_verification, by=request.user, at=timezone.now()):
        messages.success(request, "Every line is being hashed again under its seals. Come back in a minute.")
    for refusal in form.non_field_errors():
        messages.error(request, refusal)
    return redirect("audit:view_seals")


@require_GET
@permitted("audit.view_digest")
def view_digest(request):
    """A week by badge: this one so far, or so many weeks ago."""
    trail.enter(request.user, "audit.view_digest", trail.Outcome.READ)
    said = request.GET.get("ago", "")
    ago = min(int(said), WEEKS) if said.isdecimal() and len(said) < 3 else 0
    today = timezone.localdate()
    monday = today - timedelta(days=today.weekday(), weeks=ago)
    counted = digest.of_days(midnight(monday), midnight(monday + timedelta(days=7)), timezone.get_current_timezone())
    officers = digest.by_officer(counted)
    shown = {
        "counted": counted,
        "officers": officers,
        "monday": monday,
        "sunday": monday + timedelta(days=6),
        "ago": ago,
    }
    shown |= {"earlier": ago + 1 if ago < WEEKS else None, "later": ago - 1}
    return render(request, "audit/view_digest.html", shown)
