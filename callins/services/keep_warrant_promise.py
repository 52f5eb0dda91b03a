from django.utils.timezone import localdate

from callins import invitees
from callins.models import Clearance
from callins.services.inviting import refuse_over
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def keep_warrant_promise(*, by, call_in, dealer, how, at):
    """The supervisor's word how “you will not be arrested at this meeting” is kept while a warrant stands.

    Said again, it covers a warrant that came since. Refused: where no warrant stands; after the evening.
    """
    hold(call_in)
    refuse_over(call_in)
    found = invitees.of_one(call_in, dealer, by, localdate(at))
    if not found.warrants:
        raise RuleBroken(f"No active warrant against {dealer} is on record; there is nothing to promise.")
    return lift(call_in, dealer, Clearance.Kind.PROMISE, words=how, by=by, at=at)


def lift(call_in, dealer, kind, **said):
    record, _ = Clearance.objects.update_or_create(call_in=call_in, dealer=dealer, kind=kind, defaults=said)
    return record
