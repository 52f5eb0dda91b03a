"""The trail as a file: its columns, its rows, and what is entered of taking it along."""

from django.utils import timezone

from dmi.audit import trail

VERB = "audit.export_trail"
HEADER = ["Line", "When", "Badge", "Verb", "Outcome", "Record", "Others", "Address", "Session"]
MOST_IN_A_WORKBOOK = 200_000  # lines; a sheet ends at a million, and long before that nobody's Excel opens it
AT_ONCE = 2_000


def rows_of(lines, zone):
    """A row for each line; `zone`, because a file is streamed after the page's work."""
    for line in lines.iterator(chunk_size=AT_ONCE):
        others = "; ".join(f"{name} {other}" for name, other in line.others.items())
        when = timezone.localtime(line.at, zone)
        yield [
            line.pk, when.strftime("%Y-%m-%d %H:%M:%S %Z"), line.badge, line.verb, line.get_outcome_display(),
            line.record, others, line.address, line.session,
        ]  # fmt: skip


def enter(officer, rows, asked):
    """How many lines left, and by what they were narrowed: days as they are, words by their kind alone."""
    days = {name: asked[name].isoformat() for name in ("since", "until") if name in asked}
    narrowed = {"narrowed_by": ", ".join(sorted(asked))} if asked else {}
    trail.enter(officer, VERB, trail.Outcome.READ, None, {"rows": rows, **narrowed, **days}, asked=f"export:{rows}")
