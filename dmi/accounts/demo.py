"""The demo's task force: one account to try each role with, and the officers who fill the roster. All invented."""

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from django.contrib.auth.hashers import PBKDF2PasswordHasher

from dmi.accounts import services
from dmi.accounts.models import Agency, ReviewedAccount, TaskForce, User
from dmi.accounts.roles import Role
from dmi.audit import trail
from dmi.audit.models import AuditEntry
from dmi.diary import Act

TASK_FORCE, TIME_ZONE = "Otter Falls DMI Task Force", "America/New_York"
PASSWORD = "seven-core-elements"  # noqa: S105 (it stands on the sign-in page: the demo holds nothing to protect)
LONG_AGO = "-200 Mon"

POLICE = "Otter Falls Police Department"
STATES_ATTORNEY = "Alder County State's Attorney"
COURT = "Alder County Treatment Court"
CLINIC = "Mill Street Treatment Center"
CITY = "City of Otter Falls, Code Office"
OUTREACH = "Alder County Recovery Outreach"
DAY, EVENING, NIGHT = "Day", "Evening", "Midnight"


@dataclass(frozen=True)
class Account:
    badge: str
    name: str
    duty: Role
    errand: str = ""  # what to try with it
    rank: str = ""
    agency: str = POLICE
    phone: str = ""
    shift: str = ""

    @property
    def role(self):
        return self.duty.label

    @property
    def is_sworn(self):
        return bool(self.shift)


# Badges are first names, so that a visitor remembers who is who.
ACCOUNTS = (
    Account("ray", "Ray Dunmore", Role.INVESTIGATOR,
        "Leads West End: log a dealer and a tie, mend the draft that came back.",
        "Det.", phone="802-555-0114", shift=DAY),
    Account("sal", "Sal Brandt", Role.SUPERVISOR,
        "Approve a draft; open this week's CRT meeting, decide, close it, freeze.",
        "Sgt.", phone="802-555-0107", shift=DAY),
    Account("sue", "Sue Ames", Role.SUPERVISOR,
        "Approve the sheet that sal has frozen; see who has not read it.",
        "Sgt.", phone="802-555-0108", shift=DAY),
    Account("pat", "Pat Moreno", Role.PATROL, "Works no market: this week's sheet in one tap, and nothing else.",
        "Ofc.", phone="802-555-0151", shift=EVENING),
    Account("quinn", "Quinn Hale", Role.PATROL,
        "Patrols West End: officers' cards, and a new name logged from the car.",
        "Ofc.", phone="802-555-0152", shift=EVENING),
    Account("otis", "Otis Calloway", Role.INVESTIGATOR, "Works Ferry Landing: look for anybody of West End.",
        "Det.", phone="802-555-0119", shift=DAY),
    Account("ana", "Ana Petrie", Role.ANALYST, "Import a list of names; read the ties.", phone="802-555-0126"),
    Account("dee", "Dee Novak", Role.DUTY_SUPERVISOR, "Approve when no sergeant is in; both markets are hers.",
        "Lt.", phone="802-555-0104", shift=NIGHT),
    Account("cole", "Cole Harding", Role.COMMANDER, "What stands in each market, without names.",
        "Capt.", phone="802-555-0102", shift=DAY),
    Account("pru", "Pru Castellan", Role.PROSECUTOR, "Read the dossiers behind the cases to come.",
        agency=STATES_ATTORNEY, phone="802-555-0161"),
    Account("cora", "Cora Whitfield", Role.COORDINATOR, "Read dossiers and meetings before the call-in.",
        phone="802-555-0135"),
    Account("liv", "Liv Lund", Role.LIAISON, "Whom officers call about a support contact.",
        "Ofc.", phone="802-555-0132", shift=DAY),
    Account("tess", "Tess Quill", Role.TREATMENT, "The desk behind the wall.", agency=CLINIC, phone="802-555-0171"),
    Account("clem", "Clem Abbott", Role.COURT_CLERK, "The court's desk behind the wall.",
        agency=COURT, phone="802-555-0163"),
    Account("ivy", "Ivy Sorrell", Role.PARTNER, "The code office's inspector: her cases and nothing of people.",
        agency=CITY, phone="802-555-0181"),
    Account("opal", "Opal Reyes", Role.PARTNER, "Where she is asked to reach out after an overdose: a place and a day.",
        agency=OUTREACH, phone="802-555-0188"),
    Account("sid", "Sid Marsh", Role.SECURITY_OFFICER, "The trail: who looked at whom, who was refused.",
        phone="802-555-0191"),
    Account("ada", "Ada Finch", Role.ADMINISTRATOR, "Add an officer, change a role, assign a market.",
        phone="802-555-0192"),
)  # fmt: skip

