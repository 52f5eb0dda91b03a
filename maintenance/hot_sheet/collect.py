"""From the database to a frozen snapshot: what the closed meetings let stand on the day the sheet takes effect."""

from datetime import timedelta
from itertools import groupby

from django.conf import settings
from django.db.models import Prefetch
from django.urls import reverse
from django.utils.timezone import localdate

from callins import attention
from dealers.cases.models import Warrant
from dealers.models import Alias, CautionFlag, Dealer, Involvement, Observation, Photo, Supervision, Vehicle
from maintenance.hot_sheet.contents import LOOKS, MAY_ACT, Card, Caution, Contents, PlaceItem, SupportContact
from maintenance.hot_sheet.trends import trends
from maintenance.models import Decision, HotSheet
from maintenance.rules import WARRANT_HOURS, edition
from markets.models import Market

Kind, Attention = Decision.Kind, Decision.Attention
TAGS = {Kind.ADD: "new", Kind.CHANGE: "changed", Kind.KEEP: "kept"}
LETTERS = {"armed": "A", "violent": "V", "flees": "F", "needles": "N", "dog": "D", "crisis": "M"}
GRADED_WEEKS = 13  # task force policy: what was seen earlier says little of how sure we are now


def collect(meeting, starts_on, ends_on, frozen_at):
    """The `Contents` of the edition that follows from this meeting, in a fixed number of queries. Drafts are out.

    Of conditions those in force on its first day and verified in the days before it is frozen; of warrants those that
    the court or dispatch confirmed in the hours before.
    """
    standing = people_standing(meeting, starts_on, localdate(frozen_at))
    people = sorted(standing, key=lambda decision: as_looked_for(decision.item.dealer))
    weeks, warrants = weeks_on_sheet(people, meeting), warrants_of(people, frozen_at)
    enforcement = [
        card(number, decision, meeting, weeks[decision.item.dealer_id], warrants.get(decision.item.dealer_id, ""))
        for number, decision in enumerate(with_attention(people, Attention.ENFORCEMENT), 1)
    ]
    places_standing = list(decisions("hot_place", meeting, starts_on).order_by("item__hot_place__address"))
    places = [place(decision) for decision in places_standing]
    removed = gone(starts_on, enforcement, places)
    return Contents(
        edition=edition(starts_on, 0), revision=0, task_force=meeting.task_force.name,
        address=settings.SITE_URL + reverse("desk"),
        valid_from=starts_on, valid_until=ends_on, meeting_on=meeting.held_on, headline=meeting.headline,
        changes=tuple(changes(enforcement, removed, markets_of(people, places_standing))),
        trends=tuple(trends(meeting)), people=tuple(enforcement),
        support=tuple(support(people, starts_on)),
        places=tuple(places), removed=tuple(removed),
    )  # fmt: skip


def decisions(subject, meeting, starts_on):
    standing = Decision.objects.standing(subject, up_to=meeting.week_of, on=starts_on)
    return standing.select_related("item__hot_place", "item__meeting", "owner", "by", "liaison")


def people_standing(meeting, starts_on, frozen_on):
    """The decisions about people on file, each with everything that its card prints."""
    verified_since = frozen_on - timedelta(days=meeting.task_force.condition_days)
    supervised = Supervision.objects.in_force(starts_on).with_terms(starts_on, verified_since)
    entries = Observation.objects.only("reliability", "validity", "seen_at")
    on_file = decisions("dealer", meeting, starts_on).filter(item__dealer__status=Dealer.Status.ON_FILE)
    return on_file.select_related("item__dealer__logged_by").prefetch_related(
        Prefetch("item__dealer__aliases", Alias.objects.standing(), to_attr="street_names"),
        Prefetch("item__dealer__cautions", CautionFlag.objects.standing(), to_attr="warnings"),
        Prefetch("item__dealer__vehicles", Vehicle.objects.current(), to_attr="drives"),
        Prefetch("item__dealer__involvements", Involvement.objects.open(), to_attr="parts"),
        Prefetch("item__dealer__photos", Photo.objects.standing(), to_attr="portraits"),
        Prefetch("item__dealer__supervisions", supervised, to_attr="supervised"),
        Prefetch("item__dealer__observations", entries, to_attr="entries"),
    )


def as_looked_for(dealer):
    """By surname, or by the street name of whom nobody knows another."""
    return (dealer.last_name or dealer.known_as).strip("“”").casefold(), dealer.known_as, dealer.number


def with_attention(people, attention):
    return [decision for decision in people if decision.attention == attention]


def warrants_of(people, frozen_at):
    """By dealer, the numbers of the warrants that may print. The card itself says: confirm before arrest."""
    since = frozen_at - timedelta(hours=WARRANT_HOURS)
    fresh = Warrant.objects.about([decision.item.dealer_id for decision in people]).confirmed_between(since, frozen_at)
    told: dict = {}
    for warrant in fresh.order_by("number"):
        told.setdefault(warrant.dealer_id, []).append(f"{warrant.number}, {warrant.court_name}")
    return {dealer: "; ".join(lines) for dealer, lines in told.items()}


def card(number, decision, meeting, weeks, warrant):
    dealer = decision.item.dealer
    photo, vehicle, part = first(dealer.portraits), first(dealer.drives), first(dealer.parts)
    caller = decision.owner or dealer.logged_by
    return Card(
        item=number, dealer=str(dealer.pk), surname=dealer.last_name, given=dealer.first_name,
        street_names=tuple(alias.name for alias in dealer.street_names), tag=tag_of(decision, meeting), weeks=weeks,
        cautions=tuple(map(caution, newest_of_each_kind(dealer.warnings))),
        looks=looks_of(dealer, meeting.held_on), area=part.area if part else "",
        vehicle=vehicle.description if vehicle else "", plate=vehicle.plate if vehicle else "",
        conditions=tuple(conditions(dealer.supervised)), warrant=warrant,
        why=decision.patrol_line, grade=grade_of(dealer.entries, meeting), action=decision.officer_action,
        call_name=caller.signature, call_phone=caller.phone, expires_on=decision.expires_on,
        photo=photo.sha256 if photo else "", photo_on=photo.taken_on if photo else None,
    )  # fmt: skip


