"""Treatment attention: whom the hot sheet names under “Support contact: call the liaison”, until when, whom to call.

Two origins, one line. Everybody who attended a call-in is named for the follow-up year, from the call-in's own records:
whatever happens in treatment, the line comes with the evening and goes with the year. Whoever else is a support
contact is named by that contact, whose consent the treatment court keeps; nothing of its records is asked for here.
Source: the hot sheet names those who require treatment attention [CS]; 42 CFR Part 2. Why so: docs/decisions/0021.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.timezone import localdate

from callins.models import Invitation, SupportContact
from dealers.models import Dealer
from dmi.accounts.models import User

YEAR = timedelta(days=365)  # of following up, as callins.rules counts it


@dataclass(frozen=True)
class Named:
    """One person, whichever the origin; the two can not be told apart."""

    dealer: Dealer
    liaison: User
    until: date
    asks_to_call: bool = False


def named_on(day, market=None):
    """Everybody on file who is named that day, once each; in three queries. Of one market where that is asked for.

    Nobody whose record is kept apart.

    Who was called in is named by that, also while a support contact stands: neither its beginning nor its end moves a
    line, and only the liaison's “asks to be called” goes over to it. Who was invited is not named before the call-in
    was held, nor who did not come.
    """
    named = {each.dealer.pk: each for each in of_contacts(day, market)}
    for each in of_call_ins(day, market):
        before = named.get(each.dealer.pk)
        named[each.dealer.pk] = replace(each, asks_to_call=bool(before and before.asks_to_call))
    return list(named.values())


def of_call_ins(day, market=None):
    """From the call-ins' own records; of two evenings the later year counts."""
    attended = Invitation.objects.attended().standing().called_in_since(day - YEAR).with_people()
    attended = attended.of_dealers(Dealer.objects.in_the_open())
    attended = attended.select_related("call_in__by").order_by("call_in__starts_at")
    if market:
        attended = attended.filter(call_in__market=market)
    may_be_called = set(User.objects.may_be_liaison().holding("callins.log_check_in").values_list("pk", flat=True))
    for each in attended:
        if each.dealer.is_on_file and evening_of(each) <= day:
            yield Named(each.dealer, whom_to_call(each, may_be_called), evening_of(each) + YEAR)


def evening_of(invitation):
    return localdate(invitation.call_in.starts_at)


def whom_to_call(invitation, may_be_called):
    """Who owes the follow-up, where he is one who visits. Whoever planned the call-in where that is an investigator,
    who is nobody's liaison, or somebody of treatment, whose name beside another's would itself disclose.
    """
    owner = invitation.follow_up_owner
    return owner if owner and owner.pk in may_be_called else invitation.call_in.by


def of_contacts(day, market=None):
    """A contact without an end prints as a year that begins anew, so that its date looks like any other.

    The seam of the treatment court: it ends a contact when consent does (services.end_support_contact).
    """
    contacts = SupportContact.objects.standing(day).about(Dealer.objects.in_the_open()).with_people()
    if market:
        contacts = contacts.about(Dealer.objects.in_market(market))
    for contact in contacts:
        if contact.dealer.is_on_file:
            until = contact.until_on or year_end(contact.from_on, day)
            yield Named(contact.dealer, contact.liaison, until, contact.asks_to_call)


def year_end(from_on, day):
    """The end of the year, counted from the beginning, in which that day lies; its last day is still this year."""
    return from_on + max(1, -((from_on - day) // YEAR)) * YEAR
