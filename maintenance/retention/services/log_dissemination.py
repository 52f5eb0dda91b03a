from django.utils.timezone import localdate

from dealers.paper import refuse_draft
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken
from maintenance.retention.models import Dissemination
from maintenance.retention.versions import version_of


@on_the_record
def log_dissemination(
    *, by, dealer, item, recipient, why, channel, given_on, at, agreement=None, has_none=False, agency=""
):
    """Something of the record went to another agency that needs to know (28 CFR 23.20(e)-(g)); the line outlives it.

    The version is the record as it stands now: record and agreement are held, so that neither ends meanwhile. Refused:
    a draft; a day to come or before the record was on file; neither an agreement nor the word that there is none, or
    both; an agreement that was not in force that day; no agency.
    """
    hold(dealer)
    if agreement:
        hold(agreement)
    refuse_draft(dealer)
    check_day(dealer, given_on, localdate(at))
    check_agreement(agreement, has_none, given_on)
    agency = agreement.agency if agreement else agency
    if not agency:
        raise RuleBroken("Say which agency received it.")
    return Dissemination.objects.create(
        dealer=dealer, record=dealer.pk, reference=dealer.reference, version=version_of(dealer), item=item,
        agency=agency, recipient=recipient, agreement=agreement, why=why, channel=channel, given_on=given_on, by=by,
        at=at,
    )  # fmt: skip


def check_day(dealer, given_on, today):
    if given_on > today:
        raise RuleBroken("This day has not come yet; what leaves is logged when it leaves.")
    if given_on < localdate(dealer.approved_at):
        raise RuleBroken(f"The record is on file since {localdate(dealer.approved_at):%-d %B %Y}; check the day.")


def check_agreement(agreement, has_none, given_on):
    if bool(agreement) == has_none:
        raise RuleBroken("Choose the agreement under which it was given, or say that there is none; one of the two.")
    if agreement and not agreement.is_in_force(given_on):
        raise RuleBroken(f"The agreement with {agreement.agency} was not in force on {given_on:%-d %B %Y}.")
