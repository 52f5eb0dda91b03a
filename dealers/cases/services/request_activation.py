from dealers.cases.models import Trigger
from dealers.cases.services.moving import move
from dealers.services.facts import check_moment
from dmi.audit.trail import on_the_record


@on_the_record
def request_activation(*, by, case, kind, happened_at, words, at):
    """What broke the promise, and the request; somebody else decides. Refused: a trigger to come or before banking."""
    check_moment("happened_at", happened_at)
    move(case, "request_activation", by=by, at=at, because=words, happened_at=happened_at)
    Trigger.objects.create(
        case=case, kind=kind, happened_at=happened_at, words=words, requested_by=by, requested_at=at
    )  # fmt: skip
    case.save()
    return case
