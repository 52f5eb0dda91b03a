from dealers.cases.models import CustodyReport, Prosecution
from dealers.models import RosterMatch
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def confirm_custody(*, by, prosecution, match, at):
    """What a jail's list says of the defendant is so: only now the custody on record follows it.

    A line older than one that is confirmed, or than the release on record, is kept and changes nothing: what happened
    since stands.
    Refused: a line about somebody else, one that is confirmed, one from before the arrest.
    """
    hold(prosecution)
    if match.dealer_id != prosecution.dealer_id or match.answer == RosterMatch.Answer.OTHER:
        raise RuleBroken("This line of the list is about somebody else.")
    if match.event_on < prosecution.arrested_on:
        raise RuleBroken("The list tells of a day before the arrest.")
    if CustodyReport.objects.filter(match=match).exists():
        raise RuleBroken("This line of the list is confirmed already.")
    if not is_overtaken(prosecution, match.event_on):
        follow(prosecution, match)
    CustodyReport.objects.create(prosecution=prosecution, match=match, confirmed_by=by, confirmed_at=at)
    return prosecution


def is_overtaken(prosecution, day):
    """Something of a later day is on record: lists come in, and are confirmed, in any order."""
    is_out = prosecution.custody in (Prosecution.Custody.BAIL, Prosecution.Custody.RELEASED)
    is_released_since = is_out and prosecution.release_on > day
    return is_released_since or CustodyReport.objects.after(prosecution, day).exists()


def follow(prosecution, match):
    if match.event == RosterMatch.Event.BOOKED:
        prosecution.custody, prosecution.held_at = Prosecution.Custody.HELD, match.roster.source
        prosecution.release_on, prosecution.release_conditions = None, ""
    else:
        bound = bool(prosecution.release_conditions)
        prosecution.custody = Prosecution.Custody.BAIL if bound else Prosecution.Custody.RELEASED
        prosecution.held_at, prosecution.release_on = "", match.event_on
    prosecution.save(update_fields=["custody", "held_at", "release_on", "release_conditions"])
