from dmi.accounts.models import AccountReview, ReviewedAccount, User
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def open_review(*, by, at):
    """Every account as it stands, to be looked at one by one (CJIS Security Policy AC-2). Refused: one is open."""
    if AccountReview.objects.unsigned().exists():
        raise RuleBroken("A review is open already; sign that one first.")
    review = AccountReview.objects.create(opened_by=by, opened_at=at)
    ReviewedAccount.objects.bulk_create(
        ReviewedAccount(review=review, officer=officer, roles=officer.roles) for officer in User.objects.on_duty()
    )
    return review
