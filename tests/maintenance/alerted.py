"""An alert about somebody, with an action given out: for worlds that want one of each."""

from datetime import timedelta

from django.utils import timezone

from maintenance import services


def alert_about(dealer, by, market, *, at=None, **facts):
    said = {"what": "sells in front of the laundry", "dealer": dealer, **facts}
    return services.raise_alert(by=by, market=market, at=at or timezone.now(), **said)


def action_of(alert, by, assignee=None, *, at=None, **facts):
    at = at or timezone.now()
    said = {"step": "knock", "what": "Knock and talk at 41 Cutler Street.", "due_on": (at + timedelta(days=2)).date()}
    return services.give_action(by=by, alert=alert, assignee=assignee or by, at=at, **{**said, **facts})


def alerts_of(dealer, by, market):
    """Ids for the addresses of alerts and actions."""
    alert = alert_about(dealer, by, market)
    return {"alert_id": alert.pk, "action_id": action_of(alert, by).pk}
