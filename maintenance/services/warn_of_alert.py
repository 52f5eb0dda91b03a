from django.conf import settings
from django.core.mail import send_mail

from dmi.accounts.models import User
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance.models import NewDealerAlert


@on_the_record
def warn_of_alert(*, by, alert, at):
    """Tell the supervisors of its market that the hours ran out, without a word of what it is about.

    Kept and sent in one act: mail that fails undoes it, and beat rings again. Refused: hours that run still, an alert
    on which somebody acted, a second time.
    """
    hold(alert)
    if not NewDealerAlert.objects.overdue_at(at).unwarned().contains(alert):
        raise RuleBroken("Nobody is to be warned of this alert now.")
    alert.warned_at = at
    alert.save(update_fields=["warned_at"])
    supervisors = User.objects.holding("maintenance.reassign_actions")
    workers = alert.market.assignments.current().values("officer")
    told = [officer.email for officer in supervisors.filter(pk__in=workers) if officer.email]
    if told:
        send_mail(
            subject="The hours of an alert ran out",
            message=f"Nobody has acted on it. Look at {settings.SITE_URL}{alert.get_absolute_url()}\n",
            from_email=None,
            recipient_list=told,
        )
    return alert
