"""The demo's treatment court: ten people, told in `participants.toml`, and the weeks that they have in common.

Behind the wall like everything of it: each act runs as dmi_treatment, and goes to the compartment's own trail.
"""

from functools import partial

from django.utils.timezone import localdate

from callins.dtc.demo import admissions, course, court, meetings, plans, testing
from dmi.accounts.compartment import treatment
from dmi.diary import Act


def diary(calendar):
    """What happened until yesterday: a week that is not over is told as far as it has come."""
    for room in (admissions, plans, course, testing, meetings, court):
        for act in room.diary(calendar):
            if localdate(act.at) < calendar.today:
                yield Act(act.at, partial(behind_the_wall, act.do))


def behind_the_wall(do):
    with treatment():
        do()
