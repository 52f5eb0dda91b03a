from dealers.cases import paper
from dealers.cases.models import Buy, CaseFile
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def download_case_file(*, by, case, purpose, recipient, at, told=None):
    """A dissemination: the bundle is made, and what left, to whom and under which hash is on record before a byte does.

    Returns the CaseFile, its bytes in `pdf`. `told` gives each text as its reader may have it.
    Refused: to whoever does not see every buy of the case, because the file would leave it out in silence; words that
    find no room on a page.
    """
    buys = Buy.objects.of_case(case)
    if buys.count() != buys.visible_to(by).count():
        raise RuleBroken("The case rests on a buy in a market you do not work; somebody who works it makes the file.")
    body = paper.case_file(case, purpose=CaseFile.Purpose(purpose), recipient=recipient, by=by, at=at, told=told)
    left = CaseFile.objects.create(
        case=case, purpose=purpose, recipient=recipient, pages=body.pages, sha256=body.sha256, by=by, at=at
    )
    left.pdf = body.pdf
    return left
