"""The scorecard as a spreadsheet: every item as it stands today, and as each month's end found it."""

from maintenance.scorecard import ITEMS

HEADER = ("When", "Element", "Item", "What it asks", "Number", "Of", "Share asked for", "Met")
MET = {True: "yes", False: "no", None: "nothing to measure yet"}
BY_CODE = {item.code: item for item in ITEMS}


def rows_of(fidelity, kept):
    """Today's first, then month by month, the newest first; nobody is named."""
    for score in fidelity.scores:
        for reading in score.readings:
            number, of = (reading.measured.number, reading.measured.of) if reading.measured else (None, None)
            yield line(fidelity.on, reading.item, number, of, reading.is_met)
    for row in sorted(kept, key=lambda row: row.month, reverse=True):
        if row.item in BY_CODE:
            yield line(row.month, BY_CODE[row.item], row.number, row.of, row.is_met)


def line(when, item, number, of, is_met):
    return [when, item.element.words, item.code, item.asks, number, of, item.least, MET[is_met]]