# Who else wears the badge: number, name, rank, shift, and what a few of them are besides patrol.
ROSTER = """
    117 Lena Kerr, Det., Day, investigator
    118 Rafe Ostrander, Det., Evening, investigator
    121 Nate Voss, Cpl., Evening, investigator
    143 Marta Ortiz, Ofc., Evening, liaison
    160 Gwen Tillotson, Sgt., Evening
    161 Harlan Sears, Sgt., Midnight
    203 Abe Cutting, Ofc., Day
    205 Priya Raman, Ofc., Day
    208 Joel Stanhope, Ofc., Day
    211 Kim Delacourt, Ofc., Day
    212 Owen Fairlie, Ofc., Day
    215 Nora Brightman, Ofc., Day
    219 Silas Goodspeed, Ofc., Evening
    222 Tomas Herrera, Ofc., Evening
    224 Beth Lavigne, Ofc., Evening
    226 Marcus Oakes, Ofc., Evening
    230 Ingrid Sather, Ofc., Evening
    231 Dan Prouty, Ofc., Evening
    235 Yusuf Karimi, Ofc., Midnight
    238 Cass Winslow, Ofc., Midnight
    240 Leo Maggio, Ofc., Midnight
    242 Ruth Ainsley, Ofc., Midnight
    247 Pete Skowron, Ofc., Midnight
    249 Jada Monroe, Ofc., Midnight
"""


Verdict = ReviewedAccount.Verdict
LOOKED_AT = (("ray", Verdict.KEEP), ("sal", Verdict.KEEP), ("sue", Verdict.KEEP), ("117", Verdict.CHANGE),
    ("203", Verdict.KEEP), ("205", Verdict.KEEP), ("208", Verdict.DISABLE))  # fmt: skip


def roster():
    for line in ROSTER.strip().splitlines():
        who, rank, shift, *role = (part.strip() for part in line.split(","))
        badge, _, name = who.partition(" ")
        duty = Role(role[0]) if role else Role.PATROL
        desk = role or rank != "Ofc."
        yield Account(badge, name, duty, rank=rank, shift=shift, phone=f"802-555-0{badge}" if desk else "")


def diary(calendar):
    at = calendar.moment(f"{LONG_AGO} 09:00")
    yield Act(at, set_up)
    for account in (*ACCOUNTS, *roster()):
        yield Act(at, partial(add, account))
    at = calendar.moment("-1 Sun 20:10")
    yield Act(at, partial(lend, calendar.today, at))
    at = calendar.moment("-1 Mon 13:00")
    yield Act(at, partial(begin_review, at))


def set_up():
    task_force = TaskForce.objects.get()
    services.change_settings(by=User.objects.clock(), task_force=task_force, name=TASK_FORCE, time_zone=TIME_ZONE)


def add(account):
    agency, _ = Agency.objects.get_or_create(name=account.agency)
    with cheap_hash():
        services.add_officer(
            by=User.objects.clock(), badge=account.badge, full_name=account.name, rank=account.rank, agency=agency,
            roles=[account.duty], is_sworn=account.is_sworn, shift=account.shift, phone=account.phone,
            password=PASSWORD,
        )  # fmt: skip


def lend(today, at):
    """While Lt. Novak is away an evening sergeant answers for both markets."""
    services.lend_role(
        by=officer("ada"), officer=officer("160"), role=Role.DUTY_SUPERVISOR, because="Lt. Novak’s leave.",
        from_on=today, until_on=today + timedelta(days=9), at=at, today=today,
    )  # fmt: skip


def begin_review(at):
    """This year's, begun; most accounts wait to be looked at."""
    review = services.open_review(by=officer("sid"), at=at)
    for badge, verdict in LOOKED_AT:
        services.judge_account(by=officer("sid"), review=review, officer=officer(badge), verdict=verdict, at=at)


@contextmanager
def cheap_hash():
    """Forty hashes at their full price take fifteen seconds, for a password that everybody may read.

    Django notices the low count at the first sign-in and hashes anew.
    """
    full = PBKDF2PasswordHasher.iterations
    PBKDF2PasswordHasher.iterations = 1000
    try:
        yield
    finally:
        PBKDF2PasswordHasher.iterations = full


def officer(badge):
    return User.objects.get(badge=badge)


# Where a load stands: the trail says that this desk is a demo, and whether it was loaded to its end.
BEGUN, LOADED = "accounts.begin_demo", "accounts.finish_demo"


def note(step):
    trail.enter(User.objects.clock(), step, trail.Outcome.DONE)


def is_noted(step):
    return AuditEntry.objects.filter(verb=step).exists()
