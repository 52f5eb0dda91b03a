from django.utils.timezone import localdate

from dealers.cases.models import Prosecution, Target
from dealers.cases.services.change_custody import refuse
from dealers.cases.services.record_target_outcome import settle
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def record_arrest(
    *, by, dealer, court, court_name, arresting_agency, arrested_on, custody, at, operation=None, docket="",
    held_at="", release_on=None, release_conditions="", counsel="",
):  # fmt: skip
    """A defendant before a court, from the arrest on. Where a sweep went for the person, its target is arrested too.

    Refused: a day to come, what change_custody refuses, the same arrest twice.
    """
    hold(dealer)
    if arrested_on > localdate(at):
        raise RuleBroken("The arrest lies ahead; record it when it was made.")
    refuse(custody, held_at, release_on, release_conditions, localdate(at))
    if Prosecution.objects.open().of(dealer).filter(court=court, arrested_on=arrested_on).exists():
        raise RuleBroken("This arrest is on record already, before the same court.")
    prosecution = Prosecution.objects.create(
        dealer=dealer, court=court, court_name=court_name, docket=docket, arresting_agency=arresting_agency,
        arrested_on=arrested_on, operation=operation, custody=custody, held_at=held_at,
        release_on=release_on, release_conditions=release_conditions, counsel=counsel, by=by, at=at,
    )  # fmt: skip
    for target in Target.objects.not_found().filter(operation=operation, dealer=dealer):
        settle(target, outcome=Target.Outcome.ARRESTED, note="", at=at)
    return prosecution
