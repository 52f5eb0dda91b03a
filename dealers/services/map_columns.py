from dealers.models import ImportBatch
from dealers.services.check_import import check
from dmi.audit.trail import hold, on_the_record
from dmi.celery import later
from dmi.errors import RuleBroken

NEEDED = ("last_name", "first_name", "street_names")


@on_the_record
def map_columns(*, by, batch, **headers):
    """Which of the file's columns is which of ours; the list is then checked, a long one by the worker.

    `headers`: our column -> the file's; a column of the file that is not named is left out. Remembered for the source.
    Refused: no column with a name in it, one column for two of ours, a list that is imported or given up.
    """
    hold(batch)
    if not batch.is_waiting:
        raise RuleBroken("This list is checked, imported or given up; upload it again to read its columns otherwise.")
    chosen = {column: name for column, name in headers.items() if name}
    if strange := [name for name in chosen.values() if name not in batch.header]:
        raise RuleBroken(f"The list has no column “{strange[0][:40]}”.")
    if twice := [name for name in chosen.values() if list(chosen.values()).count(name) > 1]:
        raise RuleBroken(f"“{twice[0][:40]}” is named for two columns; choose one.")
    batch.mapping = dict.fromkeys(batch.header, "") | {name: column for column, name in chosen.items()}
    if not read_columns(batch.mapping):
        raise RuleBroken("Say which column holds the last name, the first name or the street names.")
    begin_check(batch)
    return batch


def read_columns(mapping):
    """True when there is something to call a person by."""
    return any(column in NEEDED for column in mapping.values())


def begin_check(batch):
    batch.state = ImportBatch.State.CHECKING
    batch.attempts = 0
    batch.save()
    if batch.is_long:
        later("dealers.check_import", batch=str(batch.pk))
    else:
        check(batch)
