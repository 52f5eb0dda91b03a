"""Call-ins as the tests need them: planned, with people invited, held."""

from datetime import timedelta

from callins.models import CallIn, Invitation, TeamMember
from tests.conftest import NOON

IN_A_WEEK = NOON + timedelta(days=7)


def planned(coordinator, market, *team, form="banked", starts_at=IN_A_WEEK):
    """A call-in of two hours; whoever planned it and the others are on it."""
    call_in = CallIn.objects.create(
        market=market, form=form, starts_at=starts_at, ends_at=starts_at + timedelta(hours=2), venue="Grange Hall",
        address="12 Mill Street", contact="Cora Whitfield, 802-555-0135", by=coordinator, at=NOON,
    )  # fmt: skip
    for officer in (coordinator, *team):
        TeamMember.objects.create(call_in=call_in, officer=officer, by=coordinator, at=NOON)
    return call_in


def invited(call_in, dealer, **facts):
    """Somebody invited, whatever the rules of inviting say."""
    return Invitation.objects.create(call_in=call_in, dealer=dealer, by=call_in.by, at=NOON, **facts)


def held(call_in):
    """The evening has been; who came and who did not is still to be entered."""
    call_in.state, call_in.held_at = CallIn.State.HELD, call_in.starts_at
    call_in.save()
    return call_in
