from django.core.exceptions import ValidationError

from callins.models import SupportContact
from dmi.accounts.models import User
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def add_support_contact(*, by, dealer, liaison, from_on, until_on=None, asks_to_call=False, at):
    """The hot sheet names this person among those about whom officers call the liaison. No reason is kept anywhere.

    Refused: somebody who is not on file, a liaison of whom the sheet could not tell officers to call, an end before
    the beginning, a second one at the same time.
    """
    if not dealer.is_on_file:
        raise RuleBroken(f"{dealer} is not on file; the sheet names people whose record a supervisor approved.")
    if not User.objects.may_be_liaison().contains(liaison):
        raise RuleBroken(f"{liaison} can not be a liaison; name somebody of the police side who has a phone.")
    if until_on and until_on < from_on:
        raise ValidationError({"until_on": "The last day comes after the first."})
    if SupportContact.objects.of(dealer).overlapping(from_on, until_on).exists():
        raise RuleBroken(f"{dealer} is a support contact in these days already; end that first.")
    return SupportContact.objects.create(
        dealer=dealer, liaison=liaison, from_on=from_on, until_on=until_on, asks_to_call=asks_to_call, by=by, at=at
    )
