"""From the database to a frozen snapshot: what the closed meetings let stand on the day the sheet takes effect."""

from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localdate

from dealers.models import Dealer, Observation, Tie
from maintenance.hot_sheet.contents import LOOKS, Card, Caution, Contents, PlaceItem, SupportContact, Trend
from maintenance.models import Decision, HotSheet
from maintenance.rules import edition
from markets.models import Market

Kind, Attention = Decision.Kind, Decision.Attention
TAGS = {Kind.ADD: "new", Kind.CHANGE: "changed", Kind.KEEP: "kept"}
LETTERS = {"armed": "A", "violent": "V", "flees": "F", "needles": "N", "dog": "D", "crisis": "C"}
TREND_WEEKS = 4


def collect(meeting, starts_on, ends_on):
    """The `Contents` of the edition that follows from this meeting. Drafts are out by query."""
    people = decisions("dealer", meeting, starts_on).filter(item__dealer__status=Dealer.Status.ON_FILE)
    enforcement = [
        card(item, decision, meeting) for item, decision in enumerate(in_order(people, Attention.ENFORCEMENT), 1)
    ]
    support = [contact(decision) for decision in in_order(people, Attention.SUPPORT)]
    places = [
        place(decision) for decision in decisions("hot_place", meeting, starts_on).order_by("item__hot_place__address")
    ]
    removed = gone(meeting, starts_on)
    return Contents(
        edition=edition(starts_on, 0), revision=0, task_force=meeting.task_force.name,
        address=settings.SITE_URL + reverse("dealers:log_observation"),
        valid_from=starts_on, valid_until=ends_on, meeting_on=meeting.held_on, headline=meeting.headline,
        changes=tuple(changes(enforcement, removed)), trends=tuple(trends(meeting)), people=tuple(enforcement),
        support=tuple(support), places=tuple(places), removed=tuple(removed),
    )  # fmt: skip


def decisions(subject, meeting, starts_on):
    standing = Decision.objects.standing(subject, up_to=meeting.week_of, on=starts_on)
    return standing.select_related(
        "item__dealer__logged_by", "item__hot_place", "item__meeting", "owner", "by", "liaison"
    )


def in_order(people, attention):
    """As officers look for them: by surname, then by what pages call them."""
    return people.filter(attention=attention).order_by(
        "item__dealer__last_name", "item__dealer__known_as", "item__dealer__number"
    )


def card(item, decision, meeting):
    dealer = decision.item.dealer
    photo = dealer.photos.without_pictures().first()
    vehicle = dealer.vehicles.first()
    best = dealer.observations.order_by("reliability", "validity", "-seen_at").first()
    part = dealer.involvements.filter(until_on=None).first()
    caller = decision.owner or dealer.logged_by
    return Card(
        item=item, dealer=str(dealer.pk), surname=dealer.last_name, given=dealer.first_name,
        street_names=tuple(alias.name for alias in dealer.aliases.all()), tag=tag_of(decision, meeting),
        weeks=weeks_on_sheet(dealer, meeting), cautions=tuple(map(caution, dealer.cautions.all())),
        looks=looks_of(dealer, meeting.held_on), area=part.area if part else "",
        vehicle=vehicle.description if vehicle else "", plate=vehicle.plate if vehicle else "",
        conditions=(), warrant="",
        why=decision.patrol_line, grade=best.grade if best else "", action=decision.officer_action,
        call_name=caller.name_with_rank, call_phone=caller.phone, expires_on=decision.expires_on,
        photo=photo.sha256 if photo else "", photo_on=photo.taken_on if photo else None,
    )  # fmt: skip


def caution(flag):
    word = flag.get_kind_display().partition(",")[0].upper()
    return Caution(letter=LETTERS[flag.kind], word=word, source=flag.source, on=flag.noted_on, grave=flag.is_grave)


def tag_of(decision, meeting):
    """What an earlier meeting said is no news now."""
    return TAGS[decision.kind] if decision.item.meeting_id == meeting.pk else "kept"


