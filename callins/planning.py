"""How far a call-in is planned, from what is on record: its checklist, its minutes, its places taken and free."""

from collections import Counter
from dataclasses import dataclass

from django.urls import reverse

from callins import invitees, readiness
from callins.models import FollowUp, InfluentialContact, Invitation, ReservedService, ServiceAttempt, ServiceRequest
from dealers.cases.models import Prosecution
from dealers.models import Dealer
from markets.capacity import readiness_of

SETTLED = (Invitation.CounselAnswer.AGREES, Invitation.CounselAnswer.WAIVED)
SEALED = "A sealed record"
PAGES = {
    "invitations": "callins:view_invitations",
    "letters": "callins:view_letters",
    "follow_ups": "callins:view_follow_ups",
    "plan": "callins:change_call_in",
}


def checklist(call_in, on):
    """Every line of it as things stand on this day; nothing is ticked by hand."""
    return readiness.points(plan_of(call_in, on))


def plan_of(call_in, on):
    is_plea = call_in.form == call_in.Form.PLEA
    places: Counter[str] = Counter()
    for service, booked in call_in.services.values_list("service", "places"):
        places[service] += booked
    promises = readiness.promises_treatment(is_plea, places)
    return readiness.Plan(
        is_plea=is_plea, prongs=set(call_in.speakers.exclude(name="").values_list("prong", flat=True)),
        places=dict(places), safety_plan=call_in.safety_plan, invited=invited_to(call_in),
        treatment=why_treatment_lacks(call_in.market, on) if promises else None,
    )  # fmt: skip


def why_treatment_lacks(market, on):
    found = readiness_of(market, on)
    return "" if found.is_ready else f"{found.sentence} {found.what_to_do}"


def invited_to(call_in):
    """Everybody whose invitation stands. Asked only for a call-in that the officer may see."""
    standing = list(Invitation.objects.of(call_in).standing().select_related("dealer", "case", "prosecution"))
    unpromised, in_custody = invitees.unpromised(call_in), invitees.in_custody(call_in)
    charged, spoken, served = charged_of(standing), spoken_for(standing), served_of(standing)
    sealed = sealed_of(standing)
    return [
        readiness.Invited(
            name=SEALED if row.dealer_id in sealed else str(row.dealer),
            has_case=has_case(row, invitees.carrying(call_in)),
            is_charged=row.dealer_id in charged, counsel_is_settled=row.counsel_answer in SETTLED,
            has_open_warrant=row.dealer_id in unpromised, is_in_custody=row.dealer_id in in_custody,
            is_influential_contacted=row.pk in spoken, is_letter_delivered=row.pk in served,
            has_follow_up_owner=row.follow_up_owner_id is not None,
        )
        for row in standing
    ]  # fmt: skip


def has_case(invitation, carrying):
    """What the invitation rests on still carries it: a case let go, or a prosecution that ended, threatens nobody."""
    case, prosecution = invitation.case, invitation.prosecution
    return bool((case and case.state in carrying) or (prosecution and prosecution.is_open))


def charged_of(standing):
    """Keys of those who are before a court: they are not spoken to past counsel."""
    before_court = Prosecution.objects.about([row.dealer_id for row in standing]).open().filter(charges__isnull=False)
    return set(before_court.order_by().values_list("dealer", flat=True))


def sealed_of(standing):
    """Keys of those whom no list of the gaps names, whoever looks."""
    people = [row.dealer_id for row in standing]
    return set(Dealer.objects.filter(pk__in=people).sealed().values_list("pk", flat=True))


def spoken_for(standing):
    return set(InfluentialContact.objects.filter(invitation__in=standing).values_list("invitation", flat=True))


def served_of(standing):
    delivered = ServiceAttempt.objects.delivered().filter(letter__invitation__in=standing)
    return set(delivered.values_list("letter__invitation", flat=True))


def way_to(point, call_in):
    """The page or the place on the page where a line is worked off."""
    if point.room == "health":
        return reverse("markets:view_health", args=[call_in.market_id])
    name = PAGES.get(point.room)
    return reverse(name, args=[call_in.pk]) if name else f"#{point.room}"


# Places


@dataclass(frozen=True)
class Reserved:
    """A service as reserved for a call-in, and how many of its places somebody asked for."""

    service: ReservedService
    taken: int

    @property
    def free(self):
        return max(self.service.places - self.taken, 0)


def reserved_for(call_in):
    """The services of a call-in with places taken and free. Help of another provider takes no place here."""
    services = list(call_in.services.all())
    kinds = Counter(row.service for row in services)
    asked = Counter(
        ServiceRequest.objects.filter(invitation__call_in=call_in).values_list("service", "provider")
    )  # fmt: skip
    return [Reserved(row, taken_of(row, kinds, asked)) for row in services]


def taken_of(row, kinds, asked):
    """Whoever asked and named no provider takes a place of the only one there is."""
    unnamed = asked[row.service, ""] if kinds[row.service] == 1 else 0
    return asked[row.service, row.provider] + unnamed


def taken_places(service):
    """The same for one of them, as its own verbs ask before they change it."""
    return next(each.taken for each in reserved_for(service.call_in) if each.service == service)


# Before it is closed


def left_open(call_in):
    """Who was invited and would be forgotten: no outcome, nobody who stays in touch, or no first contact planned."""
    planned = set(
        FollowUp.objects.filter(invitation__call_in=call_in, kind=FollowUp.Kind.FIRST)
        .values_list("invitation_id", flat=True)
    )  # fmt: skip
    rows = list(Invitation.objects.of(call_in).standing().select_related("dealer", "follow_up_owner"))
    sealed = sealed_of(rows)
    found = ((SEALED if row.dealer_id in sealed else row.dealer, why_open(row, planned)) for row in rows)
    return [(dealer, why) for dealer, why in found if why]


def why_open(invitation, planned):
    lacking = [
        "whether the person came" if invitation.outcome == Invitation.Outcome.PENDING else "",
        "" if has_owner(invitation) else "who stays in touch",
        "" if invitation.pk in planned else "the day of the first contact",
    ]
    return readiness.listed([words for words in lacking if words]) if any(lacking) else ""


def has_owner(invitation):
    """An owner who does not sign in any more stays in touch with nobody."""
    return invitation.follow_up_owner is not None and invitation.follow_up_owner.is_active
