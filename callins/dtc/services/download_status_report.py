from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def download_status_report(*, by, report, at):
    """Register that the letter leaves; the line is committed before a byte. Refused: its consent is no more in force,
    for the letter would tell it again. A revocation of the same minute comes before or after, never between.
    """
    hold(report.consent)
    if why_not := report.consent.why_not(at):
        raise RuleBroken(f"The consent to this report is not in force at this minute. {why_not}")
    return report
