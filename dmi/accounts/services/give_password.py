from django.contrib.auth.password_validation import validate_password

from dmi.accounts.services.closing import shut_out
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def give_password(*, by, officer, password, at):
    """A new first password for who forgot his own: every session and token ends, and he changes it at the next sign-in.

    Refused: one's own, which has its page; a weak one.
    """
    hold(officer)
    if officer.pk == by.pk:
        raise RuleBroken("You change your own password on its page.")
    validate_password(password, officer)
    officer.set_password(password)
    officer.has_first_password = True
    officer.save(update_fields=["password", "has_first_password"])
    shut_out(officer, at)
    return officer
