"""The demo's baselines: both laid down before the call-in, as the task force's plan asks."""

from functools import partial

from dmi.accounts.demo import officer
from dmi.accounts.models import User
from dmi.diary import Act
from markets import services
from markets.demo.opening import CALL_IN, FERRY_LANDING, WEST_END, market
from markets.models import Area

# Market, frozen when and by whom; before from and until, after from and until.
FROZEN = (
    (FERRY_LANDING, "-156 Thu 09:20", "sue", ("-260 Thu", "-156 Wed", "-156 Thu", "-52 Wed")),
    (WEST_END, "-15 Tue 09:30", "ana", ("-39 Thu", "-16 Wed", CALL_IN, None)),
)
WINDOWS = ("before_from", "before_until", "after_from", "after_until")


def diary(calendar):
    for name, when, badge, days in FROZEN:
        windows = {window: calendar.day(day) if day else None for window, day in zip(WINDOWS, days, strict=True)}
        yield Act(calendar.moment(when), partial(freeze, name, badge, windows, calendar.moment(when)))


def freeze(name, badge, windows, at):
    for area in Area.objects.filter_market(market(name)).waiting():
        services.place_incidents(by=User.objects.clock(), area=area, at=at)  # the worker is not waited for
    services.freeze_baseline(by=officer(badge), market=market(name), **windows, at=at)
