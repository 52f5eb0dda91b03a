"""The kinds of facts: how addresses call them, how officers do, and what of each a correction may change."""

from dataclasses import dataclass

from django.urls import register_converter

from dealers.models.dealer import Dealer
from dealers.models.description import CautionFlag, Photo
from dealers.models.fact import Fact, Lasting
from dealers.models.identifiers import Address, Alias, BirthDate, Handle, Phone, Vehicle
from dealers.models.influential import Influential
from dealers.models.involvement import Involvement
from dealers.models.supervision import Supervision
from dmi.audit import versions

PERSON = (
    "last_name", "first_name", "middle_name", "suffix", "date_of_birth", "sex", "race", "height_inches",
    "weight_pounds", "marks",
)  # fmt: skip
TOLD = ("source", "reliability", "validity")


@dataclass(frozen=True)
class Kind:
    name: str  # in addresses, verbs and parameters
    words: str
    model: type[Fact]
    says: tuple[str, ...]
    shown_on: str = "dealers:view_dealer"

    @property
    def corrected(self):
        ends = ("until_on",) if issubclass(self.model, Lasting) else ()
        return (*self.says, *ends, *TOLD)

    @property
    def to_log(self):
        return f"dealers:log_{self.name}"

    @property
    def to_correct(self):
        return f"dealers:correct_{self.name}"


KINDS = {
    kind.name: kind
    for kind in (
        Kind("alias", "street name", Alias, ("name",)),
        Kind("birth_date", "date of birth", BirthDate, ("year", "month", "day")),
        Kind("address", "address", Address, ("kind", "line", "city", "state", "zip")),
        Kind("phone", "phone", Phone, ("number", "kind")),
        Kind("vehicle", "vehicle", Vehicle, ("description", "plate")),
        Kind("handle", "handle", Handle, ("platform", "name")),
        Kind("influential", "person who can help", Influential, ("name", "relation", "willing", "contact")),
        Kind(
            "involvement", "part in a market", Involvement,
            (
                "role", "is_active", "area", "uses_what_is_sold", "origin", "route", "carrier", "trips",
                "buyers_served", "share_from_out_of_town", "from_on", "until_on",
            ),
        ),
        Kind("caution", "caution", CautionFlag, ("kind", "noted_on")),
        Kind("photo", "photo", Photo, ("taken_on",)),
        Kind(
            "supervision", "supervision", Supervision, ("kind", "supervising_officer", "phone", "from_on", "until_on"),
            shown_on="dealers:view_supervision",
        ),
    )
}  # fmt: skip
BY_MODEL = {kind.model: kind for kind in KINDS.values()}


def identifiers_of(dealer):
    """(kind, facts) by which a dealer with_dossier is known and found; what is over comes last in each."""
    known_by = {
        "alias": dealer.street_names,
        "birth_date": dealer.other_births,
        "address": dealer.places,
        "phone": dealer.numbers,
        "vehicle": [*dealer.drives, *dealer.drove],
        "handle": dealer.screen_names,
    }
    return [(KINDS[name], sorted(facts, key=is_over)) for name, facts in known_by.items()]


def is_over(fact):
    return getattr(fact, "until_on", None) is not None


def version_of(record):
    """Which state of a record this is: what a correction says it was filled from."""
    return versions.version(record, corrected_of(type(record)))


def corrected_of(model):
    """What of a person, a fact, a tie or a condition a correction may change."""
    if model is Dealer:
        return PERSON
    return BY_MODEL[model].corrected if model in BY_MODEL else model.CORRECTED


class FactKind:
    """A kind of fact by its name, with a hyphen where the name has two words."""

    regex = "|".join(name.replace("_", "-") for name in KINDS)

    def to_python(self, value):
        return KINDS[value.replace("-", "_")]

    def to_url(self, value):
        return getattr(value, "name", value).replace("_", "-")


register_converter(FactKind, "fact")
