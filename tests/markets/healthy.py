"""Figures of health and treatment for tests, as they stand on 3 March 2026."""

from datetime import date

from markets import services
from tests.conftest import NOON, TODAY

YEARS = ((date(2015, 1, 1), date(2015, 12, 31)), (date(2016, 1, 1), date(2016, 12, 31)))
# Kennedy and Ben-Menachem, The Police Chief, March 2018, note 10.
DEATHS = (
    ("Rutland County", "county", "own", 16, 14), ("Bennington County", "county", "compared", 3, 13),
    ("Windsor County", "county", "compared", 5, 8), ("Addison County", "county", "compared", 1, 7),
    ("Vermont", "state", "wider", 108, 148),
)  # fmt: skip
ANSWERS = [["Much safer", 41], ["Somewhat safer", 30], ["No safer", 12]]


def counted(by, market, geography="Rutland County", count=16, **facts):
    said = {
        "measure": "deaths", "level": "county", "part": "own", "from_on": YEARS[0][0], "until_on": YEARS[0][1],
        "definition": "Deaths that occurred in the county", "source": "Department of Health, 2018", "at": NOON, **facts,
    }  # fmt: skip
    return services.log_health_count(by=by, market=market, geography=geography, count=count, **said)


def deaths_of(by, market):
    for geography, level, part, *numbers in DEATHS:
        for (from_on, until_on), number in zip(YEARS, numbers, strict=True):
            counted(by, market, geography, number, level=level, part=part, from_on=from_on, until_on=until_on)


def told_by_clinic(by, market, places=760, caseload=750, **facts):
    said = {
        "provider": "Otter Falls Treatment Center", "kind": "medication", "waiting": 0, "as_of": TODAY,
        "days_to_first_appointment": 6, "source": "Monthly call", "at": NOON, **facts,
    }  # fmt: skip
    return services.log_treatment_capacity(by=by, market=market, places=places, caseload=caseload, **said)


def estimated(by, market, users=60, at=NOON):
    return services.estimate_cut_off(by=by, market=market, users=users, basis="Buyers served, by layer", at=at)


def waived(by, market, at=NOON, why="The van gives first doses on the day."):
    return services.waive_capacity(by=by, market=market, why=why, at=at)


def asked_of_residents(by, market, **facts):
    said = {
        "held_on": TODAY, "audience": "residents", "question": "Do you feel safer?", "asked": 120,
        "answers": ANSWERS, "at": NOON, **facts,
    }  # fmt: skip
    return services.log_survey(by=by, market=market, **said)


def health_of(by, market):
    """Something under every address of health and treatment."""
    deaths_of(by, market)
    estimated(by, market)
    return {
        "health_count_id": counted(by, market, geography="Otter Falls", level="city", count=0).pk,
        "capacity_id": told_by_clinic(by, market).pk,
        "survey_id": asked_of_residents(by, market).pk,
    }


def more_health(by, market, number):
    """One more row of everything the page lists."""
    counted(by, market, geography=f"County {number}")
    counted(by, market, geography=f"County {number}", from_on=YEARS[1][0], until_on=YEARS[1][1])
    told_by_clinic(by, market, provider=f"Clinic {number}")
    asked_of_residents(by, market, question=f"Do you feel safer since month {number}?")
    estimated(by, market)
