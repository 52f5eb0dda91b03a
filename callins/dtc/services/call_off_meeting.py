from django.utils.timezone import localdate

from callins.dtc.courses import settle
from callins.dtc.models import Enrolment
from callins.dtc.services.attending import check_standing, check_took_place, excuse_all
from dmi.audit.trail import hold, on_the_record


@on_the_record
def call_off_meeting(*, by, meeting, why, at):
    """It does not take place, or did not: everybody in the program that day is excused from it for that reason, so that
    nobody is held to a meeting that there was not. Its hour is free again.

    Who is enrolled later, with a day before it, is excused then. Refused: a second time; once somebody attended.
    """
    hold(meeting)
    check_standing(meeting)
    check_took_place(meeting)
    meeting.called_off_why = why
    meeting.save()
    people = list(Enrolment.objects.in_program_on(meeting.held_on).by_name())
    excuse_all(meeting, people, by=by, at=at)
    for enrolment in people:
        settle_anew(enrolment, at)
    return meeting


def settle_anew(enrolment, at):
    """A missed meeting may have shut a gate; an admission that has ended stays as it was."""
    hold(enrolment)
    if enrolment.is_open:
        settle(enrolment, localdate(at))
