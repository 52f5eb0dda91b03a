"""What Impact counts apart, grouped as the case study groups it: larceny and motor vehicle theft are one."""

from dataclasses import dataclass

from markets.models import Category, Zone

NOT_CRIME = (Category.DRUGS, Category.OVERDOSE)
CATEGORIES = tuple(Category)
CRIME = tuple(category for category in CATEGORIES if category not in NOT_CRIME)
ALL = "all"


@dataclass(frozen=True)
class Measure:
    """One line: which categories of reports or of calls, which of their numbers, and what to bear in mind."""

    key: str
    label: str
    categories: tuple
    is_call: bool = False
    number: str = "count"  # or what else DailyCount keeps
    note: str = ""


CRIMES = (
    Measure("burglary", "Burglary", (Category.BURGLARY,)),
    Measure("theft", "Larceny and motor vehicle theft", (Category.LARCENY, Category.VEHICLE_THEFT)),
    Measure("vandalism", "Vandalism", (Category.VANDALISM,)),
    Measure("disorderly", "Disorderly conduct", (Category.DISORDERLY,)),
    Measure("assault", "Assault", (Category.ASSAULT,)),
    Measure("robbery", "Robbery", (Category.ROBBERY,)),
    Measure("other", "Other", (Category.OTHER,)),
    Measure(ALL, "All crime", CRIME, note="Without drug offences, overdoses and calls."),
)
APART = (
    Measure("drugs", "Drug offences", (Category.DRUGS,),
            note="Measures police effort: more arrests are more work done, not more dealing. Never a benefit."),
    Measure("overdose", "Overdoses", (Category.OVERDOSE,),
            note="As reported to the police; more may be called in when people trust who comes."),
    Measure("overdose_calls", "Calls for an overdose", (Category.OVERDOSE,), is_call=True,
            note="Apart from the reports: the same overdose may stand in both lists."),
    Measure("calls", "Calls for service", CATEGORIES, is_call=True,
            note="Whatever came of them; without what the import leaves out, such as traffic stops."),
    Measure("drug_calls", "Drug-related calls", CATEGORIES, is_call=True, number="drug_related_count",
            note="Of the calls for service: what neighbours see."),
    Measure("of_dealers", "Robberies of dealers", (Category.ROBBERY,), number="of_dealers_count",
            note="Of the robberies: those whose victim deals."),
)  # fmt: skip
MEASURES = CRIMES + APART
WATCHED = (ALL, "drug_calls", "calls", "overdose", "overdose_calls")  # for a market that re-emerges

TREATED, CONTROL, NEAR, NEAR_CONTROL = Zone.AREA, Zone.COMPARISON, Zone.NEAR, Zone.NEAR_COMPARISON
JURISDICTION = tuple(Zone)
