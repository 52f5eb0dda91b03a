"""Invented editions of the hot sheet, as long as a test wants them, with drawn faces for photos."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from hashlib import sha256
from uuid import UUID
from zoneinfo import ZoneInfo

from dealers.portraits import portrait_jpeg
from maintenance.hot_sheet.contents import (
    Approval,
    Card,
    Caution,
    Contents,
    PlaceItem,
    SupportContact,
    Trend,
    Unknown,
)

MONDAY = date(2026, 11, 23)
APPROVAL = Approval(by="Sgt. S. Ames", at=datetime(2026, 11, 22, 18, tzinfo=ZoneInfo("America/New_York")))
FROST, KERR = ("Det. R. Frost", "802-555-0114"), ("Det. L. Kerr", "802-555-0117")
VOSS = ("Cpl. N. Voss", "802-555-0121")
ARMED = ("A", "ARMED", "26-4411", date(2026, 11, 2), True)
VIOLENT = ("V", "VIOLENT", "26-4102", date(2026, 10, 11), True)
FLEES = ("F", "FLEES", "26-4290", date(2026, 10, 24), False)
NEEDLES = ("N", "NEEDLES", "Ptl Hale", date(2026, 11, 19), False)
DOG = ("D", "DOG", "26-4377", date(2026, 10, 30), False)
CRISIS = ("M", "MENTAL-HEALTH CRISIS", "26-4402", date(2026, 11, 1), False)

# surname, given, street names, tag, cautions, looks, area, vehicle, plate, why, grade, action, whom to call
PEOPLE = [
    ("Mercer", "Dale", ["Pockets", "D"], "new", [ARMED, VIOLENT], "M, 34, 5'11\", 170 lb; rose tattoo, left neck",
     "Pine St, Forest St after dark", "gray Honda Civic", "VT HKD 482",
     "Sold from the car on Pine St, evenings of 16 and 20 Nov.", "B2",
     "Arrest on warrant 26-0917: confirm with dispatch first. Two officers, vests.", FROST),
    ("Okafor", "Tobias", ["Tobe", "Southside"], "changed", [ARMED, FLEES], "M, 28, 6'1\", 195 lb; sleeve, right arm",
     "Grove St lot; bus station", "black Dodge Charger", "VT LJT 207",
     "Brings weight from out of town; Grove St, Thursdays.", "B2",
     "Observe and report. Do not approach the handover; call Frost at once.", FROST),
    ("Lindqvist", "Anna-Mae", ["Swede"], "kept", [NEEDLES, DOG], "F, 41, 5'6\", 130 lb; burn scar, right hand",
     "14 Baxter St, rear stairs", "", "",
     "Sells from rear stairs; nine visitors in an hour.", "A2",
     "Knock-and-talk by CRT set for Tue 24 Nov. Until then observe and report.", KERR),
    ("Ferreira", "Luis", ["Chino", "Lou"], "kept", [VIOLENT, FLEES], "M, 37, 5'8\", 165 lb; scar, left brow",
     "Strongs Ave; laundromat", "red Ford Ranger", "VT GVB 913",
     "Introduces out-of-town sellers; met Okafor 19 Nov.", "B3",
     "Observe and report who he meets and when. Stop only on own lawful basis.", FROST),
    ("Brannigan", "Kieran", ["Red"], "new", [FLEES, CRISIS], "M, 31, 5'10\", 210 lb; full red beard",
     "River St bridge", "mountain bike, green", "",
     "New on the bridge; two hand-to-hand sales on 17 Nov.", "A2",
     "Custom notification ready: notify Voss, keep in sight, do not stop for it.", VOSS),
    ("Dumont", "Jerome", ["JD", "Quiet"], "changed", [ARMED], "M, 26, 5'9\", 150 lb; short twists, gray sweatshirt",
     "Library Ave; 70 Pine St", "silver Nissan Altima", "VT KRP 556",
     "Carried for Okafor; handgun seen in waistband 12 Nov.", "B2",
     "Stop only on own lawful basis. Assume armed; call for a second unit.", FROST),
    ("Whitcomb", "Gerald", ["Doc"], "kept", [NEEDLES], "M, 63, 5'7\", 160 lb; glasses; walks with a cane",
     "9 Crescent St", "beige Buick LeSabre", "VT CDN 118",
     "Rents rooms by the night; landlord notified 13 Nov.", "A1",
     "Code officer visits Wed 25 Nov, 10:00. Stand by if asked; no search.", KERR),
    ("Salcedo", "Marisol", ["Mari"], "kept", [FLEES], "F, 29, 5'3\", 125 lb; hair in a bun; ear studs",
     "West St; Howe Center", "white Kia Soul", "VT JWM 340",
     "Drives Ferreira to meetings; seen 10 and 19 Nov.", "C3",
     "Observe and report passengers and times. No stop on this sheet.", FROST),
    ("Tatro", "Wesley", ["Wes", "Cap"], "new", [VIOLENT, DOG], "M, 45, 6'0\", 220 lb; always a navy cap",
     "Depot Park; Wales St", "green Chevy Silverado", "VT FHL 729",
     "Back in Depot Park since 14 Nov; one sale seen.", "B2",
     "Notify Frost before any contact. Stop only on own lawful basis.", FROST),
    ("Abara", "Emeka", ["Mack", "Big E"], "kept", [VIOLENT], "M, 39, 6'3\", 250 lb; shaved head, full beard",
     "Woodstock Ave motel, rooms 8-12", "blue Toyota Tundra", "VT HXC 664",
     "Holds the weekend motel rooms; cash on 7 and 14 Nov.", "B2",
     "Directed patrol Fri and Sat, 20:00-02:00. Record plates and room numbers.", KERR),
    ("Pelkey", "Dawn", ["Bee"], "kept", [NEEDLES], "F, 33, 5'5\", 140 lb; glasses; brown bob",
     "Cleveland Ave", "", "",
     "Passes calls to Dumont; with him on 9 and 16 Nov.", "C2",
     "Observe and report. Offer the services card if she speaks to you.", VOSS),
    ("Hollis", "Shane", ["Ghost"], "kept", [NEEDLES, CRISIS], "M, 48, 5'10\", 155 lb; gray hood; limps, right leg",
     "Rail yard; Pine St underpass", "on foot", "",
     "Steers buyers to 14 Baxter St from the underpass.", "B3",
     "Observe and report. Foot patrol checks the underpass each shift.", VOSS),
    ("Adeyemi", "Curtis", ["CJ"], "changed", [ARMED], "M, 36, 5'11\", 185 lb; moustache; gold chain",
     "Meadow St; gym on Allen St", "black Audi A4", "VT LAB 775",
     "Supplied Dumont to October; car back in town 18 Nov.", "B2",
     "Stop only on own lawful basis. Notify Kerr with place and passengers.", KERR),
    ("Rousseau", "Camille", ["Cam", "Frenchie"], "kept", [FLEES], "F, 24, 5'7\", 120 lb; black hair to the waist",
     "Franklin St; campus lot", "gray Subaru Impreza", "VT GTK 091",
     "Delivered to cars at the campus lot, 11 and 18 Nov.", "B3",
     "Observe and report car, plate, time. No photo on file: one is wanted.", KERR),
]  # fmt: skip

PLACES = [
    ("14 Baxter St", "rear stairs, third floor", "Steady foot traffic 16:00 to 23:00.", "A2",
     "Directed patrol; knock-and-talk Tue 24 Nov.", date(2026, 11, 29)),
    ("Grove St lot", "behind the pharmacy", "Thursday handovers, 18:00 to 20:00.", "B2",
     "Observe and report; no marked unit Thu.", date(2026, 12, 6)),
    ("Woodstock Ave motel", "rooms 8 to 12", "Weekend lets, cash; NY plates.", "B2",
     "Directed patrol Fri, Sat; owner cooperates.", date(2026, 12, 6)),
    ("9 Crescent St", "whole house", "Rooms by the night; unsafe wiring.", "A1",
     "Code officer Wed 25 Nov, 10:00.", date(2026, 11, 29)),
    ("Pine St underpass", "rail side", "Steering to Baxter St; needles.", "B3",
     "Foot patrol each shift; gloves, sharps box.", date(2026, 12, 6)),
    ("Depot Park", "bandstand", "Sales resumed 14 Nov.", "B2",
     "Presence 15:00 to 19:00; talk to families.", date(2026, 12, 6)),
]  # fmt: skip

UNKNOWN = [
    ("“Tall Mike”", "M, about 30, 6'4\", thin, red parka, Brooklyn Nets cap. With Okafor, Grove St lot, 19 Nov.", "B3",
     "Name and plate wanted: Frost 0114."),
    ("Woman, silver Jetta", "F, 20s, blond ponytail. Partial plate VT GX? 4??. Three stops at 70 Pine St.", "B2",
     "Full plate wanted: Kerr 0117."),
    ("“Uncle”", "Named as supplier in three debriefs; no description.", "C3", "Any “Uncle”: tell Frost 0114."),
]  # fmt: skip

SUPPORT = [
    ("Bishop, Carla", "Ofc. T. Lund", "802-555-0132", date(2027, 1, 31)),
    ("Doyle, Patrick", "Ofc. T. Lund", "802-555-0132", date(2026, 12, 14)),
    ("Haskins, Renée", "M. Ortiz", "802-555-0140", date(2027, 2, 28)),
    ("Kowalczyk, Stan", "M. Ortiz", "802-555-0140", date(2027, 1, 7)),
    ("Nguyễn, Lan", "Ofc. T. Lund", "802-555-0132", date(2026, 12, 20)),
    ("Trombley, Ashley", "J. Abbott", "802-555-0136", date(2027, 1, 11)),
]

TRENDS = [
    ("Area calls", (31, 28, 33, 29), 22),
    ("Drug incidents", (9, 11, 8, 10), 7),
    ("Burglary", (4, 3, 5, 4), 2),
    ("Larceny", (14, 12, 17, 13), 15),
    ("Disorderly", (7, 9, 6, 6), 4),
    ("Overdoses", (2, 3, 2, 1), 1),
]


def edition(count=14, /, **changed):
    """A whole sheet of so many people, the same ones over again where there are more than fourteen."""
    return replace(
        Contents(
            edition="2026-W48",
            revision=0,
            task_force="Otter Falls DMI Task Force",
            address="https://desk.example.gov/s/2026-W48",
            valid_from=MONDAY,
            valid_until=MONDAY + timedelta(days=6),
            meeting_on=date(2026, 11, 22),
            headline="Handovers moved from Wednesday to Thursday; larceny rose for the first time since August.",
            changes=(
                "3 new: items 1, 5, 9.",
                "3 changed: 2 (new car), 6 (armed), 13 (back in town).",
                "5 removed: see the list; stop looking for them.",
                "West End: maintenance, week 14 after the call-in.",
                "Northside: four weeks after its call-in, no re-emergence.",
            ),
            trends=tuple(Trend(name=name, before=before, this=this) for name, before, this in TRENDS),
            people=tuple(card(item) for item in range(1, count + 1)),
            support=tuple(
                SupportContact(name=name, liaison=liaison, phone=phone, until=until)
                for name, liaison, phone, until in SUPPORT
            ),
            places=tuple(
                PlaceItem(address=address, kind=kind, why=why, grade=grade, action=action, expires_on=until)
                for address, kind, why, grade, action, until in PLACES
            ),
            unknown=tuple(
                Unknown(name_or_looks=name, text=text, grade=grade, wanted=wanted, expires_on=date(2026, 12, 6))
                for name, text, grade, wanted in UNKNOWN
            ),
            removed=("Neil Archer", "Rae Castonguay", "Troy Gilman", "Ivan Petrov", "Leah Simmons"),
        ),
        **changed,
    )


def bare(**changed):
    """A sheet that says nothing but the CRT's line."""
    nothing = dict.fromkeys(("changes", "trends", "support", "places", "unknown", "removed"), ())
    return edition(0, **{**nothing, **changed})


