"""The demo’s file as it is answered for: agreements, what left, a hold, a request for removal, the months’ counts."""

from datetime import datetime, time
from functools import partial

from django.utils import timezone

from dealers import services as dealing
from dealers.cases.models import Case
from dealers.demo.known import known
from dmi.accounts.demo import officer
from dmi.accounts.models import User
from dmi.diary import Act
from maintenance.retention import services
from maintenance.retention.models import Agreement, Dissemination, Removal
from maintenance.rules import month_before, month_of

MONTHS = 3
PINE_HOLLOW, SHERIFF, TASK_FORCE = (
    "Pine Hollow Police Department",
    "Alder County Sheriff",
    "Tri-State Highway Task Force",
)
AGREEMENTS = (  # with whom, signed, until, about what
    (PINE_HOLLOW, "-23 Mon", None, "Names, photographs and vehicles of who sells across the county line"),
    (SHERIFF, "-21 Wed", "6 Fri", "Whom the jail holds and lets go: facts, by telephone or system"),
)
Item, Channel = Dissemination.Item, Dissemination.Channel
GIVEN = (  # when, of whom, what, to which agency, to whom, why, how; without an agreement where there is none
    ("-9 Wed 14:20", "Achterberg", Item.PHOTO, PINE_HOLLOW, "Det. Ellen Frost",
        "His car stands at a motel there on Fridays.", Channel.HAND),
    ("-6 Tue 09:40", "Vantine", Item.FACTS, SHERIFF, "Lt. Paul Dacey", "Release expected; conditions.", Channel.PHONE),
    ("-1 Tue 16:05", "Achterberg", Item.FACTS, TASK_FORCE, "Sgt. Ida Moore",
        "They stopped the car and asked who it is.", Channel.PHONE),
)  # fmt: skip
HELD, DISCLOSED, ASKED = "-5 Tue 11:10", "-4 Wed 15:30", "day -1 09:30"


def diary(calendar):
    for agency, signed, until, covers in AGREEMENTS:
        at = calendar.moment(f"{signed} 10:00")
        yield Act(at, partial(sign, agency, covers, until and calendar.day(until), at))
    for said, name, item, agency, recipient, why, channel in GIVEN:
        at = calendar.moment(said)
        yield Act(at, partial(give_out, name, item, agency, recipient, why, channel, at))
    for said, act in ((HELD, keep), (DISCLOSED, disclose), (ASKED, ask)):
        at = calendar.moment(said)
        yield Act(at, partial(act, at))
    yield from months(calendar.today)


def months(today):
    month = month_of(today)
    for _ in range(MONTHS):
        over = datetime.combine(month, time(3, 30), timezone.get_current_timezone())
        month = month_before(month)
        if over.date() < today:
            yield Act(over, partial(count, month, over))


def sign(agency, covers, until, at):
    services.add_agreement(by=officer("sal"), agency=agency, covers=covers, signed_on=at.date(), until=until, at=at)


def give_out(name, item, agency, recipient, why, channel, at):
    agreement = Agreement.objects.in_force(at.date()).filter(agency=agency).first()
    services.log_dissemination(
        by=officer("sal"), dealer=known(name), item=item, recipient=recipient, why=why, channel=channel,
        given_on=at.date(), agreement=agreement, has_none=agreement is None, agency=agency, at=at,
    )  # fmt: skip


def keep(at):
    because = "Subpoena in docket 26-CR-0417: the whole record is kept until it is answered"
    dealing.set_hold(by=officer("pru"), dealer=known("Achterberg"), because=because, at=at)


def disclose(at):
    dealer = known("Vantine")
    services.disclose_record(
        by=officer("pru"), dealer=dealer, docket="26-CR-0391", counsel="Imogen Sayre, counsel for the defendant",
        cases=Case.objects.about([dealer]), at=at,
    )  # fmt: skip


def ask(at):
    """Left for the security officer, or a supervisor who did not ask."""
    ground = Removal.Ground.UNFOUNDED
    services.ask_removal(by=officer("sue"), dealer=known("Tatro"), kind=Removal.Kind.PURGE, ground=ground, at=at)


def count(month, at):
    services.make_compliance_report(by=User.objects.clock(), month=month, at=at)
