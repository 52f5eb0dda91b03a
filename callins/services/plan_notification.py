from callins.models import CustomNotification
from callins.services.notifying import refuse_barred, refuse_officer
from dealers.guards import check_not_sealed
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken
from markets.guards import check_works


@on_the_record
def plan_notification(*, by, market, dealer, why, exposure, help_offered, officer, community_member, at):
    """One person is to hear, in person, what the law holds for him and what help there is. [CS]

    Refused: a draft; a sealed record; an active warrant, or custody; an officer who brings none; somebody whose
    notification is planned already (constraint).
    """
    check_works(by, market)
    if not dealer.is_on_file:
        raise RuleBroken("This is a draft: a supervisor approves the predicate before anybody is spoken to.")
    check_not_sealed(dealer)
    refuse_barred(dealer)
    refuse_officer(officer)
    return CustomNotification.objects.create(
        market=market, dealer=dealer, why=why, exposure=exposure, help_offered=help_offered, officer=officer,
        community_member=community_member, by=by, at=at,
    )  # fmt: skip
