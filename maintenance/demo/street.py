"""The demo's debriefs (`street.toml`): what officers told from their phones, and what the analyst made of it."""

import tomllib
from datetime import timedelta
from functools import partial
from pathlib import Path

from django.core.files.base import ContentFile
from django.utils import timezone

from dealers.demo.known import known
from dealers.portraits import portrait_jpeg
from dmi.accounts.demo import officer
from dmi.diary import Act
from maintenance import services
from maintenance.hot_sheet import sightings
from maintenance.models import Copy, Debrief, HotSheet
from markets.demo import WEST_END, market

HERE = Path(__file__).parent
ANALYST = "ana"
SEEN_BEFORE = timedelta(minutes=12)  # from what he saw to his having told it


def told():
    return tomllib.loads((HERE / "street.toml").read_text())["debrief"]


def diary(calendar):
    for debrief in told():
        at = calendar.moment(debrief["at"])
        yield Act(at, partial(tell, debrief, at))
        if "became" in debrief:
            settled_at = calendar.moment(debrief["settled"])
            yield Act(settled_at, partial(settle, debrief, at, settled_at))
        if "read" in debrief:
            read_at = calendar.moment(debrief["read"])
            yield Act(read_at, partial(read_answer, debrief, at, read_at))


def tell(debrief, at):
    """Of somebody on the sheet by the number on one's own copy, as the QR code leads to it; else in words."""
    author = officer(debrief["by"])
    copy = copy_of(author, at) if "item" in debrief else None
    services.tell_debrief(
        by=author, where=debrief["where"], what=debrief["what"], who=debrief.get("who", ""), at=at,
        with_whom=debrief.get("with_whom", ""), seen_at=at - SEEN_BEFORE, copy=copy,
        item=number_of(debrief["item"], copy) if copy else None,
        photo=ContentFile(portrait_jpeg(debrief["photo"]), "phone.jpg") if "photo" in debrief else None,
    )  # fmt: skip


def copy_of(author, at):
    sheet = HotSheet.objects.in_force(timezone.localdate(at)).first()
    return Copy.objects.visible_to(author).get(sheet=sheet)


def number_of(name, copy):
    dealer = known(name)
    return next(item for item, card in sightings.people_on(copy).items() if card.dealer == str(dealer.pk))


def settle(debrief, told_at, at):
    used = {}
    if debrief["became"] == Debrief.State.USED:
        used = {"market": market(WEST_END), "dealers": [known(name) for name in debrief.get("about", ())]}
    if used.get("dealers"):
        used |= {"narrative": debrief["narrative"], "reliability": "B", "validity": debrief.get("validity", "2")}
    services.triage_debrief(
        by=officer(ANALYST), debrief=row_of(debrief, told_at), state=debrief["became"],
        answer=debrief.get("answer", ""), at=at, **used,
    )  # fmt: skip


def read_answer(debrief, told_at, at):
    services.see_answer(by=officer(debrief["by"]), debrief=row_of(debrief, told_at), at=at)


def row_of(debrief, told_at):
    return Debrief.objects.visible_to(officer(debrief["by"])).get(author__badge=debrief["by"], at=told_at)
