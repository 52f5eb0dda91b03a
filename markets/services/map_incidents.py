from collections import Counter

from dmi import tables
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from markets import keeping, nibrs, records
from markets.models import LEFT_OUT, Category, IncidentBatch

MOST_WORDINGS = 500  # a records system has two hundred; an address or a narrative has no end
COUNTS = {*Category.values, LEFT_OUT}


@on_the_record
def map_incidents(*, by, batch, day_order="", wordings=None, **headers):
    """Which column of the list is which of ours, and what each of its wordings counts as. Remembered for the source.

    `headers`: our column -> the file's; `wordings`: theirs -> our category. Wordings that nobody named yet are proposed
    where they are known. Refused: a list that is imported or given up, no column for number, day or offence, one column
    for two of ours, a column of offences with endless wordings.
    """
    hold(batch)
    if not batch.is_waiting:
        raise RuleBroken(f"This list is {batch.get_state_display().lower()}; upload it again to read it otherwise.")
    chosen = {column: name for column, name in headers.items() if name}
    check_chosen(batch, chosen)
    batch.columns = dict.fromkeys(batch.header, "") | {name: column for column, name in chosen.items()}
    if not has_needed(batch.columns):
        raise RuleBroken("Say which column holds the number, which the day, and which the offence or its code.")
    former = IncidentBatch.objects.visible_to(by).mapped_from(batch.market, batch.source, batch.holds)
    survey(batch, former.exclude(pk=batch.pk).first(), day_order)
    batch.wordings |= checked_wordings(batch, wordings or {})
    batch.save()
    return batch


def check_chosen(batch, chosen):
    if strange := [name for name in chosen.values() if name not in batch.header]:
        raise RuleBroken(f"The list has no column “{strange[0][:40]}”.")
    if twice := [name for name in chosen.values() if list(chosen.values()).count(name) > 1]:
        raise RuleBroken(f"“{twice[0][:40]}” is named for two columns; choose one.")


def checked_wordings(batch, wordings):
    """Those of this list, each with a category of ours."""
    known = {nibrs.wording(said): category for said, category in wordings.items() if category}
    if strange := [category for category in known.values() if category not in COUNTS]:
        raise RuleBroken(f"There is no category “{strange[0][:20]}”.")
    return {said: category for said, category in known.items() if said in batch.found}


def has_needed(columns):
    named = set(columns.values())
    return named >= set(records.NEEDED) and bool(named & {"code", "offence"})


def survey(batch, former, day_order=""):
    """Goes through the list once: the wordings it has, how often, and in which order its days are written.

    What was named for the source before stays. Where the days leave their order open, and nobody said, it is asked.
    """
    found, orders = read_through(batch)
    if len(found) > MOST_WORDINGS:
        raise RuleBroken(f"The offence has more than {MOST_WORDINGS} different wordings; is it the right column?")
    before = (former.wordings if former else {}) | batch.wordings
    batch.found = dict(found.most_common())
    batch.wordings = {said: before.get(said) or nibrs.category_of(said) for said in batch.found}
    remembered = former.day_order if former else ""
    batch.day_order = (day_order or remembered or records.ASK) if orders.order == records.ASK else orders.order


def read_through(batch):
    """(Counter of wordings, Orders)"""
    places = {column: place for place, column in enumerate(batch.columns[name] for name in batch.header) if column}
    on, code, offence = (places.get(name) for name in ("occurred_on", "code", "offence"))
    said: Counter[tuple[str, str]] = Counter()
    orders = records.Orders()
    with tables.opened(keeping.found(batch.pk), batch.file_name) as (table, _):
        for _, cells in table.rows:
            orders.look_at(cell(cells, on))
            said[cell(cells, code), cell(cells, offence)] += 1
            if len(said) > 20 * MOST_WORDINGS:
                break
    return wordings_of(said), orders


def wordings_of(said):
    """Those that no code of the FBI's explains."""
    found: Counter[str] = Counter()
    for (code_text, offence_text), count in said.items():
        code, words = records.said_of(code_text, offence_text)
        if not code and words:
            found[words] += count
    return found


def cell(cells, place):
    return cells[place] if place is not None and place < len(cells) else ""
