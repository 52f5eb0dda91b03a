"""What one edition says, as plain values: frozen, kept as canonical JSON, the only thing the sheet is made of.

The hash of that JSON is the edition's identity. Approval comes after the freeze and is therefore apart.
"""

import hashlib
import json
from dataclasses import MISSING, asdict, dataclass, fields, is_dataclass
from datetime import date, datetime
from types import UnionType
from typing import Literal, Self, get_args, get_origin, get_type_hints

LOOKS = 50  # characters: longer looks make a card grow
TOMBSTONE = "Removed record"  # where somebody stood whose record is gone (maintenance.retention.tombstones)
MAY_ACT = "Police may act"  # before the colon of a line of conditions; what else stands there is whom to tell


@dataclass(frozen=True, kw_only=True)
class Caution:
    letter: str
    word: str
    source: str
    on: date
    grave: bool  # armed, violent: solid black on paper


@dataclass(frozen=True, kw_only=True)
class Card:
    item: int  # said over the radio
    dealer: str
    surname: str
    given: str
    street_names: tuple[str, ...]
    tag: Literal["new", "changed", "kept", "revised"]  # revised: since the week's first edition, by a revision
    weeks: int
    cautions: tuple[Caution, ...]
    looks: str
    area: str
    vehicle: str
    plate: str
    conditions: tuple[str, ...]  # a line for what police may act on, one for each officer who is only told
    warrant: str
    why: str
    grade: str
    action: str
    call_name: str
    call_phone: str
    expires_on: date
    photo: str  # its SHA-256, or nothing
    photo_on: date | None


@dataclass(frozen=True, kw_only=True)
class Trend:
    name: str
    before: tuple[int, ...]  # the four weeks before, oldest first
    this: int


@dataclass(frozen=True, kw_only=True)
class SupportContact:
    name: str
    liaison: str
    phone: str
    until: date
    asks: bool = False  # to be called: the liaison wishes it, for whatever reason anybody is named


@dataclass(frozen=True, kw_only=True)
class PlaceItem:
    address: str
    kind: str
    why: str
    action: str
    expires_on: date
    grade: str = ""


@dataclass(frozen=True, kw_only=True)
class Unknown:
    name_or_looks: str
    text: str
    grade: str = ""
    wanted: str = ""  # what would identify them, and whom to call
    expires_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Bulletin:
    """What a flash says besides its line and the card of whom it is about."""

    text: str
    action: str
    source: str
    call_name: str
    call_phone: str


@dataclass(frozen=True, kw_only=True)
class Contents:
    edition: str
    revision: int
    task_force: str
    address: str  # where a sighting is logged
    valid_from: date
    valid_until: date
    meeting_on: date
    headline: str
    changes: tuple[str, ...] = ()  # what stands before a sentence's first colon prints bold
    trends: tuple[Trend, ...] = ()
    people: tuple[Card, ...] = ()
    support: tuple[SupportContact, ...] = ()
    places: tuple[PlaceItem, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    removed: tuple[str, ...] = ()
    bulletin: Bulletin | None = None  # of a flash; its line is the headline

    def to_json(self) -> str:
        return json.dumps(
            asdict(self), default=date.isoformat, sort_keys=True, ensure_ascii=False, separators=(",", ":")
        )

    @classmethod
    def from_json(cls, text: str) -> Self:
        return read(json.loads(text), cls, "sheet")

    def sha256(self) -> str:
        return hashlib.sha256(self.to_json().encode()).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Approval:
    by: str  # rank and name, as on the sheet
    at: datetime  # in the task force's own time zone: it is printed as it stands


def read(value, kind, where):
    """A value of JSON as what its field says it is; what does not fit is refused, with the place where it stands."""
    if isinstance(kind, type) and is_dataclass(kind):
        return kind(**read_fields(value, get_type_hints(kind), optional(kind), where))
    if get_origin(kind) is tuple:
        refuse_unless(isinstance(value, list), where)
        return tuple(read(each, get_args(kind)[0], f"{where}[{place}]") for place, each in enumerate(value))
    if get_origin(kind) is UnionType:
        return None if value is None else read(value, get_args(kind)[0], where)
    if get_origin(kind) is Literal:
        refuse_unless(value in get_args(kind), where)
        return value
    if kind is date:
        refuse_unless(isinstance(value, str), where)
        return date.fromisoformat(value)
    refuse_unless(type(value) is kind, where)
    return value


def read_fields(value, kinds, optional, where):
    refuse_unless(isinstance(value, dict), where)
    if strange := (kinds.keys() ^ value.keys()) - (optional - value.keys()):
        raise ValueError(f"{where}: unknown or missing: {', '.join(sorted(strange))}.")
    return {name: read(value[name], kind, f"{where}.{name}") for name, kind in kinds.items() if name in value}


def optional(kind):
    """What has a plain default may be missing: an edition frozen before there was such a field reads as it did."""
    return {field.name for field in fields(kind) if field.default is not MISSING and field.default != ()}


def refuse_unless(fits, where):
    if not fits:
        raise ValueError(f"{where} is not what the sheet keeps there.")