def weeks_on_sheet(dealer, meeting):
    """How many meetings in a row let the person stand, this one included."""
    said = (
        Decision.objects.taken()
        .filter(item__dealer=dealer, item__meeting__week_of__lte=meeting.week_of)
        .exclude(kind=Kind.PASS)
        .order_by("-item__meeting__week_of")
        .values_list("kind", flat=True)
    )
    weeks = 0
    for kind in said:
        weeks += kind != Kind.REMOVE
        if kind in (Kind.REMOVE, Kind.ADD):
            break
    return max(weeks, 1)


def looks_of(dealer, day):
    """M, 34, 5'11", 170 lb; rose tattoo, cut at a word where it would make the card grow."""
    age = dealer.age_on(day)
    height = dealer.height_inches
    numbers = [
        dealer.sex,
        str(age) if age is not None else "",
        f"{height // 12}'{height % 12}\"" if height else "",
        f"{dealer.weight_pounds} lb" if dealer.weight_pounds else "",
    ]
    looks = "; ".join(part for part in (", ".join(filter(None, numbers)), dealer.marks) if part)
    return looks if len(looks) <= LOOKS else looks[: LOOKS - 1].rsplit(" ", 1)[0].rstrip(",;") + "…"


def contact(decision):
    return SupportContact(
        name=str(decision.item.dealer), liaison=decision.liaison.name_with_rank, phone=decision.liaison.phone,
        until=decision.expires_on,
    )  # fmt: skip


def place(decision):
    where = decision.item.hot_place
    return PlaceItem(
        address=where.address, kind=where.get_kind_display(), why=decision.patrol_line, action=decision.officer_action,
        expires_on=decision.expires_on,
    )  # fmt: skip


def gone(meeting, starts_on):
    """Who and what was on the sheet before and is not on this one, so that officers stop."""
    before = HotSheet.objects.published().filter(valid_from__lt=starts_on).first()
    if before is None:
        return []
    was = Contents.from_json(before.contents)
    stands = {str(key) for key in decisions("dealer", meeting, starts_on).values_list("item__dealer", flat=True)}
    addresses = set(decisions("hot_place", meeting, starts_on).values_list("item__hot_place__address", flat=True))
    people = [name_of(card) for card in was.people if card.dealer not in stands]
    return sorted(people) + sorted(place.address for place in was.places if place.address not in addresses)


def name_of(card):
    return " ".join(filter(None, (card.given, card.surname))) or f"“{card.street_names[0]}”"


def changes(people, removed):
    """Sentences for “what changed”, with the numbers that officers say over the radio."""
    for tag, word in (("new", "new"), ("changed", "changed")):
        items = [str(card.item) for card in people if card.tag == tag]
        if items:
            yield f"{len(items)} {word}: item{'s' if len(items) > 1 else ''} {', '.join(items)}."
    if removed:
        yield f"{len(removed)} removed: see the list; stop looking for them."
    for market in Market.objects.exclude(stage=Market.Stage.CLOSED).with_stage():
        yield f"{market.name}: {market.get_stage_display().lower()} since {market.stage_since:%-d %b %Y}."


def trends(meeting):
    """What the desk counts by itself, week by week: the week of the meeting against the four before it."""
    starts = [meeting.week_of - timedelta(weeks=back) for back in range(TREND_WEEKS, -1, -1)]
    counted = (
        ("Entries", Observation.objects.all(), "seen_at"),
        ("New names", Dealer.objects.on_file(), "approved_at"),
        ("New ties", Tie.objects.all(), "logged_at"),
    )
    for name, rows, moment in counted:
        days = [
            localdate(at) for at in rows.filter(**{f"{moment}__date__gte": starts[0]}).values_list(moment, flat=True)
        ]
        weeks = [sum(start <= day < start + timedelta(days=7) for day in days) for start in starts]
        yield Trend(name=name, before=tuple(weeks[:-1]), this=weeks[-1])
