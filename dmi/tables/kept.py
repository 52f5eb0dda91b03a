"""Lists too long for memory: they lie on the disk and are read from there, a row at a time."""

from contextlib import contextmanager

from dmi.errors import RuleBroken
from dmi.tables.reading import MOST_BYTES, PIECE, encoding_of_pieces, read, refuse_other_kinds, rows_of_file, table_of
from dmi.tables.workbook import ZIP

MOST_KEPT_ROWS = 1_000_000
HEAD = 512


@contextmanager
def opened(path, file_name=""):
    """(Table, how many bytes of it are read so far) of a list on the disk; a workbook is read at once, as by `read`.

    Refused as by `read`, but for the limits: a million rows, and of a workbook no more than `read` takes.
    """
    with path.open("rb") as file:
        if file.read(len(ZIP)) == ZIP:
            yield workbook_of(path, file_name), lambda: 0
            return
        file.seek(0)
        refuse_other_kinds(file.read(HEAD), file_name)
        file.seek(0)
        encoding = encoding_of_pieces(iter(lambda: file.read(PIECE), b""))
        file.seek(0)
        yield table_of(rows_of_file(file, encoding), MOST_KEPT_ROWS), file.tell


def workbook_of(path, file_name):
    if path.stat().st_size > MOST_BYTES:
        raise RuleBroken(
            f"A workbook is read up to {MOST_BYTES // 1024 // 1024} MB; save the list as CSV and send that."
        )
    return read(path.read_bytes(), file_name)
