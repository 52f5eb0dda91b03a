"""The demo's clinic, its health counts and what people said.

West End's figures are invented. Ferry Landing carries the published county deaths of the case study.
"""

from datetime import date
from functools import partial

from dmi.accounts.demo import officer
from dmi.diary import Act
from markets import services
from markets.demo.opening import FERRY_LANDING, WEST_END, market

CLINIC, HOUSE, DETOX, COUNSEL = (
    "Otter Falls Treatment Center", "Slate Hill House", "Alder County Detox", "Riverside Counseling",
)  # fmt: skip
TOLD_LATE = "-42 Mon"  # what providers said of the months before anybody here asked

# Provider, kind; then as of, places, caseload, waiting, days to the first appointment.
FIGURES = (
    (CLINIC, "medication", (
        ("-60 Tue", 620, 571, 0, 6), ("-56 Tue", 620, 583, 0, 6), ("-51 Tue", 620, 604, 0, 8),
        ("-47 Tue", 660, 617, 0, 7), ("-42 Tue", 660, 634, 0, 7), ("-38 Tue", 700, 651, 0, 5),
        ("-34 Tue", 700, 672, 0, 6), ("-29 Tue", 700, 689, 0, 9), ("-25 Tue", 760, 703, 0, 4),
        ("-21 Tue", 760, 724, 0, 5), ("-16 Tue", 760, 750, 0, 6), ("-12 Tue", 760, 748, 0, 9),
        ("-8 Tue", 760, 745, 0, 7), ("-4 Tue", 760, 749, 0, 5), ("-1 Tue", 760, 750, 0, 5),
    )),
    (HOUSE, "residential", (
        ("-38 Tue", 20, 18, 0, 9), ("-29 Tue", 20, 20, 3, 16), ("-21 Tue", 24, 24, 4, 14), ("-12 Tue", 24, 24, 9, 21),
        ("-4 Tue", 24, 24, 7, 18), ("-1 Tue", 24, 24, 6, 17),
    )),
    (DETOX, "detox", (
        ("-21 Tue", 8, 6, 0, 1), ("-12 Tue", 8, 7, 0, 1), ("-4 Tue", 8, 5, 0, 1), ("-1 Tue", 8, 5, 0, 1),
    )),
    (COUNSEL, "counselling", (("-25 Tue", 140, 122, 0, 12), ("-9 Tue", 140, 131, 0, 15))),
)  # fmt: skip
USERS = 60
BASIS = (
    "Buyers served by the twenty addict-dealers and their connectors, less those who live elsewhere and those whom "
    "outreach knows to be in treatment already."
)
WHY = (
    "The clinic takes ten now and five more a week as patients step down; its van gives first doses on the day to "
    "whoever comes. Outreach walks West End every day for a month with naloxone. Waiting would cost the federal date."
)

DEATHS_SOURCE = "Vermont Department of Health, 2018 (case study, note 10)"
DEATHS_DEFINITION = "Drug-related deaths that occurred in the county or state"
YEARS = ((date(2015, 1, 1), date(2015, 12, 31)), (date(2016, 1, 1), date(2016, 12, 31)))
# Geography, level, part; 2015 and 2016.
DEATHS = (
    ("Rutland County", "county", "own", (16, 14)),
    ("Bennington County", "county", "compared", (3, 13)),
    ("Windsor County", "county", "compared", (5, 8)),
    ("Addison County", "county", "compared", (1, 7)),
    ("Vermont", "state", "wider", (108, 148)),
)
QUARTERS = (("-26 Mon", "-15 Sun"), ("-13 Fri", "-1 Thu"))  # twelve weeks and as many after the call-in
NALOXONE = (
    ("Otter Falls", "city", "own", (41, 27)),
    ("Ferrisburg Mills", "city", "compared", (19, 22)),
    ("Alder County", "county", "wider", (96, 88)),
)
NALOXONE_SOURCE = "County emergency services, invented for the demo"

