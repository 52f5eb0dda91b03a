"""What treatment court reads of the police side: by ids, and out comes plain data, never a row.

Nothing flows back. Whoever read a row of ours from over there would learn that somebody is in treatment, and so he
would from a row of theirs that we changed, locked or marked (42 CFR 2.12, 2.13). So this is the one module that opens
tables of the police side; it writes nothing, and no row that it finds is handed on to a service or a trail.
The connection's role is dmi_treatment, a member of dmi_police: what it needs for reading it has.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils.timezone import localdate

from callins.dtc.models import Enrolment
from callins.models import CheckIn, CheckInSchedule, Invitation, Offer, OfferCondition, Rearrest, ReservedService
from dealers.models import Dealer, Phone

# Records that were merged are one person: from each id asked for up to the record that stands for it now, and from
# there down to all that went up in it, for a merge leaves behind what the other record had already.
SAME_PERSON = f"""
WITH RECURSIVE
  up (asked, id) AS (
    SELECT id, id FROM {Dealer._meta.db_table} WHERE id = ANY(%s)
    UNION
    SELECT up.asked, each.merged_into_id FROM up JOIN {Dealer._meta.db_table} each USING (id)
    WHERE each.merged_into_id IS NOT NULL
  ),
  same (asked, id) AS (
    TABLE up
    UNION
    SELECT same.asked, each.id FROM same JOIN {Dealer._meta.db_table} each ON each.merged_into_id = same.id
  )
SELECT id, asked FROM same
"""  # noqa: S608  # our own table's name


def same_person(dealer_ids):
    """For every record of these persons the ids among those asked for; a record that was purged is nobody's."""
    with connection.cursor() as cursor:
        cursor.execute(SAME_PERSON, [[each for each in dealer_ids if each]])
        asked_by: dict = {}
        for record, asked in cursor.fetchall():
            asked_by.setdefault(record, []).append(asked)
    return asked_by


@dataclass(frozen=True)
class AcceptedOffer:
    """Treatment, offered at a call-in to somebody who came, and accepted: why the team may open a file."""

    id: UUID
    dealer_id: UUID
    last_name: str
    first_name: str
    date_of_birth: date | None
    phone: str
    docket: str  # of the prosecution that the offer is about
    charges: str
    called_in_on: date
    is_enrolled_on: bool

    @property
    def name(self):
        return f"{self.first_name} {self.last_name}".strip()


def accepted_offers():
    """Of every call-in that was held, the latest evening first. Three questions to the database."""
    return [told(offer) for offer in accepted()]


def accepted_offer(offer_id):
    """The one of that id; None where it is not accepted, not of treatment, or of somebody who did not come."""
    return next((told(offer) for offer in accepted().filter(pk=offer_id)), None)


def accepted():
    sends_here = OfferCondition.objects.filter(offer=OuterRef("pk"), kind=OfferCondition.Kind.TREATMENT_COURT)
    enrolled = Enrolment.objects.filter(offer=OuterRef("pk"))
    of_treatment = Q(services__contains=[ReservedService.Service.TREATMENT]) | Exists(sends_here)
    in_use = Phone.objects.current()
    came = Invitation.objects.standing().attended().exclude(call_in__held_at=None)
    offers = Offer.objects.filter(of_treatment, state=Offer.State.ACCEPTED, invitation__in=came)
    return (
        offers.annotate(is_enrolled_on=Exists(enrolled))
        .select_related("invitation__dealer", "invitation__call_in", "invitation__prosecution")
        .prefetch_related("invitation__prosecution__charges", Prefetch("invitation__dealer__phones", in_use, "in_use"))
        .order_by("-invitation__call_in__starts_at", "invitation__dealer__last_name")
    )


def told(offer):
    invitation = offer.invitation
    dealer, prosecution = invitation.dealer, invitation.prosecution
    charges = [str(charge) for charge in prosecution.charges.all()] if prosecution else []
    return AcceptedOffer(
        offer.pk, dealer.pk, dealer.last_name or dealer.known_as, dealer.first_name, dealer.date_of_birth,
        next(map(str, dealer.in_use), ""),
        prosecution.docket if prosecution else "", ", ".join(charges) or offer.pending_count,
        localdate(invitation.call_in.starts_at), offer.is_enrolled_on,
    )  # fmt: skip


def offers_of(participant):
    """What this person accepted and nobody was enrolled on, the latest first."""
    records = same_person([participant.dealer_id])
    perhaps = Q(invitation__dealer__in=list(records)) | Q(invitation__dealer__date_of_birth=participant.born_on)
    offers = [told(offer) for offer in accepted().filter(perhaps, is_enrolled_on=False)]
    return [offer for offer in offers if offer.dealer_id in records or is_alike(offer, participant)]


def is_made_to(offer, participant):
    """By the police side's record, or by name and birth date: a file that was opened by hand names no record."""
    return offer.dealer_id in same_person([participant.dealer_id]) or is_alike(offer, participant)


def is_alike(offer, participant):
    return key_of(offer.last_name, offer.first_name, offer.date_of_birth) == key_of(
        participant.last_name, participant.first_name, participant.born_on
    )


def key_of(last_name, first_name, born_on):
    """What two records of one person have in common."""
    return last_name.casefold(), first_name.casefold(), born_on


@dataclass(frozen=True)
class CheckInSeen:
    """A visit of the police, as far as the team is concerned: what was found in somebody's home stays with them."""

    on: date
    is_met: bool
    wellbeing: str  # in words; empty where nobody answered
    officer: str


def check_ins_of(participant, since):
    """The visits from that day on, the newest first. Two questions to the database, none without a dealer's id."""
    if participant.dealer_id is None:
        return []
    visits = CheckIn.objects.filter(schedule__dealer__in=same_person([participant.dealer_id]), at__date__gte=since)
    return [
        CheckInSeen(localdate(each.at), each.is_met, each.get_wellbeing_display(), each.by.name_with_rank)
        for each in visits.with_people()
    ]


def times_a_week(participant):
    """How often the police visit somebody now; None where no check-ins are scheduled."""
    if participant.dealer_id is None:
        return None
    schedules = CheckInSchedule.objects.standing().filter(dealer__in=same_person([participant.dealer_id]))
    return schedules.values_list("times_a_week", flat=True).order_by("-from_on").first()


def liaison_of(participant):
    """The name of whoever visits somebody now; empty where no check-ins are scheduled."""
    if participant.dealer_id is None:
        return ""
    schedules = CheckInSchedule.objects.standing().filter(dealer__in=same_person([participant.dealer_id]))
    schedule = schedules.select_related("liaison").order_by("-from_on").first()
    return schedule.liaison.name_with_rank if schedule else ""


def counsel_of(enrolment):
    """The name of counsel, as the call-in knew it; empty where none is known, or the court sent somebody."""
    named = Offer.objects.filter(pk=enrolment.offer_id).values_list("invitation__counsel_name", flat=True)
    return named.first() or ""


def arrests_of(dealer_ids):
    """Of each of these ids the days of arrest after a call-in, the earliest first; whoever has none is left out."""
    asked_by = same_person(dealer_ids)
    days: dict = {}
    rows = Rearrest.objects.filter(invitation__dealer__in=asked_by).order_by("arrested_on")
    for record, on in rows.values_list("invitation__dealer", "arrested_on"):
        for asked in asked_by[record]:
            days.setdefault(asked, []).append(on)
    return days
