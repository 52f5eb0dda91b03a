from callins.dtc.dockets import lines_for
from callins.dtc.paper.docket import printed
from callins.dtc.services.docketing import account_for, hold_consents
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def download_docket(*, by, session, at):
    """The docket on paper for the court, as bytes: whoever has a consent in force at this minute, and of him what it
    carries. A consent may have ended since the docket was drawn up; who is left out, the paper does not tell.

    The account of every disclosure is written in this act, before a byte leaves. Refused: nobody may be told of; words
    that find no room.
    """
    hold_consents(session)
    lines = [line for line in lines_for(by, session, at) if line.told]
    if not lines:
        raise RuleBroken("Of nobody on this docket may the court be told: no consent to it is in force at this minute.")
    account_for(lines, session, by=by, at=at)
    return printed(session, lines, by=by, at=at)
