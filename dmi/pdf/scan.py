"""A QR code as runs of dark modules: a few hundred strokes, not a thousand squares; on the page and in the stamp."""

from dataclasses import dataclass

import segno


@dataclass(frozen=True)
class Scan:
    size: int  # modules on each side
    runs: tuple[tuple[int, int, int], ...]  # across, down from the top, how many


def scan(text, mask=None):
    """Which of the eight masks reads best takes five times as long as all the rest; where that counts, name one."""
    matrix = segno.make_qr(text, error="m", boost_error=False, mask=mask).matrix
    return Scan(
        len(matrix), tuple((across, down, length) for down, row in enumerate(matrix) for across, length in runs(row))
    )


def runs(row):
    """Where dark modules begin, and how many stand together."""
    begun = None
    for across, dark in enumerate([*row, 0]):
        if dark and begun is None:
            begun = across
        elif not dark and begun is not None:
            yield begun, across - begun
            begun = None
