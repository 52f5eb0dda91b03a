from callins.models import Word
from callins.services.breaking import follow_through
from callins.services.following import check_day, check_held
from dmi.audit.trail import hold, on_the_record


@on_the_record
def record_word(*, by, invitation, is_kept, found_on, basis, kind="", happened_at=None, at):
    """Whether the promise asked for at the call-in is kept, as found on a day, and on what that rests.

    Broken, something follows in the same act (callins.services.breaking): on a banked case the request to activate it,
    for which `kind` and `happened_at` say what broke the promise; on a plea the breach of the offer. What the officer
    may not do himself stands on the supervisor's desk. Refused: a day to come or before the call-in, the same twice.
    """
    hold(invitation)
    check_held(invitation)
    check_day("found_on", found_on, invitation, at)
    word = Word.objects.create(
        invitation=invitation, is_kept=is_kept, found_on=found_on, basis=basis, by=by, at=at
    )  # fmt: skip
    if not is_kept:
        follow_through(word, by=by, kind=kind, happened_at=happened_at, at=at)
    return word
