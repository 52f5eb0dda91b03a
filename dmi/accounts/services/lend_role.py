from dmi.accounts.models import ActingRole, User
from dmi.accounts.roles import Role
from dmi.accounts.services.checks import check_together
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def lend_role(*, by, officer, role, because, from_on, until_on, at, today):
    """A role for days, both included. It counts like one of his own: in pages, lists of who may, rules of two people.

    Refused: to oneself, a role that he has, days that are past or too many, across the treatment wall, to a partner,
    to watch what one administers.
    """
    hold(officer)
    if officer.pk == by.pk:
        raise RuleBroken("Somebody else lends you a role.")
    check_is_on_duty(officer)
    check_days(from_on, until_on, today)
    check_role(officer, role)
    if ActingRole.objects.filter(officer=officer, role=role).overlapping(from_on, until_on).exists():
        raise RuleBroken(f"{officer} is lent this role on some of these days already; end that first.")
    acting = ActingRole(
        officer=officer, role=role, because=because, from_on=from_on, until_on=until_on, lent_by=by, lent_at=at
    )
    acting.full_clean()
    acting.save()
    vars(officer).pop("acting", None)  # what this very act asked of him is older than the loan
    return acting


def check_is_on_duty(officer):
    if not User.objects.on_duty().filter(pk=officer.pk).exists():
        raise RuleBroken(f"The account of {officer} is disabled; enable it first.")


def check_days(from_on, until_on, today):
    if until_on < today:
        raise RuleBroken("These days are past; a role is lent from today on.")
    if until_on < from_on:
        raise RuleBroken("The last day comes after the first.")
    if until_on - from_on >= ActingRole.LONGEST:
        raise RuleBroken(f"A role is lent for at most {ActingRole.LONGEST.days} days; for longer, change the account.")


def check_role(officer, role):
    if role == Role.CLOCK or role in officer.roles:
        raise RuleBroken(f"{officer} has this role already." if role in officer.roles else "Nobody acts as the clock.")
    check_together({role, *officer.roles, *officer.roles_lent()})
