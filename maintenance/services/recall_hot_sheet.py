from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def recall_hot_sheet(*, by, sheet, why, at):
    """From this moment every link to it says so and gives nothing. No earlier edition comes back in its place.

    A revision or bulletin that is not out yet is withdrawn. Refused: recalled already; a meeting's own sheet before it
    is out, for nobody has it.
    """
    hold(sheet)
    if sheet.is_recalled:
        raise RuleBroken(f"{sheet} was recalled already, by {sheet.recalled_by}.")
    if not sheet.is_published and sheet.is_weekly and not sheet.revision:
        raise RuleBroken(f"{sheet} is not out: nobody has a copy. Once it is, revise or recall it.")
    sheet.recalled_by, sheet.recalled_at, sheet.recalled_why = by, at, why
    sheet.save()
    return sheet
