import hashlib
from itertools import groupby

from dealers import imports
from dealers.models import ImportBatch
from dealers.services.map_columns import begin_check, read_columns
from dmi import tables
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken

PASTED = "Pasted list"
LONGEST_HEADER = 200


@on_the_record
def upload_list(*, by, market, source, at, file=None, text=""):
    """A list of names is kept to be checked; where all its columns are known, it is checked at once.

    Known by their names, or because this source's lists were mapped before. Refused: what is no list (dmi.tables), a
    column that stands twice, neither file nor text.
    """
    content, file_name = content_of(file, text)
    table = tables.read(content, file_name)
    header = header_of(table)
    former = ImportBatch.objects.visible_to(by).mapped_from(source).first()
    mapping = imports.proposed(header, former.mapping if former else None)
    batch = ImportBatch.objects.create(
        market=market, source=source, file_name=file_name, content=content, header=header, mapping=mapping, by=by,
        sha256=hashlib.sha256(content).hexdigest(), row_count=sum(1 for _ in table.rows), at=at,
    )  # fmt: skip
    if settled(mapping, former) and read_columns(mapping):
        begin_check(batch)
    return batch


def content_of(file, text):
    if file and file.size > tables.MOST_BYTES:
        raise RuleBroken(f"The list is larger than {tables.MOST_BYTES // 1024 // 1024} MB; split it.")
    if not file and not text.strip():
        raise RuleBroken("Choose a file or paste a list.")
    return (file.read(), file.name[-120:]) if file else (text.encode(), PASTED)


def header_of(table):
    """A column without a name gets its place as one. Refused: a name that stands twice."""
    header = [name[:LONGEST_HEADER] or f"Column {place}" for place, name in enumerate(table.header, start=1)]
    twice = [name for name, same in groupby(sorted(header)) if len(list(same)) > 1]
    if twice:
        raise RuleBroken(f"The column “{twice[0][:40]}” stands twice; take one away or give it another name.")
    return header


def settled(mapping, former):
    """True when nothing is left to ask: every column is ours, or was left out for this source before."""
    before = former.mapping if former else {}
    return all(column or name in before for name, column in mapping.items())