SAFE, DEALING = "How safe do you feel on your street after dark?", "How often do you see dealing on a shift?"
SURVEYS = (
    ("-20 Sat", "residents", SAFE, 240,
     [["Very safe", 12], ["Fairly safe", 41], ["Rather unsafe", 68], ["Very unsafe", 39]]),
    ("-5 Sat", "residents", SAFE, 240,
     [["Very safe", 31], ["Fairly safe", 74], ["Rather unsafe", 38], ["Very unsafe", 14]]),
    ("-20 Mon", "officers", DEALING, 26, [["Every shift", 17], ["Most shifts", 5], ["Seldom", 1], ["Never", 0]]),
    ("-5 Mon", "officers", DEALING, 26, [["Every shift", 2], ["Most shifts", 7], ["Seldom", 12], ["Never", 3]]),
)  # fmt: skip


def diary(calendar):
    yield from treatment(calendar)
    yield from counts(calendar)
    for held, audience, question, asked, answers in SURVEYS:
        at = calendar.moment(f"{held} 17:30")
        yield Act(at, partial(log_survey, calendar.day(held), audience, question, asked, answers, at))


def treatment(calendar):
    """Monthly figures; before the sweep the estimate, and why it goes on though fifty places are missing."""
    for provider, kind, told in FIGURES:
        for as_of, *figures in told:
            at = max(calendar.moment(f"{as_of} 15:10"), calendar.moment(f"{TOLD_LATE} 15:00"))
            yield Act(at, partial(log_figures, provider, kind, calendar.day(as_of), figures, at))
    estimated_at, waived_at = calendar.moment("-16 Thu 10:00"), calendar.moment("-15 Thu 16:20")
    yield Act(estimated_at, partial(estimate, estimated_at))
    yield Act(waived_at, partial(waive, waived_at))


def counts(calendar):
    at = calendar.moment("-60 Tue 11:00")
    for geography, level, part, numbers in DEATHS:
        for years, number in zip(YEARS, numbers, strict=True):
            yield Act(at, partial(log_deaths, geography, level, part, years, number, at))
    for geography, level, part, numbers in NALOXONE:
        for (from_on, until_on), number in zip(QUARTERS, numbers, strict=True):
            period = calendar.day(from_on), calendar.day(until_on)
            at = calendar.moment(f"{until_on} 23:00")
            yield Act(at, partial(log_naloxone, geography, level, part, period, number, at))


def log_figures(provider, kind, as_of, figures, at):
    places, caseload, waiting, days = figures
    services.log_treatment_capacity(
        by=officer("ana"), market=market(WEST_END), provider=provider, kind=kind, places=places, caseload=caseload,
        waiting=waiting, days_to_first_appointment=days, as_of=as_of, source="Monthly call to the front desk", at=at,
    )  # fmt: skip


def estimate(at):
    services.estimate_cut_off(by=officer("ana"), market=market(WEST_END), users=USERS, basis=BASIS, at=at)


def waive(at):
    services.waive_capacity(by=officer("sal"), market=market(WEST_END), why=WHY, at=at)


def log_deaths(geography, level, part, years, number, at):
    from_on, until_on = years
    services.log_health_count(
        by=officer("sue"), market=market(FERRY_LANDING), measure="deaths", geography=geography, level=level, part=part,
        from_on=from_on, until_on=until_on, count=number, definition=DEATHS_DEFINITION, source=DEATHS_SOURCE, at=at,
    )  # fmt: skip


def log_naloxone(geography, level, part, period, number, at):
    from_on, until_on = period
    services.log_health_count(
        by=officer("ana"), market=market(WEST_END), measure="naloxone", geography=geography, level=level, part=part,
        from_on=from_on, until_on=until_on, count=number, definition="Runs on which naloxone was given",
        source=NALOXONE_SOURCE, at=at,
    )  # fmt: skip


def log_survey(held_on, audience, question, asked, answers, at):
    services.log_survey(
        by=officer("ana"), market=market(WEST_END), held_on=held_on, audience=audience, question=question, asked=asked,
        answers=answers, at=at,
    )  # fmt: skip
