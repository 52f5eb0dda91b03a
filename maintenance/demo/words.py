"""The demo's words in public (`words.toml`): that the town is no haven, told to landlords, in a park, to the press."""

import tomllib
from functools import partial
from pathlib import Path

from dmi.accounts.demo import officer
from dmi.audit.versions import version
from dmi.diary import Act
from maintenance import services
from maintenance.models import Announcement
from markets.demo import WEST_END, market, place

HERE = Path(__file__).parent
WRITER, APPROVER = "ana", "sal"


def told():
    return tomllib.loads((HERE / "words.toml").read_text())["announcement"]


def diary(calendar):
    for words in told():
        for when, act in (("written", write), ("approved", approve), ("published", publish)):
            if when in words:
                at = calendar.moment(words[when])
                yield Act(at, partial(act, words, at))


def write(words, at):
    services.write_announcement(
        by=officer(WRITER), market=market(WEST_END), kind=words["kind"], audience=words["audience"],
        title=words["title"], text=words["text"], at=at,
        hot_place=place(WEST_END, words["place"]) if "place" in words else None,
    )  # fmt: skip


def approve(words, at):
    announcement = called(words)
    seen = version(announcement, announcement.CORRECTED)
    services.approve_announcement(by=officer(APPROVER), announcement=announcement, seen=seen, at=at)


def publish(words, at):
    services.publish_announcement(by=officer(WRITER), announcement=called(words), published_on=at.date(), at=at)


def called(words):
    return Announcement.objects.get(title=words["title"])