def card(item, **changed):
    person = PEOPLE[(item - 1) % len(PEOPLE)]
    surname, given, street_names, tag, cautions, looks, area, vehicle, plate, why, grade, action, (name, phone) = person
    unseen = surname == "Rousseau"
    return replace(
        Card(
            item=item,
            dealer=str(UUID(int=item)),
            surname=surname,
            given=given,
            street_names=tuple(street_names),
            tag=tag,
            weeks=item % 7 + 2,
            cautions=tuple(
                Caution(letter=letter, word=word, source=source, on=on, grave=grave)
                for letter, word, source, on, grave in cautions
            ),
            looks=looks,
            area=area,
            vehicle=vehicle,
            plate=plate,
            conditions=(),
            warrant="",
            why=why,
            grade=grade,
            action=action,
            call_name=name,
            call_phone=phone,
            expires_on=date(2026, 12, 6),
            photo="" if unseen else sha256(face(item)).hexdigest(),
            photo_on=None if unseen else date(2019, 6, 1) if surname == "Whitcomb" else date(2026, 1 + item % 11, 1),
        ),
        **changed,
    )


@cache
def face(item):
    surname = PEOPLE[(item - 1) % len(PEOPLE)][0]
    return portrait_jpeg(item, size=(240, 320), woman=surname in ("Lindqvist", "Salcedo", "Pelkey", "Rousseau"))


def photos(contents):
    return {card.photo: face(card.item) for card in contents.people if card.photo}
