"""The follow-up of people called in, as it is seen at a glance: a cell for each contact, help, word, arrests."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils.timezone import localdate

from callins import rules
from callins.models import FollowUp, Invitation
from callins.models.afterwards import followed
from callins.models.follow_up import evening_of

COLUMNS = {
    FollowUp.Kind.VISIT: "Same day",
    FollowUp.Kind.FIRST: "72 hours",
    FollowUp.Kind.MONTH: "30 days",
    FollowUp.Kind.QUARTER: "90 days",
    FollowUp.Kind.HALF_YEAR: "180 days",
    FollowUp.Kind.YEAR: "One year",
}


@dataclass(frozen=True)
class Cell:
    """One contact: its column's heading, and done, missed, overdue, today or ahead; empty where none is owed."""

    label: str
    follow_up: FollowUp | None
    standing: str
    on: date | None  # when it was done, or is due
    days_late: int
    may_be_logged: bool  # it is open, and its time has come
    is_later: bool = False  # neither done nor due, and not the next one


@dataclass(frozen=True)
class Row:
    """One person, with all that came after the evening; `followed` fetched it."""

    invitation: Invitation
    cells: list[Cell]

    @property
    def contacts(self):
        return [cell for cell in self.cells if cell.follow_up]

    @property
    def is_overdue(self):
        return any(cell.standing == "overdue" for cell in self.cells)

    @property
    def asked(self):
        return list(self.invitation.service_requests.all())

    @property
    def delivered(self):
        return [request for request in self.asked if request.delivered_on]

    @property
    def days_to_first(self):
        """Days from the evening until the first help came; None while none has."""
        first = min((request.delivered_on for request in self.delivered), default=None)
        return rules.days_between(evening_of(self.invitation.call_in), first)

    @property
    def words(self):
        return list(self.invitation.words.all())

    @property
    def word(self):
        """The last one found."""
        return next(iter(self.words), None)

    @property
    def rearrests(self):
        return list(self.invitation.rearrests.all())

    @property
    def offer(self):
        return getattr(self.invitation, "offer", None)

    @property
    def may_end_offer(self):
        offer = self.offer
        return (
            offer is not None
            and offer.state == offer.State.ACCEPTED
            and self.invitation.call_in.form == self.invitation.call_in.Form.PLEA
        )


def board_of(call_in, officer, today):
    """A row for everybody invited whom this officer may see, in a fixed number of queries."""
    people = followed(Invitation.objects.visible_to(officer).of(call_in).standing().with_people())
    return [row_of(invitation, today) for invitation in people]


def row_of_one(invitation, today):
    """The same for one person, whom the officer has found already."""
    return row_of(followed(Invitation.objects.with_people()).get(pk=invitation.pk), today)


def row_of(invitation, today):
    planned = {contact.kind: contact for contact in invitation.follow_ups.all()}
    cells = [cell_of(label, planned.get(kind), today) for kind, label in COLUMNS.items()]
    ahead = [cell for cell in cells if cell.standing == "ahead"]
    return Row(invitation, [replace(cell, is_later=cell in ahead[1:]) for cell in cells])


def cell_of(label, follow_up, today):
    if follow_up is None:
        return Cell(label, None, "", None, 0, False)
    if not follow_up.is_open:
        return Cell(label, follow_up, follow_up.standing(today), localdate(follow_up.done_at), 0, False)
    late, its_time = max(0, (today - follow_up.due_on).days), follow_up.counts_from <= today
    return Cell(label, follow_up, follow_up.standing(today), follow_up.due_on, late, its_time)
