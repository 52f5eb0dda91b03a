from dataclasses import dataclass
from datetime import datetime
from typing import Any


class RuleBroken(Exception):
    """A rule said no. The message is shown to the officer as it is."""


class TrailFailed(Exception):
    """What was asked can not be entered on the trail, and so it was not done."""


@dataclass(frozen=True)
class Change:
    """What somebody made of one field of a record."""

    name: str
    before: Any
    after: Any
    by: str
    at: datetime


class ChangedMeanwhile(RuleBroken):
    """Somebody else changed the record since this officer's form was filled from it: what, and its version now."""

    def __init__(self, changes, version):
        who = " and ".join(dict.fromkeys(change.by for change in changes)) or "Somebody"
        super().__init__(f"{who} changed this meanwhile. Nothing you typed is lost: compare, then save again.")
        self.changes, self.version = changes, version
