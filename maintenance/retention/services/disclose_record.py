from dealers.cases.models import CaseFile
from dealers.cases.services import download_case_file
from dealers.paper import refuse_draft
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance.retention import bundle
from maintenance.retention.bundle.withholding import OTHERS_CALLED, SOURCES_CALLED, withholding
from maintenance.retention.models import Disclosure


@on_the_record
def disclose_record(*, by, dealer, docket, counsel, cases, at, withheld=""):
    """The record for the defence: tables, case files, and a manifest with the hash of each (V.R.Cr.P. 16).

    Returns the Disclosure, its ZIP in `content`; the bundle itself is not kept. Confidential sources and other
    people's names are withheld. Refused: a draft; a case of somebody else; what download_case_file refuses.
    """
    hold(dealer)
    refuse_draft(dealer)
    if any(case.dealer_id != dealer.pk for case in cases):
        raise RuleBroken("Choose cases of this record alone.")
    told = withholding(dealer, by)
    files = [*bundle.files_of(dealer, by, told), *(case_file(case, counsel, by, at, told) for case in cases)]
    kept_back = [SOURCES_CALLED, OTHERS_CALLED, *filter(None, [withheld])]
    made = bundle.packed(files, reference=dealer.reference, docket=docket, counsel=counsel, withheld=kept_back, at=at)
    disclosure = Disclosure.objects.create(
        dealer=dealer, record=dealer.pk, reference=dealer.reference, docket=docket, counsel=counsel, withheld=withheld,
        manifest=made.manifest, sha256=made.sha256, by=by, at=at,
    )  # fmt: skip
    disclosure.content = made.content
    return disclosure


def case_file(case, counsel, by, at, told):
    """Without state and clock, its texts withheld as those of the tables; on the case's own list of what left."""
    purpose = CaseFile.Purpose.DISCLOSURE
    left = download_case_file(by=by, case=case, purpose=purpose, recipient=counsel, at=at, told=told)
    return f"cases/{case.number}.pdf", left.pdf
