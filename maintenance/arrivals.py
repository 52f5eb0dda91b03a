"""Who and what is new in a market that is in maintenance: what the clock raises an alert about, each once.

Sources: the case study (new dealers are answered at once); days and numbers are task force policy.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from typing import Any

from django.db.models import Count, Max, Q
from django.utils.timezone import make_aware

from dealers.models import Dealer, Involvement, RosterMatch
from maintenance.models import Debrief, NewDealerAlert
from markets.models import Category, HotPlace, Incident, Market, Zone

NEWS_DAYS = 14  # what reaches the desk later than that is no news any more
BUSY_DAYS = 3  # drug incidents at one address on so many of those days: calls and reports of one matter count once
WATCHED = (Market.Stage.MAINTENANCE, Market.Stage.CLOSED, Market.Stage.RE_EMERGED)
IN_REACH = (Zone.AREA, Zone.NEAR, Zone.UNKNOWN)

Source = NewDealerAlert.Source


@dataclass(frozen=True)
class Arrival:
    """One row of the records that says that somebody or something is new."""

    source: Any  # of Source
    key: str
    what: str
    at: datetime  # since when it is on record
    dealer: Dealer | None = None
    hot_place: HotPlace | None = None
    debrief: Debrief | None = None


def arrivals(market, today):
    """What no alert was raised about or answers yet; nothing unless the market is in maintenance."""
    begun_on = watched_since(market)
    if begun_on is None:
        return []
    since = max(begun_on, today - timedelta(days=NEWS_DAYS))
    found = [*entries(market, since), *debriefs(market, since), *releases(market, since), *places(market, since)]
    found += incidents(market, since, today)
    told = NewDealerAlert.objects.raised_about([arrival.key for arrival in found])
    untold = [arrival for arrival in found if (arrival.source, arrival.key) not in told]
    return once_each(arrival for arrival in untold if not is_answered(market, arrival))


def once_each(found):
    """Of several rows about the same person or place the first: one alert, one clock."""
    about: dict = {}
    for arrival in found:
        about.setdefault(arrival.dealer or arrival.hot_place or arrival.key, arrival)
    return list(about.values())


def watched_since(market) -> date | None:
    """The day on which it came into maintenance, and has not gone back to work since; None while it is not there."""
    changes = takewhile(lambda change: change.stage in WATCHED, market.stage_changes.order_by("-on", "-id"))
    return min((change.on for change in changes), default=None)


def is_answered(market, arrival):
    """By an alert about the same that is open, or was closed since: closed once, it is not raised in other words."""
    alerts = NewDealerAlert.objects.about(market, dealer=arrival.dealer, hot_place=arrival.hot_place)
    return alerts.that_answer(arrival.at).exists()


def morning_of(day):
    return make_aware(datetime.combine(day, time()))


def entries(market, since):
    """Who is newly on file here, or newly has a part here."""
    parts = Involvement.objects.open().of_people_on_file().in_market(market).filter(is_active=True)
    new = parts.filter(Q(dealer__approved_at__date__gte=since) | Q(at__date__gte=since))
    for part in new.select_related("dealer"):
        named_at = max(part.at, part.dealer.approved_at)
        yield Arrival(Source.ENTRY, str(part.pk), "new on file in this market", named_at, dealer=part.dealer)


def debriefs(market, since):
    """Debriefs that were used and are about nobody on file: a name that nobody knows yet."""
    used = Debrief.objects.used().without_photo().filter(market=market, triaged_at__date__gte=since, dealer=None)
    known = Dealer.objects.on_file()
    for debrief in used.exclude(observation__dealers__in=known):
        what = f"Told by an officer: {debrief.who}, {debrief.where}"[:160]
        yield Arrival(Source.DEBRIEF, str(debrief.pk), what, debrief.triaged_at, debrief=debrief)


def releases(market, since):
    """Whom a jail let go, as somebody who knows has confirmed: with a part here he may come back to it."""
    parts = Involvement.objects.open().of_people_on_file().in_market(market)
    confirmed = RosterMatch.objects.confirmed().since(since).filter(event=RosterMatch.Event.RELEASED)
    for match in confirmed.filter(dealer__in=parts.values("dealer")).select_related("dealer"):
        what = f"released from jail {match.event_on:%a %-d %b}"
        yield Arrival(Source.ROSTER, str(match.pk), what, match.answered_at, dealer=match.dealer)


def places(market, since):
    for place in HotPlace.objects.filter_market(market).in_use().filter(logged_on__gte=since):
        what = f"logged as a hot place, {place.get_kind_display().lower()}"
        yield Arrival(Source.PLACE, str(place.pk), what, morning_of(place.logged_on), hot_place=place)


def incidents(market, since, today):
    """Addresses with drug incidents on several days: at most one alert about each a month, none of days before one was
    closed, none beside an open one or at a hot place that is in use, which is on the table already.
    """
    places_of = {place.address.casefold(): place for place in HotPlace.objects.filter_market(market)}
    for address, days, last_on in busy_addresses(market, since, today):
        place = places_of.get(address.casefold())
        key, at = key_of(market, address), morning_of(last_on)
        is_known = place and place.status != HotPlace.Status.CLOSED
        if is_known or NewDealerAlert.objects.keyed(key).that_answer(at).exists():
            continue
        what = f"drug incidents on {days} days within two weeks"
        words = what if place else f"{address}: {what}"
        yield Arrival(Source.INCIDENT, f"{key}:{today:%Y-%m}", words, at, hot_place=place)


def busy_addresses(market, since, today):
    rows = Incident.objects.filter_market(market).between(since, today).filter(zone__in=IN_REACH).exclude(address="")
    about_drugs = rows.filter(Q(is_drug_related=True) | Q(category__in=(Category.DRUGS, Category.OVERDOSE)))
    rows = about_drugs.order_by("address").values_list("address")
    days = rows.annotate(n=Count("occurred_on", distinct=True), last_on=Max("occurred_on"))
    return days.filter(n__gte=BUSY_DAYS)


def key_of(market, address):
    """The same for the same address of a market; a key is no place for the address itself."""
    return hashlib.sha256(f"{market.pk} {address.casefold()}".encode()).hexdigest()[:24]
