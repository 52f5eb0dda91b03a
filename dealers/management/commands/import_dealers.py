"""A list of names without a browser: what is wrong with it, whom it repeats; or its good rows as drafts."""

import json
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.core.files import File
from django.core.management.base import BaseCommand, CommandError
from django.http import Http404
from django.utils import timezone

from dealers import imports, matching, search, services
from dealers.models import ImportBatch
from dmi import tables
from dmi.accounts.models import TaskForce, User
from dmi.errors import RuleBroken
from markets.models import Market

AT_ONCE = 1_000
HEADER_LINE = 1


class Command(BaseCommand):
    help = (
        "Checks a list of names (CSV or XLSX) and imports its good rows as drafts. With --preview nothing is written; "
        "rows are named by their line in the file, records by their id. Columns: " + ", ".join(imports.COLUMNS)
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--preview", action="store_true", help="say what is wrong and whom it repeats; no more")
        parser.add_argument("--json", action="store_true", help="the preview as one JSON object on stdout")
        parser.add_argument("--by", metavar="BADGE", help="whose drafts they are")
        parser.add_argument("--market", metavar="NAME")
        parser.add_argument("--source", default="", help="where the list comes from; the file's name where left out")
        parser.add_argument("--all", action="store_true", help="import rows that look like somebody as well")

    def handle(self, *, file, preview, by, market, source, **options):
        try:
            if preview:
                told = previewed(file.read_bytes(), file.name)
                self.stdout.write(json.dumps(told, ensure_ascii=False) if options["json"] else in_words(told))
            elif by and market:
                with timezone.override(TaskForce.objects.zone()):
                    self.stdout.write(imported(file, by, market, source or file.name, everybody=options["all"]))
            else:
                raise CommandError("Say --preview, or whose drafts they are and in which market: --by and --market.")
        except (RuleBroken, OSError) as refusal:
            raise CommandError(str(refusal)) from refusal
        except (PermissionDenied, Http404) as refusal:
            raise CommandError(f"{by} may not import lists into {market}.") from refusal


# Preview


def previewed(content, file_name):
    """{"rows", "good", "errors", "duplicates"}: every row's errors, and every pair that is likely one person."""
    table = tables.read(content, file_name)
    mapping = imports.proposed(table.header)
    unknown = imports.unknown(table.header, mapping)
    number = good = 0
    errors = [{"row": HEADER_LINE, "column": each.header, "message": each.words} for each in unknown]
    persons, duplicates = [], []
    for some in tables.in_parts(imports.rows_in(table, mapping, timezone.localdate()), AT_ONCE):
        for row, _ in some:
            number += 1
            good += not row.errors
            errors += [{"row": row.line, "column": name, "message": said} for name, said in row.errors]
        described = [row.person() for row, _ in some if row.name]
        duplicates += on_file(described)
        persons += described
    duplicates += [pair(int(one), int(other), like) for one, other, like in matching.alike_among(persons)]
    return {"rows": number, "good": good, "errors": errors, "duplicates": duplicates}


def on_file(persons):
    found = search.likely_duplicates_of_many(persons)
    return [pair(int(line), str(match.dealer_id), match.likeness) for line in found for match in found[line]]


def pair(one, other, likeness):
    return {"a": one, "b": other, "score": round(likeness.score, 4), "reasons": list(likeness.reasons)}


def in_words(told):
    lines = [f"Rows: {told['rows']}, good: {told['good']}"]
    lines += [f"Line {each['row']}, {each['column'] or 'row'}: {each['message']}" for each in told["errors"]]
    lines += [
        f"Line {each['a']} looks like {each['b']} ({each['score']:.0%}): {', '.join(each['reasons'])}"
        for each in told["duplicates"]
    ]
    return "\n".join(lines)


# Import


def imported(file, badge, market_name, source, *, everybody):
    """Through the services of the pages, in this officer's name; a long list does not wait for the worker."""
    officer, market = officer_and_market(badge, market_name)
    clock = User.objects.clock()
    with file.open("rb") as content:
        batch = services.upload_list(
            by=officer, market=market, source=source, file=File(content, file.name), at=timezone.now()
        )
    if batch.state == ImportBatch.State.UPLOADED:
        headers = {column: name for name, column in batch.mapping.items() if column}
        batch = services.map_columns(by=officer, batch=batch, **headers)
    batch = services.check_import(by=clock, batch=batch)
    which = ImportBatch.Which.GOOD if everybody else ImportBatch.Which.NEW
    batch = services.import_dealers(by=officer, batch=batch, which=which, at=timezone.now())
    batch = services.finish_import(by=clock, batch=batch)
    left = batch.row_count - batch.imported_count
    return f"Drafts logged: {batch.imported_count}. Rows left out: {left}. Look at them at {batch.get_absolute_url()}"


def officer_and_market(badge, name):
    officer = User.objects.filter(badge__iexact=badge).first()
    if officer is None:
        raise RuleBroken(f"Nobody has the badge {badge}.")
    market = Market.objects.worked_by(officer).filter(name__iexact=name).first()
    if market is None:
        raise RuleBroken(f"{badge} works no market “{name}”.")
    return officer, market
