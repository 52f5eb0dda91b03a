"""Lists that the demo's officers keep, and one from another office that waits to be imported."""

from datetime import timedelta
from functools import partial

from dealers import services
from dmi.accounts.demo import officer
from dmi.diary import Act
from markets.demo import WEST_END, market

KEPT = (
    ("sal", "Armed", {"caution": "armed", "status": "on_file"}, ["part", "market", "cautions", "supervision", "owner"]),
    ("ana", "Not known yet", {"role": "other"}, ["market", "status", "last_entry", "owner"]),
)
WAITING = """Surname,Given name,AKA,DOB,Cell,What was seen,Case number,Clerk
Ketteridge,Milo,Ketch,04/1996,802-555-0171,Stopped with forty folds and a scale,26-1188,R. Voss
Ottway,Lena,,2/11/1999,802-555-0172,Named by two buyers at the plaza,26-1190,R. Voss
Otway,Lena,Lee,02/11/1999,,Seen handing folds from a window,26-1203,R. Voss
Brandt-Hale,Corin,,31/02/1994,,Sold to an officer,26-1207,R. Voss
=1+1,Dorian,,1988,,Sold to an officer,26-1209,R. Voss
"""


def diary(calendar):
    today = calendar.moment("day -1 10:00")
    for number, (badge, name, query, columns) in enumerate(KEPT):
        at = today + timedelta(minutes=number)
        yield Act(at, partial(save, badge, name, query, columns, at))
    yield Act(today + timedelta(hours=1), partial(upload, today + timedelta(hours=1)))


def save(badge, name, query, columns, at):
    services.save_list(by=officer(badge), name=name, query=query, columns=columns, is_shared=True, at=at)


def upload(at):
    """The clerk's name is left out; it is said on the page."""
    ana = officer("ana")
    batch = services.upload_list(by=ana, market=market(WEST_END), source="Alder County court", text=WAITING, at=at)
    services.map_columns(
        by=ana, batch=batch, last_name="Surname", first_name="Given name", street_names="AKA", date_of_birth="DOB",
        phone="Cell", predicate="What was seen", source="Case number",
    )  # fmt: skip
