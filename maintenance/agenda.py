"""What the CRT should talk about: what stands on the sheet, who is new, who was seen, and why each is proposed."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count
from django.utils.timezone import localdate

from dealers.cases.models import Prosecution, Target
from dealers.models import Dealer, Observation, RosterMatch
from maintenance import rules
from maintenance.models import AgendaItem, Decision
from markets.models import HotPlace

Section = AgendaItem.Section


@dataclass(frozen=True)
class Chapter:
    """A section of the agenda with its points, as the wall shows it."""

    label: str
    items: list[AgendaItem]

    @property
    def done(self):
        return sum(item.is_decided for item in self.items)


def chapters(items):
    """The agenda in the order of the meeting: by section, in each by position, whenever a point was put on it."""
    by_section = [
        Chapter(label, [item for item in items if item.section == section]) for section, label in Section.choices
    ]
    return [chapter for chapter in by_section if chapter.items]


def proposed(meeting, before, officer):
    """Unsaved agenda items, in the order of the meeting, for whatever the officer who opens it may see."""
    since = before.closed_at if before else None
    starts_on = rules.valid_from(meeting.week_of)
    people = list(people_to_discuss(meeting, since, starts_on, officer))
    places = list(places_to_discuss(meeting, since, starts_on, officer))
    order = list(Section)
    items = sorted([*people, *places], key=lambda item: (order.index(item.section), str(item)))
    for position, item in enumerate(items, start=1):
        item.position = position
    return items


def people_to_discuss(meeting, since, starts_on, officer):
    standing = decisions_about("dealer", meeting)
    entries, listed = new_entries(since, officer), on_jail_lists(since, officer)
    releases, left_open = releases_near(meeting, since), targets_left_open(since)
    for dealer in Dealer.objects.visible_to(officer).on_file().distinct():
        decision = standing.get(dealer.pk)
        reasons = [*why_it_stands(decision, starts_on), *why_it_is_new(dealer.approved_at, since)]
        if entries.get(dealer.pk):
            reasons.append(f"{counted(entries[dealer.pk], 'entry', 'entries')} since the last meeting")
        reasons += [*listed.get(dealer.pk, []), *releases.get(dealer.pk, []), *left_open.get(dealer.pk, [])]
        if reasons:
            yield AgendaItem(
                meeting=meeting, dealer=dealer, reasons=reasons, is_on_sheet=decision is not None,
                section=section_of(decision), position=0,
            )  # fmt: skip


def places_to_discuss(meeting, since, starts_on, officer):
    standing = decisions_about("hot_place", meeting)
    for place in HotPlace.objects.visible_to(officer):
        decision = standing.get(place.pk)
        is_new = since is None or place.logged_on >= localdate(since)
        reasons = [*why_it_stands(decision, starts_on), *(["Logged since the last meeting"] if is_new else [])]
        if reasons:
            yield AgendaItem(
                meeting=meeting, hot_place=place, reasons=reasons, is_on_sheet=decision is not None,
                section=Section.PLACE, position=0,
            )  # fmt: skip


def decisions_about(subject, meeting):
    """The decision that keeps each person or place on this week's sheet, by its key."""
    standing = Decision.objects.standing(subject, up_to=meeting.week_of, on=meeting.held_on).select_related("item")
    return {getattr(decision.item, f"{subject}_id"): decision for decision in standing}


def section_of(decision):
    if decision is None:
        return Section.NEW
    return Section.SUPPORT if decision.attention == Decision.Attention.SUPPORT else Section.ENFORCEMENT


def why_it_stands(decision, starts_on):
    if decision is None:
        return []
    if decision.expires_on < starts_on:
        return [f"Expires {decision.expires_on:%a %-d %b}, before the next sheet"]
    return [f"On the sheet, until {decision.expires_on:%a %-d %b}"]


def why_it_is_new(approved_at, since):
    return ["New on file since the last meeting"] if since is None or approved_at > since else []


def releases_near(meeting, since):
    """Why a release is to be talked about, by dealer: it comes near, or it came since the last meeting.

    Of the prosecution nothing but the day is said: not everybody at the table reads dockets.
    """
    soon = meeting.held_on + timedelta(days=rules.RELEASE_DAYS)
    told: dict = {}
    for row in Prosecution.objects.released_between(localdate(since) if since else meeting.held_on, soon):
        word = "Released" if row.release_on <= meeting.held_on else "Release on"
        told.setdefault(row.dealer_id, []).append(f"{word} {row.release_on:%a %-d %b}")
    return told


def targets_left_open(since):
    """Whom an operation closed since the last meeting did not find, by dealer."""
    told: dict = {}
    for target in Target.objects.left_open_since(since).select_related("operation"):
        told.setdefault(target.dealer_id, []).append(f"Not found at “{target.operation}”")
    return told


def new_entries(since, officer):
    """How many observations name each dealer since the last meeting."""
    entries = Observation.objects.visible_to(officer)
    if since:
        entries = entries.filter(logged_at__gt=since)
    return dict(entries.order_by().values_list("dealers").annotate(Count("pk")))


def on_jail_lists(since, officer):
    """What lists read or answered since the last meeting say of each dealer; a namesake's line is no news."""
    told: dict = {}
    for match in RosterMatch.objects.visible_to(officer).not_refuted().told_since(since).order_by("event_on"):
        told.setdefault(match.dealer_id, {})[why_listed(match)] = None
    return {dealer: list(reasons) for dealer, reasons in told.items()}


def why_listed(match):
    event, day = match.get_event_display(), f"{match.event_on:%a %-d %b}"
    is_sure = match.answer == RosterMatch.Answer.SAME
    return f"{event} {day}" if is_sure else f"On a jail list, not confirmed: {event.lower()} {day}"


def counted(number, one, many):
    return f"{number} {one if number == 1 else many}"
