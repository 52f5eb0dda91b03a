from dealers.services.log_dealer import log_dealer
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def import_dealers(*, by, market, rows, at):
    """Drafts from the good rows of a list, all or none; each goes to a supervisor like any other. Returns the dealers.

    `rows` are dealers.imports.Row without errors. Refused: no row, or a row with errors.
    """
    if not rows or any(row.errors for row in rows):
        raise RuleBroken("There is no row to log; mend the errors shown and check the list again.")
    return [
        log_dealer(
            by=by, market=market, at=at, role=row.role, last_name=row.last_name, first_name=row.first_name,
            street_name=row.street_name, date_of_birth=row.date_of_birth, facts=row.predicate,
            source_reference=row.source, reliability=row.reliability, validity=row.validity,
        )
        for row in rows
    ]  # fmt: skip
