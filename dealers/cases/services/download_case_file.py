from dealers.cases import paper
from dealers.cases.models import CaseFile
from dmi.audit.trail import on_the_record


@on_the_record
def download_case_file(*, by, case, purpose, recipient, at):
    """A dissemination: the bundle is made, and what left, to whom and under which hash is on record before a byte does.

    Returns the CaseFile, its bytes in `pdf`. Refused: words that find no room on a page.
    """
    body = paper.case_file(case, purpose=CaseFile.Purpose(purpose), recipient=recipient, by=by, at=at)
    left = CaseFile.objects.create(
        case=case, purpose=purpose, recipient=recipient, pages=body.pages, sha256=body.sha256, by=by, at=at
    )
    left.pdf = body.pdf
    return left
