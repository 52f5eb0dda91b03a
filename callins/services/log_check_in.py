from callins.models import CheckIn, ReservedService
from callins.services.visiting import AGAIN, builds_the_case, check_moment
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken

Basis = CheckIn.Basis
KEPT = "The visit is saved, the inspection is not."


@on_the_record
def log_check_in(
    *, by, schedule, wellbeing, place="", support=(), support_said="", basis="", basis_said="", present="", findings="",
    visited_at=None, at,
):  # fmt: skip
    """Somebody was met: how he is, what support was offered; and what was inspected, on which basis.

    An inspection without a basis is refused and its findings are not kept, the visit is; `inspection_refused` of what
    is returned says so. `visited_at` is for a visit entered later. Refused: a time to come or outside the schedule,
    an officer who builds this person's case, the same visit sent twice.
    """
    hold(schedule)
    visited_at = visited_at or at
    check_moment(schedule, visited_at, at)
    if builds_the_case(by, schedule.dealer):
        raise RuleBroken("You answer for the case or the record of this person; somebody else makes the check-in.")
    check_first_time(by, schedule, visited_at)
    refused = why_no_inspection(schedule, basis, basis_said) if basis or basis_said or present or findings else ""
    check_in = CheckIn.objects.create(
        schedule=schedule, is_met=True, place=place or schedule.where, wellbeing=wellbeing,
        support_offered="; ".join([*map(service_called, support), *filter(None, [support_said])]), by=by, at=visited_at,
        **({} if refused or not basis else inspection(schedule, basis, basis_said, present, findings)),
    )  # fmt: skip
    check_in.inspection_refused = refused
    return check_in


def check_first_time(by, schedule, visited_at):
    own = CheckIn.objects.of(schedule).made().by_officer(by)
    if own.filter(at__range=(visited_at - AGAIN, visited_at + AGAIN)).exists():
        raise RuleBroken("You entered a check-in with this person at that time already; it is saved.")


def why_no_inspection(schedule, basis, basis_said):
    """In words, what the inspection lacks; empty where it has its basis."""
    if not basis:
        return f"{KEPT} It needs a basis: a condition of the plea, the occupant’s consent, or the supervising officer."
    if basis == Basis.CONDITION:
        return "" if schedule.allows_inspections else f"{KEPT} No condition of a plea in force allows inspections here."
    if basis_said:
        return ""
    return (
        f"{KEPT} Say who consented." if basis == Basis.CONSENT else f"{KEPT} Say which supervising officer was there."
    )


def inspection(schedule, basis, basis_said, present, findings):
    said = str(schedule.condition) if basis == Basis.CONDITION else basis_said
    return {"is_inspected": True, "basis": basis, "basis_said": said[:120], "present": present, "findings": findings}


def service_called(service):
    return ReservedService.Service(service).label
