from dealers import paper
from dmi.audit.trail import on_the_record


@on_the_record
def download_dossier(*, by, dealer):
    """Register that the dossier leaves the desk; the line is committed before the bytes are made. Refused: a draft."""
    paper.refuse_draft(dealer)
    return dealer
