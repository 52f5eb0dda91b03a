from django.utils.timezone import localdate

from callins.dtc.courses import settle
from callins.dtc.models import SelfReport
from callins.dtc.services.deciding import check_day, check_running
from dmi.audit.trail import on_the_record


@on_the_record
def log_self_report(*, by, enrolment, used_on, at, substance="", words=""):
    """Use that somebody tells of before a test does: the gate is shut until the team has decided what follows.

    Refused: a day to come or before the enrolment.
    """
    check_running(enrolment)
    check_day(enrolment, used_on, at)
    report = SelfReport.objects.create(
        enrolment=enrolment, used_on=used_on, substance=substance, words=words, told_at=at, by=by, at=at
    )  # fmt: skip
    settle(enrolment, localdate(at))
    return report
