"""A flash bulletin: one danger, one page, and where it is about somebody on file his card as the records have it."""

from django.utils.timezone import localdate

from dealers.models import Dealer
from maintenance.hot_sheet.cards import facts_of, printed_facts, warrants_of
from maintenance.hot_sheet.contents import Bulletin, Card, Contents
from maintenance.hot_sheet.sightings import address_of
from maintenance.rules import flash


def bulletin(*, by, task_force, number, on, until, frozen_at, headline, text, action, source, dealer=None):
    label = flash(on, number)
    return Contents(
        edition=label, revision=0, task_force=task_force.name, address=address_of(label),
        valid_from=on, valid_until=until, meeting_on=on, headline=headline,
        people=(card(dealer, by, task_force, frozen_at, until),) if dealer else (),
        bulletin=Bulletin(text=text, action=action, source=source, call_name=by.signature, call_phone=by.phone),
    )  # fmt: skip


def card(dealer, by, task_force, frozen_at, until):
    """Why and what to do stand above it, once."""
    today = localdate(frozen_at)
    facts = printed_facts("", today, today, task_force.condition_days)
    warrant = warrants_of([dealer.pk], frozen_at).get(dealer.pk, "")
    dealer = Dealer.objects.filter(pk=dealer.pk).prefetch_related(*facts).get()
    return Card(
        **facts_of(dealer, today), item=1, tag="new", weeks=1, warrant=warrant,
        why="", action="", call_name=by.signature, call_phone=by.phone, expires_on=until,
    )  # fmt: skip
