from django.utils.timezone import localdate

from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken
from maintenance.hot_sheet.stamped import code_of
from maintenance.hot_sheet.trace import read_mark
from maintenance.hot_sheet.traced import fitting
from maintenance.models import FoundPage


@on_the_record
def log_found_page(*, by, mark, found_on, where, at):
    """A page found where none should lie, under the copy that it was.

    Refused: a mark that fits no copy, or several; a day to come, or before the copy was out.
    """
    copy = the_one(read_mark(mark), by)
    if found_on > localdate(at):
        raise RuleBroken("This day has not come yet; check when it was found.")
    if found_on < localdate(copy.issued_at or copy.sheet.published_at):
        raise RuleBroken(f"{copy} was not out on that day; check the day, then the mark.")
    return FoundPage.objects.create(copy=copy, code=code_of(copy), found_on=found_on, where=where, by=by, at=at)


def the_one(found, by):
    if not found.is_enough:
        raise RuleBroken("Type the trace code, or the edition and the number of the copy, like 2026-W48 copy 17.")
    copies = fitting(found, by)
    if not copies:
        raise RuleBroken("No copy carries this mark. Compare it letter by letter; no code has 0, O, 1, I, L or U.")
    if len(copies) > 1:
        raise RuleBroken("Several copies fit what is left of the mark; trace it, then log it under the one it was.")
    return copies[0]
