"""What leaves as a list goes through dmi.tables, where no cell stays a formula (tests/dmi/test_tables.py)."""

import re

from tests.conventions.test_shape import APPS, ROOT

WRITES = re.compile(r"csv\.(?:writer|DictWriter)|\bxlsxwriter\b|\bopenpyxl\b|\.to_(?:csv|excel)\(")
LIST = re.compile(r"text/csv|spreadsheetml|Csv\.media_type|Xlsx\.media_type")
WRITTEN = re.compile(r"\btables\.(?:write_csv|write_xlsx|write_workbook)\(|\bleaving\b")
INWARD = {"markets/arrivals.py"}  # into the database, by COPY
MODULES = [
    path
    for app in APPS
    for path in (ROOT / app).rglob("*.py")
    if not {"migrations", "tables", "demo"} & set(path.relative_to(ROOT).parts)
]


def relative(path):
    return str(path.relative_to(ROOT))


def test_nothing_but_dmi_tables_writes_a_list():
    assert {relative(path) for path in MODULES if WRITES.search(path.read_text())} == INWARD


def test_whoever_answers_with_a_list_had_it_written_there():
    doors = [path for path in MODULES if {"views", "api"} & {*path.parts, path.stem} and "dmi/api" not in str(path)]
    answering = {relative(path): path.read_text() for path in doors if LIST.search(path.read_text())}
    assert len(answering) > 10
    assert [name for name, text in answering.items() if not WRITTEN.search(text)] == []
