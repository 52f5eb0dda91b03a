from dealers.models import Judgement
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def judge_match(*, by, dealer, other, verdict, at, because=""):
    """Whether two records are one person, as this officer sees it; it may be judged anew.

    The same: a supervisor merges them. Different: they are not shown as alike again. Refused: a record and itself.
    """
    if dealer.pk == other.pk:
        raise RuleBroken("Compare two different records.")
    judgement = Judgement.between(dealer, other)
    judgement.verdict, judgement.because, judgement.by, judgement.at = verdict, because, by, at
    judgement.save()
    return judgement
