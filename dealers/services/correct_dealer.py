import pghistory

from dealers.models.kinds import PERSON
from dealers.services.facts import check_day, name_anew
from dealers.services.find_duplicates import point_out
from dmi.audit.trail import hold, on_the_record
from dmi.audit.versions import check_unchanged


@on_the_record
def correct_dealer(*, by, dealer, seen, source, date_of_birth, at, **person):
    """Names, day of birth and description. The history keeps what stood there, and the source of the correction.

    Refused: no name left, a birth to come or before 1900, changed meanwhile.
    """
    hold(dealer)
    check_unchanged(dealer, seen, PERSON)
    check_day("date_of_birth", date_of_birth, at, "The date of birth")
    pghistory.context(source=source)  # a person's row has no column for it: its event has
    for name, value in (person | {"date_of_birth": date_of_birth}).items():
        setattr(dealer, name, value)
    name_anew(dealer)
    point_out(dealer, by=by, at=at)
    return dealer
