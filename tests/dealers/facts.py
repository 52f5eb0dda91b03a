"""One fact of each kind about somebody: what tests of facts, the sweep and the browser's world begin from."""

from dealers import services
from dealers.models.kinds import KINDS, version_of
from tests.conftest import NOON, TODAY

GRADED = {"source": "26-0411", "reliability": "B", "validity": "2"}
FACTS = {
    "alias": {"name": "Coop"},
    "birth_date": {"year": 1994, "month": 6},
    "address": {"kind": "home", "line": "41 Cutler Street", "city": "Otter Falls"},
    "phone": {"number": "802-555-0142", "kind": "prepaid"},
    "vehicle": {"description": "blue Civic", "plate": "KTR 4471"},
    "handle": {"platform": "snapchat", "name": "scoot.cody"},
    "influential": {"name": "Rose Farrow", "relation": "grandmother", "willing": "yes", "contact": "802-555-0177"},
}
LOG = {
    "alias": services.log_alias,
    "birth_date": services.log_birth_date,
    "address": services.log_address,
    "phone": services.log_phone,
    "vehicle": services.log_vehicle,
    "handle": services.log_handle,
    "influential": services.log_influential,
}
CORRECT = {
    "alias": services.correct_alias,
    "birth_date": services.correct_birth_date,
    "address": services.correct_address,
    "phone": services.correct_phone,
    "vehicle": services.correct_vehicle,
    "handle": services.correct_handle,
    "influential": services.correct_influential,
    "involvement": services.correct_involvement,
    "caution": services.correct_caution,
    "photo": services.correct_photo,
    "supervision": services.correct_supervision,
}


def log(kind, by, dealer, **facts):
    return LOG[kind](by=by, dealer=dealer, at=NOON, **{**FACTS[kind], **GRADED, **facts})


def log_caution(by, dealer):
    return services.log_caution(by=by, dealer=dealer, kind="flees", source="26-0411", noted_on=TODAY, at=NOON)


def known_by(by, dealer):
    """The keys of one of each, by the names that addresses give them."""
    found = {f"{kind}_id": log(kind, by, dealer).pk for kind in FACTS}
    ids = {"caution_id": log_caution(by, dealer).pk, "involvement_id": dealer.involvements.get().pk}
    return {**found, **ids, "kind": "alias", "fact_id": found["alias_id"]}


def correct(kind, by, fact, /, *, seen=None, at=NOON, **changed):
    """With everything else as it stands, as a form sends it."""
    stands = {name: getattr(fact, name) for name in KINDS[kind].corrected}
    seen = seen or version_of(fact)
    return CORRECT[kind](by=by, dealer=fact.dealer, seen=seen, at=at, **{kind: fact}, **{**stands, **changed})
