from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def download_packets(*, by, operation):
    """The packets leave the desk; the line is committed before the bytes. Refused: closed, or nobody to go for."""
    if not operation.is_open:
        raise RuleBroken(f"{operation} is closed; its packets are to be destroyed.")
    if not operation.targets.exists():
        raise RuleBroken("Nobody is a target yet; add the first.")
    return operation
