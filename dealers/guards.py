"""What verbs of any app refuse about records that are kept apart (dealers.models.apart)."""

from dealers.models import Dealer
from dmi.errors import RuleBroken


def check_in_the_open(dealer):
    """On no sheet and on no agenda stands who is sealed or a juvenile; who reads them is not told who it is."""
    if not Dealer.objects.in_the_open().contains(dealer):
        raise RuleBroken("This record is kept apart: it stands on no agenda and on no sheet.")


def check_not_sealed(dealer):
    if dealer.record_seals.standing().exists():
        raise RuleBroken(f"{dealer.reference} is sealed: nobody is called in or spoken to on a sealed record.")
