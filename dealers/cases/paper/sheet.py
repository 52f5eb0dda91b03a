"""The sheet that goes with an exhibit: its label, its hash, and every hand it went through."""

from dealers.cases.paper.leaving import taken

TEMPLATE = "cases/paper/exhibit_sheet.html"
GROUP = 8  # letters of a hash that an eye compares at once


def exhibit_sheet(exhibit, *, by, at):
    """Of one of `with_custody`."""
    shown = {"exhibit": exhibit, "custody": exhibit.custody.all(), "groups": groups(exhibit.sha256)}
    code = f"EXHIBIT {exhibit.label} {exhibit.sha256[:16]}"
    return taken(TEMPLATE, shown, heading=f"Exhibit {exhibit.label}", code=code, by=by, at=at)


def groups(sha256):
    return [sha256[place : place + GROUP] for place in range(0, len(sha256), GROUP)]


def sheet_name(exhibit):
    return f"exhibit-{exhibit.label.replace('/', '-')}.pdf"