def first(rows):
    return next(iter(rows), None)


def grade_of(entries, meeting):
    """The best grade of what was seen lately, else of anything ever seen."""
    since = meeting.held_on - timedelta(weeks=GRADED_WEEKS)
    recent = [entry for entry in entries if localdate(entry.seen_at) >= since]
    return min((entry.grade for entry in recent or entries), default="")


def newest_of_each_kind(cautions):
    """They come by kind, the newest first; what may kill prints first."""
    newest = [next(group) for _, group in groupby(cautions, key=lambda flag: flag.kind)]
    return sorted(newest, key=lambda flag: list(LETTERS).index(flag.kind))


def caution(flag):
    word = flag.get_kind_display().partition(",")[0].upper()
    return Caution(letter=LETTERS[flag.kind], word=word, source=flag.source, on=flag.noted_on, grave=flag.is_grave)


def conditions(supervised):
    """What police may act on comes first; the rest is for the ears of the supervising officer alone."""
    terms = [(supervision, condition) for supervision in supervised for condition in supervision.terms]
    if own := [condition.words for _, condition in terms if condition.is_for_police]:
        yield f"{MAY_ACT}: {'; '.join(own)}"
    for supervision in supervised:
        if told := [condition.words for condition in supervision.terms if not condition.is_for_police]:
            yield f"Report only, to {supervision.whom_to_call}: {'; '.join(told)}"


def tag_of(decision, meeting):
    """What an earlier meeting said is no news now."""
    return TAGS[decision.kind] if decision.item.meeting_id == meeting.pk else "kept"


def weeks_on_sheet(people, meeting):
    """For each dealer, how many meetings in a row let the person stand, this one included."""
    said = (
        Decision.objects.taken()
        .filter(
            item__dealer__in=[decision.item.dealer_id for decision in people],
            item__meeting__week_of__lte=meeting.week_of,
        )
        .exclude(kind=Kind.PASS)
        .order_by("item__dealer", "-item__meeting__week_of")
        .values_list("item__dealer", "kind")
    )
    return {dealer: in_a_row([kind for _, kind in kinds]) for dealer, kinds in groupby(said, key=lambda row: row[0])}


def in_a_row(kinds):
    """The newest word first: as far back as the one that added the person, or that took the person off."""
    weeks = 0
    for kind in kinds:
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


def support(people, starts_on):
    """Whom the meeting decided on and whom callins.attention names, one line each and all alike, by name.

    Where both do, the lasting line prints: what a meeting says again or takes back moves it neither way. Only a card
    takes its place: the sheet says of support contacts that they are not wanted.
    """
    decided = with_attention(people, Attention.SUPPORT)
    named = [attention.Named(each.item.dealer, each.liaison, each.expires_on) for each in decided]
    lines = {each.dealer.pk: each for each in (*named, *attention.named_on(starts_on))}
    for decision in with_attention(people, Attention.ENFORCEMENT):
        lines.pop(decision.item.dealer_id, None)
    return map(contact, sorted(lines.values(), key=lambda line: as_looked_for(line.dealer)))


def contact(line):
    return SupportContact(
        name=str(line.dealer), liaison=line.liaison.name_with_rank, phone=line.liaison.phone, until=line.until,
        asks=line.asks_to_call,
    )  # fmt: skip


def place(decision):
    where = decision.item.hot_place
    return PlaceItem(
        address=where.address, kind=where.get_kind_display(), why=sentence(decision.patrol_line),
        action=sentence(decision.officer_action), expires_on=decision.expires_on,
    )  # fmt: skip


def sentence(line):
    """A place's lines print one after the other."""
    return line if not line or line.endswith((".", "!", "?")) else f"{line}."


def gone(starts_on, enforcement, places):
    """Whom and what officers were told to act on before and are not now, so that they stop.

    Whoever is a support contact now is named here like everybody else: that the two go together is nobody's business.
    """
    before = HotSheet.objects.published().filter(valid_from__lt=starts_on).first()
    if before is None:
        return []
    was = Contents.from_json(before.contents)
    stands, addresses = {card.dealer for card in enforcement}, {place.address for place in places}
    people = [name_of(card) for card in was.people if card.dealer not in stands]
    return sorted(people) + sorted(place.address for place in was.places if place.address not in addresses)


def name_of(card):
    return " ".join(filter(None, (card.given, card.surname))) or f"“{card.street_names[0]}”"


def markets_of(people, places):
    """The markets of whoever and whatever stands on this sheet; another's stage is nobody's news."""
    parts = Involvement.objects.open().filter(dealer__in=[decision.item.dealer_id for decision in people])
    return Market.objects.of_parts_or_places(parts, [decision.item.hot_place for decision in places]).with_stage()


def changes(people, removed, markets):
    """Sentences for “what changed”, with the numbers that officers say over the radio."""
    for tag, word in (("new", "new"), ("changed", "changed")):
        items = [str(card.item) for card in people if card.tag == tag]
        if items:
            yield f"{len(items)} {word}: item{'s' if len(items) > 1 else ''} {', '.join(items)}."
    if removed:
        yield f"{len(removed)} removed: stop acting on them; named at the end."
    for market in markets:
        yield f"{market.name}: {market.get_stage_display().lower()} since {market.stage_since:%-d %b %Y}."
