from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def judge_account(*, by, review, officer, verdict, at):
    """What the reviewer says of one account; until the review is signed he may say otherwise.

    Refused: a review that is signed, one's own account. What is to be changed is changed on the officer's page.
    """
    hold(review)
    if review.signed_at:
        raise RuleBroken("This review is signed; what has changed since belongs to the next one.")
    if officer.pk == by.pk:
        raise RuleBroken("Somebody else looks at your own account.")
    account = review.accounts.filter(officer=officer).first()
    if account is None:
        raise RuleBroken("This account is not part of the review: it was made or enabled afterwards.")
    account.verdict, account.by, account.at = verdict, by, at
    account.full_clean()
    account.save()
    return review
