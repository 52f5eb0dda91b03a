"""What a broken promise leads to. It was said at the call-in, and is credible only when it happens [CS]."""

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from callins.models import CallIn, Offer
from callins.services.end_offer import end_offer
from callins.services.following import check_day
from callins.services.next_step import say_next
from dealers.cases import services as cases
from dealers.cases.states import State
from dmi.audit.trail import is_visible


def follow_through(word, *, by, kind, happened_at, at):
    """Banked: the case is to be activated. Plea: the offer is breached, and the prosecutor goes on."""
    if word.invitation.call_in.form == CallIn.Form.PLEA:
        breach(word, by=by, at=at)
    elif word.invitation.case and word.invitation.case.state == State.BANKED:
        activate(word, by=by, kind=kind, happened_at=happened_at, at=at)


def breach(word, *, by, at):
    offer = Offer.objects.of(word.invitation).filter(state=Offer.State.ACCEPTED).first()
    if offer and by.has_perm("callins.end_offer"):
        end_offer(by=by, offer=offer, end=Offer.State.BREACHED, ended_on=word.found_on, why=word.basis, at=at)


def activate(word, *, by, kind, happened_at, at):
    """Asked for here by who may and says what the request needs; else the case says that somebody is to ask."""
    case = word.invitation.case
    if kind and by.has_perm("cases.request_activation") and is_visible(case, by):
        check_happened(word, happened_at, at)
        cases.request_activation(by=by, case=case, kind=kind, happened_at=happened_at, words=word.basis, at=at)
    else:
        say_next(case, f"Word found broken on {word.found_on:%-d %b %Y}: request the activation", at)


def check_happened(word, happened_at, at):
    if not happened_at:
        raise ValidationError({"happened_at": "Say when it happened; the hours until the decision are measured."})
    check_day("happened_at", localdate(happened_at), word.invitation, at)
