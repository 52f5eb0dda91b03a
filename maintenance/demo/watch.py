"""The demo's watch: what the clock found night by night, who answered it, where somebody reached out.

Since West End came into maintenance the clock has looked every night. The last two days are left as they are, so that
there are hours running and something to do.
"""

from datetime import timedelta
from functools import partial
from itertools import cycle

from django.utils import timezone

from dmi.accounts.demo import officer
from dmi.accounts.models import User
from dmi.diary import Act
from maintenance import occasions, re_emergence, services
from maintenance.arrivals import arrivals
from maintenance.models import Action, NewDealerAlert, OutreachTask
from markets.demo import FERRY_LANDING, WEST_END
from markets.models import Market

WATCHED_SINCE = "-4 Mon"
LEFT_OPEN = timedelta(days=2)
GIVES = {WEST_END: "sal", FERRY_LANDING: "otis"}
REACHES_OUT = "opal"

Step, Source = Action.Step, NewDealerAlert.Source
ANSWERS = {  # how each kind of news is answered: the least that works, by whom, in what words
    Source.ENTRY: (Step.KNOCK, "121", "Knock and talk at the usual corner; leave the services card."),
    Source.DEBRIEF: (Step.PRESENCE, "219", "Be at the side door of 70 Alder Street at the hour that was told."),
    Source.INCIDENT: (Step.PRESENCE, "219", "Foot patrol there once a shift; talk to the neighbors."),
    Source.ROSTER: (Step.SUPERVISION, "117", "Ring the supervising officer: conditions, next appointment."),
    Source.PLACE: (Step.CODE, "ivy", "Look at locks, lights and stairs; say what the owner has to mend."),
    Source.HAND: (Step.LANDLORD, "121", "A word with the owner about who rents."),
}
OUTCOMES = (
    "Talked at the door; took the card.",
    "Nobody there twice; a neighbor knows to call.",
    "Seen and spoken to; moved on.",
    "Done; the owner changes the lock this week.",
)  # fmt: skip
CAME_OF_IT = (
    OutreachTask.Outcome.ACCEPTED, OutreachTask.Outcome.LATER, OutreachTask.Outcome.NOT_FOUND,
    OutreachTask.Outcome.REFUSED,
)  # fmt: skip


ASKED = (  # after whom the hospital or a family told, and who went
    ("-3 Tue 10:00", "-4 Sat", OutreachTask.Occasion.OVERDOSE, "Ferry Inn, Route 7, ground floor"),
    ("-2 Fri 09:40", "-2 Thu", OutreachTask.Occasion.OVERDOSE, "100 block of Meadow Street"),
    ("-1 Wed 11:15", "-1 Tue", OutreachTask.Occasion.OVERDOSE, "Depot Park, east gate"),
    ("-1 Sun 10:20", "-1 Sat", OutreachTask.Occasion.OVERDOSE, "Library Avenue, bus shelter"),
)
NEW_NAMES = "Two young men nobody knows rent by the week, third floor; visits from four in the afternoon"
NEW_AT = "70 Alder Street, second floor"


def diary(calendar):
    for asked, happened, occasion, where in ASKED:
        at = calendar.moment(asked)
        yield Act(at, partial(ask, calendar.day(happened), occasion, where, at))
    noon = calendar.moment("day -1 12:30")
    yield Act(noon, partial(raise_by_hand, noon))
    yield from nights(calendar)


def nights(calendar):
    outcomes, came_of_it = cycle(OUTCOMES), cycle(CAME_OF_IT)
    first = calendar.day(WATCHED_SINCE)
    last = calendar.today - LEFT_OPEN
    for back in range((calendar.today - first).days):
        night = calendar.moment(f"day {-1 - back} 06:00")
        yield Act(night, partial(look, night))
        if night.date() < last:
            yield Act(hour(night, 9), partial(give_out, hour(night, 9)))
            yield Act(hour(night, 15), partial(answer_due, hour(night, 15), outcomes))
            yield Act(hour(night, 17), partial(reach_out, hour(night, 17), came_of_it))


def ask(happened_on, occasion, where, at):
    services.ask_for_outreach(
        by=officer("cora"), market=Market.objects.get(name=WEST_END), happened_on=happened_on, place=where, at=at,
        partner=officer(REACHES_OUT), occasion=occasion,
    )  # fmt: skip


def raise_by_hand(at):
    """Yesterday, by the lead investigator; the inspector is asked to look, and is told about the stairs alone."""
    west_end = Market.objects.get(name=WEST_END)
    alert = services.raise_alert(
        by=officer("ray"), market=west_end, what=NEW_NAMES, hot_place=west_end.hot_places.get(address=NEW_AT), at=at
    )
    step, badge, what = ANSWERS[Source.PLACE]
    services.give_action(
        by=officer("ray"), alert=alert, step=step, what=what, assignee=officer(badge),
        due_on=timezone.localdate(at) + timedelta(days=2), at=at + timedelta(minutes=5),
    )  # fmt: skip


def hour(night, number):
    return night.replace(hour=number, minute=20)


def look(at):
    """What the clock did that night, each time of what nobody was told of yet."""
    clock, on = User.objects.clock(), timezone.localdate(at)
    for market in Market.objects.order_by("name"):
        for arrival in arrivals(market, on):
            services.sound_alert(by=clock, market=market, arrival=arrival, at=at)
        for occasion in occasions.owed(market, on):
            services.ask_for_outreach(
                by=clock, market=market, occasion=occasion.kind, happened_on=occasion.happened_on,
                place=occasion.place, nth=occasion.nth, at=at, partner=officer(REACHES_OUT),
            )  # fmt: skip
        if market.stage in re_emergence.WATCHED:
            for watched, spoken in re_emergence.untold(market, on):
                services.raise_signal(by=clock, market=market, watched=watched, spoken=spoken, at=at)


def give_out(at):
    """Whoever leads the market gives a first action on the morning after."""
    unanswered = NewDealerAlert.objects.open().filter(actions=None)
    for alert in unanswered.order_by("raised_at", "what", "dealer__known_as"):  # keys are left to chance
        step, badge, what = ANSWERS[alert.source]
        services.give_action(
            by=officer(GIVES[alert.market.name]), alert=alert, step=step, what=what, assignee=officer(badge),
            due_on=timezone.localdate(at) + timedelta(days=1), at=at,
        )  # fmt: skip


def answer_due(at, outcomes):
    """On the day: done, and the supervisor closes what nothing more is to be done about."""
    due = Action.objects.open().filter(due_on__lte=timezone.localdate(at))
    for action in due.order_by("at", "what", "alert__what", "alert__dealer__known_as"):
        done = services.answer_action(
            by=action.assignee, action=action, answer=Action.State.DONE, outcome=next(outcomes), at=at
        )
        if done.alert and done.alert.source in (Source.INCIDENT, Source.PLACE):
            services.close_alert(
                by=officer("sal"), alert=done.alert, outcome=NewDealerAlert.Outcome.STOPPED, at=at + timedelta(hours=1)
            )


def reach_out(at, came_of_it):
    """A day or two after: contact, and what came of it; of those who are not found nothing more."""
    on = timezone.localdate(at)
    for outreach in (
        OutreachTask.objects.open().filter(happened_on__lt=on - timedelta(days=1)).order_by("happened_on", "place")
    ):
        partner, outcome = officer(REACHES_OUT), next(came_of_it)
        if outcome != OutreachTask.Outcome.NOT_FOUND:
            services.answer_outreach(by=partner, outreach=outreach, contacted_on=on, at=at)
        services.end_outreach(by=partner, outreach=outreach, outcome=outcome, at=at)
