"""Whom the CRT should talk about."""

from datetime import timedelta

from django.db.models import Count
from django.utils.timezone import localdate

from dealers.cases.models import Prosecution, Target
from dealers.models import Dealer, Observation, RosterMatch
from maintenance import rules
from maintenance.agenda.before import counted, decisions_about, point, put_off, revised_since, why_it_stands
from maintenance.agenda.pressing import Press, Reason
from maintenance.models import AgendaItem, Decision

Section = AgendaItem.Section


def people_to_discuss(meeting, before, since, starts_on, officer):
    """Each as (unsaved point, its reasons). A fixed number of questions to the database."""
    standing = decisions_about("dealer", meeting)
    told = (
        put_off("dealer", before), revised_since(before), new_entries(since, officer), on_jail_lists(since, officer),
        releases_near(meeting, since), targets_left_open(since),
    )  # fmt: skip
    for dealer in Dealer.objects.visible_to(officer).on_file().in_the_open().distinct():
        decision = standing.get(dealer.pk)
        reasons = [*why_it_stands(decision, starts_on), *why_it_is_new(dealer.approved_at, since)]
        reasons += [reason for by_dealer in told for reason in by_dealer.get(dealer.pk, [])]
        if reasons:
            yield point(meeting, reasons, section=section_of(decision), decision=decision, dealer=dealer)


def section_of(decision):
    if decision is None:
        return Section.NEW
    return Section.SUPPORT if decision.attention == Decision.Attention.SUPPORT else Section.ENFORCEMENT


def why_it_is_new(approved_at, since):
    is_new = since is None or approved_at > since
    return [Reason(Press.NEW, "New on file since the last meeting")] if is_new else []


def new_entries(since, officer):
    """How many observations name each dealer since the last meeting."""
    entries = Observation.objects.visible_to(officer)
    if since:
        entries = entries.filter(logged_at__gt=since)
    numbers = entries.order_by().values_list("dealers").annotate(Count("pk"))
    return {
        dealer: [Reason(Press.SEEN, f"{counted(number, 'entry', 'entries')} since the last meeting")]
        for dealer, number in numbers
    }


def releases_near(meeting, since):
    """Why a release is to be talked about, by dealer: it comes near, or it came since the last meeting.

    Of the prosecution nothing but the day is said: not everybody at the table reads dockets.
    """
    soon = meeting.held_on + timedelta(days=rules.RELEASE_DAYS)
    told: dict = {}
    for row in Prosecution.objects.released_between(localdate(since) if since else meeting.held_on, soon):
        word = "Released" if row.release_on <= meeting.held_on else "Release on"
        told.setdefault(row.dealer_id, []).append(Reason(Press.EVENT, f"{word} {row.release_on:%a %-d %b}"))
    return told


def targets_left_open(since):
    """Whom an operation closed since the last meeting did not find, by dealer."""
    told: dict = {}
    for target in Target.objects.left_open_since(since).select_related("operation"):
        told.setdefault(target.dealer_id, []).append(Reason(Press.EVENT, f"Not found at “{target.operation}”"))
    return told


def on_jail_lists(since, officer):
    """What lists read or answered since the last meeting say of each dealer; a namesake's line is no news."""
    told: dict = {}
    for match in RosterMatch.objects.visible_to(officer).not_refuted().told_since(since).order_by("event_on"):
        told.setdefault(match.dealer_id, {})[why_listed(match)] = None
    return {dealer: [Reason(Press.EVENT, words) for words in reasons] for dealer, reasons in told.items()}


def why_listed(match):
    event, day = match.get_event_display(), f"{match.event_on:%a %-d %b}"
    is_sure = match.answer == RosterMatch.Answer.SAME
    return f"{event} {day}" if is_sure else f"On a jail list, not confirmed: {event.lower()} {day}"
