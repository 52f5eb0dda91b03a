from django.utils.timezone import localdate

from dealers.cases.models import Prosecution
from dealers.cases.services.add_charge import refuse_ended
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken

Outcome = Prosecution.Outcome


@on_the_record
def record_outcome(*, by, prosecution, outcome, outcome_on, at, sentence=""):
    """How it ended. Arrested and not charged is as good an end as another: it took the person off the street. [CS]

    Refused: one that has ended, a day to come or before the arrest, no charge where counts are on record, a sentence
    without plea or conviction.
    """
    hold(prosecution)
    refuse_ended(prosecution)
    if not prosecution.arrested_on <= outcome_on <= localdate(at):
        raise RuleBroken("Give a day between the arrest and today.")
    if outcome == Outcome.NOT_CHARGED and prosecution.charges.exists():
        raise RuleBroken("Counts are on record, so there was a charge; if the court let it fall, it is dismissed.")
    if sentence and outcome not in (Outcome.PLEA, Outcome.CONVICTED):
        raise RuleBroken("A sentence follows a plea or a conviction; leave it empty.")
    prosecution.outcome, prosecution.outcome_on, prosecution.sentence = outcome, outcome_on, sentence
    prosecution.next_hearing_at = None
    prosecution.save(update_fields=["outcome", "outcome_on", "sentence", "next_hearing_at"])
    return prosecution
