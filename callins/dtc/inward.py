"""What treatment court reads of the police side: by ids, and out comes plain data, never a row.

Nothing flows back. Whoever read a row of ours from over there would learn that somebody is in treatment, and so he
would from a row of theirs that we changed, locked or marked (42 CFR 2.12, 2.13). So this is the one module that opens
tables of the police side; it writes nothing, and no row that it finds is handed on to a service or a trail.
The connection's role is dmi_treatment, a member of dmi_police: what it needs for reading it has.
"""

from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.utils.timezone import localdate

from callins.models import CheckIn, CheckInSchedule, Rearrest
from dealers.models import Dealer

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


def arrests_of(dealer_ids):
    """Of each of these ids the days of arrest after a call-in, the earliest first; whoever has none is left out."""
    asked_by = same_person(dealer_ids)
    days: dict = {}
    rows = Rearrest.objects.filter(invitation__dealer__in=asked_by).order_by("arrested_on")
    for record, on in rows.values_list("invitation__dealer", "arrested_on"):
        for asked in asked_by[record]:
            days.setdefault(asked, []).append(on)
    return days
