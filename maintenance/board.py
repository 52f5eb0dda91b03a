"""The market board: everybody by layer with track and state, and what is due, as far as an officer may see it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from callins import rounds
from callins.models import CheckInSchedule
from dealers.cases import tracks
from dealers.cases.models import Case, Prosecution, Warrant
from dealers.cases.states import State as CaseState
from dealers.cases.track import Track
from dealers.models import Dealer, Involvement, ListDeclaration
from maintenance.standing import Known, State, Where, where
from markets.models import CodeCase, Promise

DUE_DAYS = 14
MOST_SHOWN = 9  # of a layer; the rest are a click away
SENTENCED = (Prosecution.Outcome.PLEA, Prosecution.Outcome.CONVICTED)
ACTIVATED = (CaseState.ACTIVATION_REQUESTED, CaseState.ACTIVATED, CaseState.CHARGED)
IN_PLURAL = ("Suppliers", "Connectors", "Addict-dealers", "House holders", "Part not known")
LAYERS = dict(zip(Involvement.Role.values, IN_PLURAL, strict=True))  # from the top down
TRENDS = ("burglary", "theft", "vandalism", "disorderly", "drug_calls", "overdose", "overdose_calls")  # of Impact
MOST_TRENDS = 6
IN_SHORT = {Track.FEDERAL: "Federal", Track.STATE: "State"}  # where a court's whole name would crowd a name out


@dataclass(frozen=True)
class Person:
    dealer: Dealer
    track: Track
    where: Where

    @property
    def way(self):
        return IN_SHORT.get(self.track, self.track.label)


@dataclass(frozen=True)
class Layer:
    """One layer of the market, those still in it first."""

    role: str
    label: str
    people: tuple[Person, ...]

    @property
    def counts(self):
        found = Counter(person.where.state for person in self.people)
        return [(state, found[state]) for state in State if found[state]]

    @property
    def bar(self):
        """(state, from, how many) for each piece of the bar, those out of the market first."""
        at, pieces = 0, []
        for state, count in reversed(self.counts):
            pieces.append((state, at, count))
            at += count
        return pieces

    @property
    def words(self):
        """“8 out of the market, 1 active”: what the bar shows, for who does not see it."""
        said = {State.ACTIVE: "active", State.WAITING: "waiting", State.OUT: "out of the market"}
        return ", ".join(f"{count} {said[state]}" for state, count in reversed(self.counts))

    @property
    def shown(self):
        return self.people[:MOST_SHOWN]

    @property
    def rest(self):
        return self.people[MOST_SHOWN:]


@dataclass(frozen=True)
class Due:
    """Something that falls due, with whom to ask."""

    on: date
    words: str
    href: str
    who: str = ""


def layers_of(market, officer, today):
    """Everybody on file with a part in the market that is not over, from the top layer down."""
    standings = tracks.of_market(market, officer, today)
    known = known_of([each.dealer for each in standings], officer, today)
    found: dict[str, list[Person]] = {role: [] for role in LAYERS}
    for each in standings:
        part = part_in(each.dealer, market)
        facts = known.get(each.dealer.pk, {})
        called_in = each.is_final and each.track == Track.CALL_IN
        place = where(Known(deals=part.is_active, is_to_be_called_in=called_in, **facts))
        found[part.role].append(Person(each.dealer, each.track, place))
    order = list(State)
    for people in found.values():
        people.sort(key=lambda person: order.index(person.where.state))  # stable: by name within
    return [Layer(role, label, tuple(found[role])) for role, label in LAYERS.items() if found[role]]


def part_in(dealer, market):
    return next(part for part in dealer.parts if part.market_id == market.pk and not part.until_on)


def known_of(dealers, officer, today):
    """What courts and cases say of each, by dealer: only what this officer may read. Three queries."""
    found: dict = {dealer.pk: {} for dealer in dealers}
    for warrant in Warrant.objects.visible_to(officer).about(dealers).active():
        found[warrant.dealer_id]["has_warrant"] = True
    for case in Case.objects.visible_to(officer).about(dealers).in_state(CaseState.BANKED, *ACTIVATED):
        found[case.dealer_id]["is_banked" if case.state == CaseState.BANKED else "is_activated"] = True
    for row in Prosecution.objects.visible_to(officer).about(dealers):
        found[row.dealer_id] |= in_court(row, today)
    return found


def in_court(prosecution, today):
    if prosecution.outcome in SENTENCED:
        return {"is_sentenced": True}
    if not prosecution.is_open:
        return {}
    is_out = prosecution.release_on and prosecution.release_on <= today
    is_held = prosecution.custody == Prosecution.Custody.HELD and not is_out
    return {"is_before_court": True, **({"is_held": True} if is_held else {})}


def declaration_of(market, officer):
    """The word that the list is complete, with the names that followed; None where it does not stand."""
    rows = ListDeclaration.objects.visible_to(officer).filter_market(market).standing()
    return rows.with_people().with_names_since().first()


def leads(market, officer):
    """Whether this officer is the market's lead investigator."""
    assignments = market.assignments.current()
    return any(assignment.is_lead and assignment.officer_id == officer.pk for assignment in assignments)


