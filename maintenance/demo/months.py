"""The demo's months: every market's scorecard read when a month was over, and the page for chief and mayor."""

from datetime import datetime, time, timedelta
from functools import partial

from django.utils import timezone

from dmi.accounts.demo import officer
from dmi.accounts.models import User
from dmi.diary import Act
from maintenance import rules, services
from markets.models import Market

MONTHS = 6
COMMANDER = "cole"
WORDS = (  # of the last month, and of the one before
    "Selling tried to come back to the plaza and the motel; both are watched, and the houses stay closed.",
    "First full month of maintenance: officers report from the street every day, and the clinic keeps its hours.",
)


def diary(calendar):
    month = rules.month_of(calendar.today)
    for back in range(MONTHS):
        over = datetime.combine(month, time(3, 10), timezone.get_current_timezone())
        month = rules.month_before(month)
        if over.date() < calendar.today:
            yield Act(over, partial(read_scorecards, month, over))
        written = over + timedelta(days=-over.weekday() % 7, hours=7)  # on a Monday, when the last lists are in
        if back < len(WORDS) and written.date() < calendar.today:
            yield Act(written, partial(make_page, month, WORDS[back], written))


def read_scorecards(month, at):
    on = timezone.localdate(at)
    for market in Market.objects.opened_before(on).order_by("name"):
        if market.opened_on < rules.month_after(month):
            services.read_fidelity(by=User.objects.clock(), market=market, month=month, on=on, at=at)


def make_page(month, words, at):
    services.make_monthly_page(by=officer(COMMANDER), month=month, words=words, at=at)
