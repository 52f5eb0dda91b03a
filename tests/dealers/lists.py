"""Lists as offices send them."""

from dealers import services
from tests.conftest import NOON

HEADER = "last_name,first_name,street_names,date_of_birth,phone,predicate,source"
GOOD = f"{HEADER}\nFarrow,Cody,Scooter,6/6/1994,802-555-0101,Sold twice,26-1\n"
GIVEN = ("Ada", "Bert", "Cora", "Dell", "Edie", "Fitz", "Gwen", "Hugh", "Ines", "Jude")
FAMILY = ("Marsh", "Quist", "Tolland", "Brandywine", "Okafor", "Petrov", "Vance", "Ulrich", "Yates", "Zimmer")


def ten_good_and_three_bad():
    """A day in February's second month that never was, a header with a slip, a formula for a name."""
    rows = [
        f"{family},{given},,0{place % 9 + 1}/1{place}/198{place},,Sold at the plaza,26-{place},"
        for place, (given, family) in enumerate(zip(GIVEN, FAMILY, strict=True))
    ]
    bad = ["Ruiz,Marta,,31/02/1990,,Sold once,26-20,", "=1+1,Ned,,1991,,Sold once,26-21,"]
    return "\n".join([f"{HEADER},dobb", *rows, *bad]) + "\n"


def uploaded(by, market, text=GOOD, source="County jail", at=NOON, **said):
    return services.upload_list(by=by, market=market, source=source, text=text, at=at, **said)


def imported(by, market, text=GOOD, which="new", at=NOON, **said):
    batch = uploaded(by, market, text, at=at, **said)
    return services.import_dealers(by=by, batch=batch, which=which, at=at)


def kept_lists(by, market):
    """A list on its way with a bad row and two that repeat each other, and a saved list: what their addresses want."""
    twice = f"{ten_good_and_three_bad()}Vance,Gwen,,08/16/1986,,Seen again,26-30,\n"
    batch = uploaded(by, market, twice)
    services.map_columns(by=by, batch=batch, **{name: name for name in HEADER.split(",")})
    saved = services.save_list(by=by, name="Drafts", query={"status": "draft"}, columns=["part"], at=NOON)
    return {"batch_id": batch.pk, "list_id": saved.pk}
