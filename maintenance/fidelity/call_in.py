"""The call-in, and help for who takes it: what was held, who came, what was delivered and when."""

from datetime import date, timedelta

from django.db.models import Count, F, Q

from callins.models import CallIn, FollowUp, Invitation, ServiceRequest
from maintenance.fidelity.week import DAYS
from maintenance.models import OutreachTask
from maintenance.scorecard import Measured
from markets.models import Market


def measured(market: Market, today: date) -> dict[str, Measured | None]:
    held = CallIn.objects.of_market(market).held()
    return {"call_in_held": Measured(int(held.exists())), **invited(held), **helped(held, market, today)}


def invited(held) -> dict[str, Measured | None]:
    """Of those whose invitation stood on the evening."""
    counts = Invitation.objects.standing().filter(call_in__in=held).aggregate(
        all=Count("pk"), came=Count("pk", filter=Q(outcome=Invitation.Outcome.ATTENDED)), knew=Count("influential")
    )  # fmt: skip
    return {
        "came": Measured(counts["came"], counts["all"]),
        "influentials": Measured(counts["knew"], counts["all"]),
    }  # fmt: skip


def helped(held, market, today) -> dict[str, Measured | None]:
    of_held = Q(invitation__call_in__in=held, invitation__withdrawn_at=None)
    asked = ServiceRequest.objects.filter(of_held).aggregate(all=Count("pk"), came=Count("delivered_on"))
    owed = FollowUp.objects.filter(of_held).filter(Q(due_on__lt=today) | ~Q(done_at=None)).aggregate(
        all=Count("pk"), made=Count("pk", filter=Q(done_at__date__lte=F("due_on")))
    )  # fmt: skip
    return {
        "delivered": Measured(asked["came"], asked["all"]),
        "followed_up": Measured(owed["made"], owed["all"]),
        "outreach": outreach(market, today),
    }  # fmt: skip


def outreach(market, today) -> Measured:
    """Of the last 13 weeks, as far as their day has come or somebody went."""
    rows = OutreachTask.objects.of_market(market).since(today - timedelta(days=DAYS))
    counts = rows.filter(Q(due_on__lt=today) | ~Q(contacted_on=None)).aggregate(
        all=Count("pk"), made=Count("pk", filter=Q(contacted_on__lte=F("due_on")))
    )  # fmt: skip
    return Measured(counts["made"], counts["all"])
