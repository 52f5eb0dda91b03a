"""What follows the evening, laid out for each person: which contacts, whose, until when; and what they refuse."""

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from callins import rules
from callins.models import CallIn, FollowUp, Invitation
from callins.models.follow_up import evening_of
from dmi.errors import RuleBroken


def lay_plans(call_in, *, by, at):
    """The contacts of everybody who is invited and has an owner. For hold_call_in; again changes nothing."""
    for invitation in Invitation.objects.of(call_in).standing().select_related("call_in", "follow_up_owner"):
        lay_plan(invitation, by=by, at=at)


def lay_plan(invitation, *, by, at):
    """First contact, 30, 90, 180 and 365 days, as far as they do not stand yet; nothing before there is an owner."""
    if invitation.follow_up_owner:
        FollowUp.objects.bulk_create(
            [owed(invitation, kind, invitation.follow_up_owner, by, at) for kind in rules.OWED], ignore_conflicts=True
        )


def plan_visit(invitation, *, by, at):
    """A visit the same day to who did not come, for record_absence: the owner goes, and where nobody is named yet,
    whoever entered it. The one planned already stands.
    """
    visit = owed(invitation, FollowUp.Kind.VISIT, invitation.follow_up_owner or by, by, at)
    FollowUp.objects.bulk_create([visit], ignore_conflicts=True)
    return FollowUp.objects.of(invitation).get(kind=FollowUp.Kind.VISIT)


def drop_visit(invitation):
    """He came after all, late: the visit that nobody has made yet is owed no more."""
    FollowUp.objects.of(invitation).open().filter(kind=FollowUp.Kind.VISIT, attempts=None).delete()


def owed(invitation, kind, owner, by, at):
    due_on = rules.due_on(kind, evening_of(invitation.call_in))
    return FollowUp(invitation=invitation, kind=kind, owner=owner, due_on=due_on, by=by, at=at)


def check_follows(invitation):
    """Refused: nothing follows an invitation withdrawn, or a call-in that was called off."""
    if invitation.withdrawn_at:
        day = localdate(invitation.withdrawn_at)
        raise RuleBroken(f"The invitation of {invitation.dealer} was withdrawn on {day:%-d %B %Y}; nothing follows it.")
    if invitation.call_in.state == CallIn.State.CALLED_OFF:
        raise RuleBroken("This call-in was called off; nothing follows it.")


def check_held(invitation):
    """Refused: what follows the evening before the evening was."""
    check_follows(invitation)
    if not invitation.call_in.held_at:
        evening = evening_of(invitation.call_in)
        raise RuleBroken(f"This call-in, planned for {evening:%-d %B %Y}, has not been held; enter this when it was.")


def check_day(name, day, invitation, at):
    """Refused under this field: a day to come, or before the call-in."""
    if why := rules.why_not(day, evening_of(invitation.call_in), localdate(at)):
        raise ValidationError({name: why})
