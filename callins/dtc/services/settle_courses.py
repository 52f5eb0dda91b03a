from callins.dtc.courses import lay_down, status_of, with_events
from callins.dtc.models import Enrolment, ProgramRules
from dmi.audit.trail import on_the_record

AT_ONCE = 200


@on_the_record
def settle_courses(*, by, on):
    """Look anew at everybody whose days of the phase are done: a week that went by opens a gate, or shuts one.

    What is kept of a course is of its last entry otherwise. Once a day for each; returns for how many. Each admission
    is held; one that somebody adds to at this moment is left to that act, or to the next round: to wait for it while
    others are held would be to stand in each other's way.
    """
    configuration = ProgramRules.objects.as_configuration()
    due = with_events(Enrolment.objects.to_look_at(on)).select_for_update(of=("self",), skip_locked=True)
    number = 0
    for enrolment in due.iterator(chunk_size=AT_ONCE):
        lay_down(enrolment, status_of(enrolment, on, configuration))
        number += 1
    return number
