from django.utils.timezone import localdate

from dealers.cases.models import Prosecution
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken

Custody = Prosecution.Custody


@on_the_record
def change_custody(*, by, prosecution, custody, at, held_at="", release_on=None, release_conditions=""):
    """Held and where, released and when, under which conditions. Of who is held the day is that of the release to come.

    It goes on after the sentence: that is when a release comes near. Refused: held nowhere; released without a day, on
    one to come, or never held; conditions without a release on conditions; before the arrest (by constraint).
    """
    hold(prosecution)
    refuse(custody, held_at, release_on, release_conditions, localdate(at))
    prosecution.custody, prosecution.held_at = custody, held_at if custody == Custody.HELD else ""
    prosecution.release_on, prosecution.release_conditions = release_on, release_conditions
    prosecution.save(update_fields=["custody", "held_at", "release_on", "release_conditions"])
    return prosecution


def refuse(custody, held_at, release_on, release_conditions, today):
    if custody == Custody.HELD and not held_at:
        raise RuleBroken("Say where the defendant is held.")
    if custody == Custody.HELD and release_on and release_on < today:
        raise RuleBroken("The release has passed; say that the defendant is released.")
    if custody in (Custody.BAIL, Custody.RELEASED) and (release_on is None or release_on > today):
        raise RuleBroken("Give the day of the release; one that is still to come is said of who is held.")
    if custody == Custody.NONE and release_on:
        raise RuleBroken("Who was never held is not released; leave the day of release empty.")
    if custody == Custody.BAIL and not release_conditions:
        raise RuleBroken("Give the conditions of the release.")
    if custody in (Custody.NONE, Custody.RELEASED) and release_conditions:
        raise RuleBroken("Conditions bind only who is held with a release to come or released on conditions.")
