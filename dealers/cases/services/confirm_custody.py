from dealers.cases.models import CustodyReport, Prosecution
from dealers.models import RosterMatch
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def confirm_custody(*, by, prosecution, match, at):
    """What a jail's list says of the defendant is so: only now the custody on record follows it.

    Refused: a line about somebody else, one that is confirmed, one from before the arrest.
    """
    hold(prosecution)
    if match.dealer_id != prosecution.dealer_id or match.answer == RosterMatch.Answer.OTHER:
        raise RuleBroken("This line of the list is about somebody else.")
    if match.event_on < prosecution.arrested_on:
        raise RuleBroken("The list tells of a day before the arrest.")
    if CustodyReport.objects.filter(match=match).exists():
        raise RuleBroken("This line of the list is confirmed already.")
    follow(prosecution, match)
    CustodyReport.objects.create(prosecution=prosecution, match=match, confirmed_by=by, confirmed_at=at)
    return prosecution


def follow(prosecution, match):
    if match.event == RosterMatch.Event.BOOKED:
        prosecution.custody, prosecution.held_at = Prosecution.Custody.HELD, match.roster.source
        prosecution.release_on, prosecution.release_conditions = None, ""
    else:
        prosecution.custody, prosecution.held_at = Prosecution.Custody.RELEASED, ""
        prosecution.release_on = match.event_on
    prosecution.save(update_fields=["custody", "held_at", "release_on", "release_conditions"])
