from dealers.models import Supervision
from dealers.services.facts import correct
from dealers.services.log_supervision import refuse_twice_at_once
from dmi.audit.trail import hold, on_the_record


@on_the_record
def correct_supervision(*, by, dealer, supervision, seen, kind, from_on, at, until_on=None, **facts):
    """Under whom somebody is, from when until when; its last day may lie ahead. Its conditions stay as they are.

    Refused: changed or withdrawn meanwhile, the same kind twice at once, an end before the beginning (by constraint).
    """
    hold(dealer)
    said = {"kind": kind, "from_on": from_on, "until_on": until_on, **facts}
    correct(supervision, dealer=dealer, seen=seen, by=by, at=at, may_end_ahead=True, **said)
    others = Supervision.objects.of(dealer).of_kind(kind).exclude(pk=supervision.pk)
    refuse_twice_at_once(others.overlapping(from_on, until_on))
    return supervision
