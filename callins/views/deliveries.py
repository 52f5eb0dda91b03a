"""Letters at the door: on a phone, one hand free."""

from django.shortcuts import render, resolve_url
from django.utils import timezone
from django.views.decorators.http import require_GET

from callins import services
from callins.forms import letters as forms
from callins.letters import doors
from callins.models import Letter
from callins.views.acting import act
from dmi.audit import trail
from dmi.audit.doors import permitted


@require_GET
@permitted("callins.view_deliveries")
def view_deliveries(request):
    """Every letter that is still to be handed over, the doors of one's own street first."""
    trail.enter(request.user, "callins.view_deliveries", trail.Outcome.READ)
    near = request.GET.get("near", "")[:120]
    return render(
        request, "callins/view_deliveries.html", {"deliveries": doors.deliveries(request.user, near), "near": near}
    )


@permitted("callins.log_service_attempt")
def log_service_attempt(request, letter_id):
    letter = trail.find(Letter.objects.with_people().with_attempts().with_addresses(), by=request.user, pk=letter_id)
    form = forms.LogServiceAttemptForm(request.POST or None, officer=request.user, initial=at_home(letter, request.GET))
    back = resolve_url("callins:view_deliveries")
    return act(
        request, form, services.log_service_attempt, done=f"{letter.dealer}: on record.", back=back,
        shown={"letter": letter, "back": back}, letter=letter, at=timezone.now(),
    )  # fmt: skip


def at_home(letter, asked):
    """What is likely, so that a thumb has little to do."""
    places = getattr(letter.dealer, "places", ())
    return {
        "outcome": asked.get("outcome", ""),
        "place": str(places[0])[:120] if places else "",
        "to_whom": str(letter.dealer)[:80] if asked.get("outcome") == "delivered" else "",
    }
