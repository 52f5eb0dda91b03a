"""What the call-in says to a case: whoever finds it out may not plan there, and it must not be lost."""

from django.utils.timezone import localdate

from dmi.audit.trail import hold


def say_next(case, words, at):
    """What is done next on the case, and due today."""
    hold(case)
    case.next_step, case.next_step_on = words, localdate(at)
    case.save(update_fields=["next_step", "next_step_on"])
