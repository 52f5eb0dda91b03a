"""What is published of the two towns that went before, and what is not. Pure.

Source: Kennedy and Ben-Menachem, “Rutland, Vermont, Case Study”, The Police Chief, March 2018, 48-51. Nothing stands
here that it does not say; where it gives no number, none is made up.
"""

from dataclasses import dataclass

SOURCE = "Kennedy and Ben-Menachem, The Police Chief, March 2018, 48-51"
NOT_PUBLISHED = "not published there"
PROVES_NOTHING = (
    "A handful of people proves nothing: one arrest more or less moves every share on this page. Read it person by "
    "person, not as a rate, and not as what the call-in caused."
)


@dataclass(frozen=True)
class Told:
    """One line of the comparison; `name` is how this task force's own figure is found."""

    name: str
    words: str
    high_point: str
    rutland: str


TOLD = (
    Told("form", "Form", "Banked cases", "Plea with treatment court"),
    Told("identified", "Key dealers", "16 active, front-line dealers", "a few dozen people in the core network"),
    Told(
        "prosecuted", "Prosecuted instead", "those with histories of serious violence",
        "20 to 25 on federal charges; 4 connectors and 16 addict-dealers in criminal court",
    ),
    Told("invited", "Called in", "nonviolent dealers; no number", "7 of the 27 arrested by the state (26 %)"),
    Told("attended", "Came", NOT_PUBLISHED, NOT_PUBLISHED),
    Told("accepted", "Took the offer", NOT_PUBLISHED, NOT_PUBLISHED),
    Told("rearrested", "Re-arrested", NOT_PUBLISHED, NOT_PUBLISHED),
    Told(
        "market", "The market afterwards", "disappeared after the call-in and never returned",
        "2013 to 2015 down: larceny and motor vehicle theft by 31 %, disorderly conduct by 37 %, vandalism by 49 %, "
        "burglary by 53 %, all crime by 17 %; not formally evaluated",
    ),
)  # fmt: skip
