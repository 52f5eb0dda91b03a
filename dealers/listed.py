"""A list of dealers as it is shown and taken along: what each column needs, and says in a file."""

from django.utils.timezone import localdate, localtime

from dmi.audit import trail

FIRST_FILTERS = {"q", "market", "role", "status"}  # the others fold out below
AT_ONCE = 500
VERB = "dealers.export_dealers"
NAMES = ["Number", "Last name", "First name", "Middle name", "Suffix", "Street names"]  # head every file
COLUMNS = {
    "reference": "Number",
    "born": "Born",
    "part": "Part",
    "market": "Market",
    "status": "Status",
    "owner": "Answers for it",
    "cautions": "Cautions",
    "supervision": "Supervision",
    "last_entry": "Last entry",
    "logged": "Logged",
    "review": "Review due",
}
FILED = {name: label for name, label in COLUMNS.items() if name != "reference"} | {"born": "Date of birth"}


def with_columns(rows, columns, officer):
    """What these columns show, in a fixed number of queries."""
    rows = rows.with_card(officer) if "cautions" in columns else rows.with_parts(officer)
    if "supervision" in columns:
        rows = rows.with_conditions(localdate())
    return rows.select_related("logged_by", "assigned_to")


def header(columns):
    return NAMES + [FILED[name] for name in columns if name in FILED]


def lines(rows, columns, officer, zone):
    """A line for each dealer, a few hundred at a time; `zone`, because a file is streamed after the page's work."""
    for dealer in with_columns(rows, columns, officer).iterator(chunk_size=AT_ONCE):
        names = (dealer.last_name, dealer.first_name, dealer.middle_name, dealer.suffix)
        street_names = "; ".join(alias.name for alias in dealer.street_names)
        yield [dealer.reference, *names, street_names, *(SAYS[name](dealer, zone) for name in columns if name in FILED)]


def day(moment, zone):
    return localtime(moment, zone).date() if moment else None


SAYS = {
    "born": lambda dealer, zone: dealer.date_of_birth,
    "part": lambda dealer, zone: "; ".join(part.get_role_display() for part in dealer.parts),
    "market": lambda dealer, zone: "; ".join(str(part.market) for part in dealer.parts),
    "status": lambda dealer, zone: dealer.get_status_display(),
    "owner": lambda dealer, zone: str(dealer.owner),
    "cautions": lambda dealer, zone: "; ".join(str(caution) for caution in dealer.warnings),
    "supervision": lambda dealer, zone: "; ".join(each.get_kind_display() for each in dealer.supervised),
    "last_entry": lambda dealer, zone: day(dealer.last_entry_at, zone),
    "logged": lambda dealer, zone: day(dealer.logged_at, zone),
    "review": lambda dealer, zone: dealer.review_due,
}


def enter_export(officer, asked, saved, number):
    """The trail: how many rows, under which filter or saved list; of words only a keyed hash."""
    told = {name: said for name, said in asked.items() if name != "q"}
    if words := asked.get("q", "").strip():
        told["words"] = trail.keyed(words)
    trail.enter(officer, VERB, trail.Outcome.READ, saved, {"rows": number, **told}, asked=f"export:{number}")
