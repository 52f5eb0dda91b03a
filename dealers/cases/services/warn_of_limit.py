from dealers.cases import mail
from dealers.cases.models import ClockWarning
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def warn_of_limit(*, by, case, days, at):
    """Keep that a warning went out and send it: mail that fails undoes it, and beat rings again.

    Refused: no clock runs; a second time (by constraint).
    """
    hold(case)
    if not (case.is_running and case.commence_by):
        raise RuleBroken("No limitation runs.")
    warning = ClockWarning.objects.create(case=case, commence_by=case.commence_by, days=days, sent_at=at)
    mail.tell(case, f"the prosecution must commence by {case.commence_by:%-d %b %Y}")
    return warning
