from collections import defaultdict

from django.core.cache import cache
from django.utils.timezone import localdate

from dealers import imports, matching, search
from dealers.models import Dealer, ImportBatch, ImportRow, Pointer
from dmi import tables
from dmi.audit.trail import hold, on_the_record

AT_ONCE = 1_000  # rows that are compared and written together


@on_the_record
def check_import(*, by, batch):
    """The worker checks a long list. Nothing to do where somebody else has."""
    hold(batch)
    if batch.state == ImportBatch.State.CHECKING:
        check(batch)
    return batch


def check(batch):
    """Every row with its errors and whom it looks like: records, whoever may see them, and rows of the same list."""
    batch.rows.all().delete()
    persons = []
    batch.row_count = 0
    table = tables.read(bytes(batch.content), batch.file_name)
    for some in tables.in_parts(imports.rows_in(table, batch.mapping, localdate()), AT_ONCE):
        described = [row.person() for row, _ in some if row.name]
        found = on_file(described, [row for row, _ in some], batch.source)
        pointed = pointed_out(batch, described, found)
        keep_rows(batch, some, as_known(batch, found, pointed))
        persons += described
        batch.row_count += len(some)
        cache.set(batch.progress_key, batch.row_count, timeout=3600)
    keep_pairs(batch, pairs_among(persons))
    batch.good_count = batch.rows.good().count()
    batch.alike_count = batch.rows.good().alike().count()
    batch.state = ImportBatch.State.CHECKED
    batch.save()


def keep_rows(batch, some, found):
    ImportRow.objects.bulk_create(
        ImportRow(
            batch=batch, line=row.line, cells=cells, errors=row.errors, alike=found[row.line],
            is_good=not row.errors, is_alike=bool(found[row.line]),
        )
        for row, cells in some
    )  # fmt: skip


def on_file(persons, rows, source):
    """Line -> the records that this row may be: by likeness, or by the number they have where the list comes from."""
    found = defaultdict(list)
    for key, matches in search.likely_duplicates_of_many(persons).items():
        found[int(key)] = [{"dealer": str(match.dealer_id), **told(match.likeness)} for match in matches]
    numbers = {row.external_id: row for row in rows if row.external_id}
    for dealer in Dealer.objects.numbered_by(source, numbers):
        row = numbers[dealer.external_id]
        same = {"dealer": str(dealer.pk), "score": 1.0, "reasons": [f"same number {row.external_id} at {source}"]}
        found[row.line] = [same, *(each for each in found[row.line] if each["dealer"] != same["dealer"])]
    return found


def pointed_out(batch, persons, found):
    """Line and hidden record, where the officer is told whom to call; its owner learns of it, as in log_dealer."""
    pairs = [(person, each["dealer"]) for person in persons for each in found[int(person.key)]]
    asked = Dealer.objects.filter_ids({key for _, key in pairs})
    hidden = asked.open_to(batch.by).exclude(pk__in=Dealer.objects.visible_to(batch.by))
    records = search.persons_of(list(hidden.values_list("pk", flat=True)))
    alike = {
        (int(person.key), key) for person, key in pairs if key in records and matching.points_to(person, records[key])
    }
    pointers = [Pointer(dealer_id=key, given_to=batch.by, at=batch.at) for key in {key for _, key in alike}]
    Pointer.objects.bulk_create(pointers, ignore_conflicts=True)
    return alike


def as_known(batch, found, pointed):
    """`found` without records of which this officer may know nothing: not even a count says that there is one."""
    asked = Dealer.objects.filter_ids({each["dealer"] for matches in found.values() for each in matches})
    seen = asked.filter(pk__in=Dealer.objects.visible_to(batch.by)).values_list("pk", flat=True)
    known = pointed | {(line, str(key)) for key in seen for line in found}
    told = ((line, [each for each in matches if (line, each["dealer"]) in known]) for line, matches in found.items())
    return defaultdict(list, told)


def told(likeness):
    return {"score": round(likeness.score, 3), "reasons": list(likeness.reasons)}


def pairs_among(persons):
    """Line -> the other rows of the list that may be the same person."""
    pairs = defaultdict(list)
    for one, other, likeness in matching.alike_among(persons):
        pairs[int(one)].append({"row": int(other), **told(likeness)})
        pairs[int(other)].append({"row": int(one), **told(likeness)})
    return pairs


def keep_pairs(batch, pairs):
    """A row is left out for one above it that is good; the first of them stays."""
    for lines in tables.in_parts(sorted(pairs), AT_ONCE):
        rows = list(batch.rows.at_lines(lines))
        good = set(batch.rows.good().at_lines({each["row"] for line in lines for each in pairs[line]}).lines())
        for row in rows:
            row.alike += sorted(pairs[row.line], key=lambda each: -each["score"])
            row.is_alike |= any(each["row"] < row.line and each["row"] in good for each in pairs[row.line])
        ImportRow.objects.bulk_update(rows, ["alike", "is_alike"])