def trends_of(impact):
    """The few measures that tell of street life, as far as the lists speak of them; impact: None before a baseline."""
    lines = [impact.lines[key] for key in TRENDS] if impact else []
    return [line for line in lines if line.weeks and not line.is_empty][:MOST_TRENDS]


def due_in(market, officer, today):
    """What falls due in a market in the next two weeks, or is late: cases' clocks, releases, inspections, promises."""
    soon = today + timedelta(days=DUE_DAYS)
    people = Dealer.objects.visible_to(officer).on_file().in_market(market)
    return in_order(
        clocks(Case.objects.visible_to(officer).in_market(market), soon),
        releases(Prosecution.objects.visible_to(officer).about(people), today, soon),
        orders(CodeCase.objects.visible_to(officer).in_market(market), soon),
        promises(Promise.objects.visible_to(officer).in_market(market), soon),
    )


def due_everywhere(officer, today):
    """The same in every market this officer works, in no more questions; and the check-ins that were missed."""
    soon = today + timedelta(days=DUE_DAYS)
    people = Dealer.objects.visible_to(officer).on_file()
    return in_order(
        clocks(Case.objects.visible_to(officer), soon),
        releases(Prosecution.objects.visible_to(officer).about(people), today, soon),
        orders(CodeCase.objects.visible_to(officer), soon),
        promises(Promise.objects.visible_to(officer), soon),
        missed(CheckInSchedule.objects.visible_to(officer).standing(), today),
    )


def in_order(*kinds):
    return sorted(chain(*kinds), key=lambda each: (each.on, each.words))


def clocks(cases, soon):
    for case in cases.commencing_before(soon).with_people():
        who = case.owner.signature if case.owner else ""
        yield Due(case.commence_by, f"Commence {case.number}: {case.dealer}", case.get_absolute_url(), who)


def releases(prosecutions, today, soon):
    for row in prosecutions.released_between(today, soon).with_people():
        yield Due(row.release_on, f"Release: {row.dealer}", row.get_absolute_url(), row.held_at)


def orders(code_cases, soon):
    for code in code_cases.due_before(soon).with_place():
        yield Due(code.comply_by, f"Comply: {code.hot_place}", code.get_absolute_url(), code.inspector.signature)


def promises(made, soon):
    for promise in made.due_before(soon).with_place():
        words = f"{promise.hot_place}: {promise.what}"
        yield Due(promise.due_on, words, promise.hot_place.get_absolute_url(), promise.promised_by)


def missed(schedules, today):
    """Visits that a week owed and nobody made."""
    for stop in rounds.missed_first(rounds.with_rounds(schedules, today), today):
        if stop.overdue_since:
            schedule = stop.schedule
            words = f"Check-in missed: {schedule.dealer}"
            yield Due(stop.overdue_since, words, schedule.get_absolute_url(), schedule.liaison.signature)
