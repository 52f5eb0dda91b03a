"""The results as a spreadsheet: what the page says, line by line; nobody is named."""

from callins import published

HEADER = ("What", "Whom it is about", "Days", "Number", "Of")


def rows_of(results):
    """One line a figure. Horizons that have not come are left out, not written as nought."""
    yield ["Invited", "Everybody", None, results.invited, None]
    for label, number in results.outcome_rows():
        yield ["At the call-in", label, None, number, results.invited]
    for label, number in results.offer_rows():
        yield ["Offer", label, None, number, results.offered]
    for row in results.help:
        yield ["Help asked for", row.label, None, row.asked, None]
        yield ["Help that came", row.label, row.median_days, row.delivered, row.asked]
    yield ["Promise kept", "Everybody", results.days, results.kept, results.invited]
    yield ["Promise broken", "Everybody", results.days, results.broken, results.invited]
    for group in results.groups:
        yield from arrest_rows(group)
    yield [published.PROVES_NOTHING, None, None, None, None]


def arrest_rows(group):
    for horizon in group.horizons:
        if horizon.has_come:
            yield ["Re-arrested", group.label, horizon.days, horizon.arrested, horizon.people]
            yield ["Re-arrested for dealing", group.label, horizon.days, horizon.for_dealing, horizon.people]
    for step in group.steps:
        yield ["Share without an arrest (Kaplan-Meier)", group.label, step.day, round(step.free, 3), step.watched]
