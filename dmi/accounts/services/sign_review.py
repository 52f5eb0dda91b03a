from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def sign_review(*, by, review, at):
    """Every account was looked at: the security officer answers for it. Refused: signed, some not looked at."""
    hold(review)
    if review.signed_at:
        raise RuleBroken("This review is signed already.")
    left = review.accounts.not_looked_at().count()
    if left:
        raise RuleBroken(f"{left} {'account was' if left == 1 else 'accounts were'} not looked at yet.")
    review.signed_by, review.signed_at = by, at
    review.save(update_fields=["signed_by", "signed_at"])
    return review
