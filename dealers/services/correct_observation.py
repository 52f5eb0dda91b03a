from dealers.services.facts import check_moment
from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import check_unchanged
from dmi.errors import RuleBroken


@on_the_record
def correct_observation(*, by, observation, seen, narrative, place, seen_at, reliability, validity, at):
    """The entry as it should have been written; its history keeps the old words. Who was named stays named.

    `seen` is the version that the form was filled from. Refused: to anybody but its author and supervisors, what
    somebody else changed meanwhile, a moment after it was logged or before 1900.
    """
    hold(observation)
    if not observation.may_be_corrected_by(by):
        raise RuleBroken(f"Only {observation.by}, who logged it, or a supervisor corrects this entry.")
    check_unchanged(observation, seen, observation.CORRECTED)
    check_moment("seen_at", seen_at)
    if seen_at > observation.logged_at:
        raise RuleBroken("It was logged before that moment; check day and time.")
    if seen_at != observation.seen_at.replace(second=0, microsecond=0):  # a form knows no seconds
        observation.seen_at = seen_at
    if place != observation.place:
        observation.place, observation.hot_place = place, None
    observation.narrative, observation.reliability, observation.validity = narrative, reliability, validity
    observation.save()
    return observation
