"""From a mark found on a page to the copies that it fits, and every time that each of them left."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice

from dmi.audit import trail
from dmi.audit.models import AuditEntry
from maintenance.hot_sheet.stamped import code_in, code_of
from maintenance.models import Copy, FoundPage, HotSheet

LEFT = ("maintenance.download_copy", "maintenance.open_copy")
MOST = 12  # a torn code that fits more is no answer


@dataclass(frozen=True)
class Traced:
    copy: Copy
    code: str
    left: list[AuditEntry]  # each download, and the look that opened it on a screen: when, from where
    found: list[FoundPage]  # pages of it that were found before


def fitting(found, officer):
    """The copies that this mark can belong to, the newest first. A whole code belongs to one alone."""
    sheets = HotSheet.objects.published().defer("contents").in_bulk()
    copies = Copy.objects.traced_by(officer)
    rows = copies.order_by("-sheet__valid_from", "-pk").values_list("pk", "sheet", "number", "badge")
    fits = (key for key, sheet, number, badge in rows.iterator() if is_of(found, sheets[sheet], number, badge))
    keys = list(islice(fits, 1 if found.is_whole else MOST + 1))
    return sorted(copies.with_sheet().filter(pk__in=keys), key=lambda copy: keys.index(copy.pk))


def looked_up(found, officer):
    """As `fitting`, and each copy that is shown is a line on the trail; so is a code that none carries, without its
    letters: whoever tries codes out is seen.
    """
    copies = fitting(found, officer) if found.is_enough else []
    for copy in copies[:MOST]:
        trail.enter(officer, "maintenance.trace_page", trail.Outcome.READ, copy)
    if found.is_enough and not copies:
        trail.enter(officer, "maintenance.trace_page", trail.Outcome.ABSENT)
    return copies


def is_of(found, sheet, number, badge):
    return found.may_be(sheet.edition, number) and found.is_part_of(code_in(sheet, number, badge))


def traced(copies, officer):
    """Each with its history, in two queries whatever their number."""
    keys = {f"{Copy._meta.label_lower}:{copy.pk}": copy.pk for copy in copies}
    left: dict[int, list[AuditEntry]] = defaultdict(list)
    found: dict[int, list[FoundPage]] = defaultdict(list)
    for line in AuditEntry.objects.filter(record__in=keys, verb__in=LEFT, outcome="done"):
        left[keys[line.record]].append(line)
    for page in FoundPage.objects.visible_to(officer).filter(copy__in=copies).select_related("by"):
        found[page.copy_id].append(page)
    return [Traced(copy, code_of(copy), left[copy.pk], found[copy.pk]) for copy in copies]
