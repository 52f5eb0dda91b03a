from dmi.audit.trail import hold, on_the_record
from markets.guards import check_open, check_past


@on_the_record
def record_notice(*, by, code_case, notice_served_on, comply_by, at):
    """The notice was served, and by when the owner is to comply; a second notice takes the place of the first.

    Refused: a closed case, a day to come, a day to comply before the notice.
    """
    hold(code_case)
    check_open(code_case)
    check_past("notice_served_on", notice_served_on, at)
    code_case.notice_served_on, code_case.comply_by = notice_served_on, comply_by
    code_case.save()
    return code_case
