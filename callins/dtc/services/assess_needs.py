from callins.dtc.models import Need, NeedsAssessment
from callins.dtc.services.deciding import check_day, check_running
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def assess_needs(*, by, enrolment, assessed_on, needs, at, urgent=(), said=None, instrument="", words=""):
    """What somebody needs, as it was found that day; the last assessment stands, the earlier ones stay readable.

    `needs` are areas, `urgent` those of them that can not wait, `said` the words on each by area. A place to sleep and
    mental health are always urgent [CS]. Refused: nothing found and nothing said; a day to come or before the
    enrolment.
    """
    check_running(enrolment)
    check_day(enrolment, assessed_on, at)
    if not needs and not words:
        raise RuleBroken("Tick what is needed; where nothing is, say so in words.")
    assessment = NeedsAssessment.objects.create(
        enrolment=enrolment, assessed_on=assessed_on, instrument=instrument, words=words, by=by, at=at
    )
    at_once = {*urgent, *Need.URGENT}
    Need.objects.bulk_create(
        Need(assessment=assessment, area=area, is_urgent=area in at_once, words=(said or {}).get(area, ""))
        for area in needs
    )
    return assessment
