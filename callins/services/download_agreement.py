import hashlib

from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def download_agreement(*, by, offer):
    """The line is written before a byte leaves. Refused: nothing signed, or a file that is not what was signed."""
    if not offer.signed:
        raise RuleBroken("Nothing is signed yet; print the sheet to sign on paper.")
    found = hashlib.sha256(offer.signed.content).hexdigest()
    if found != offer.signed.sha256:
        raise RuleBroken(
            f"This file is not what was signed: its SHA-256 is now {found[:16]}…, and was {offer.signed}…. It is not "
            "handed out. Tell your supervisor."
        )
    return offer
