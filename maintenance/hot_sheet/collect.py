"""From the database to a frozen snapshot: what the closed meetings let stand on the day the sheet takes effect."""

from itertools import groupby

from django.utils.timezone import localdate

from callins import attention
from dealers.models import Dealer, Involvement
from maintenance.hot_sheet.cards import facts_of, printed_facts, warrants_of
from maintenance.hot_sheet.contents import TOMBSTONE, Card, Contents, PlaceItem, SupportContact, Unknown
from maintenance.hot_sheet.sightings import address_of
from maintenance.hot_sheet.trends import trends
from maintenance.models import Decision, HotSheet, RevisedCard, SoughtPerson
from maintenance.rules import edition
from markets.models import Market

Kind, Attention = Decision.Kind, Decision.Attention
TAGS = {Kind.ADD: "new", Kind.CHANGE: "changed", Kind.KEEP: "kept"}


def collect(meeting, starts_on, ends_on, frozen_at):
    """The `Contents` of the edition that follows from this meeting, in a fixed number of queries. Drafts are out.

    Of a meeting that is still open: as if it closed now, so that the table sees what will not fit.

    Of conditions those in force on its first day and verified in the days before it is frozen; of warrants those that
    the court or dispatch confirmed in the hours before.
    """
    standing = as_revised(people_standing(meeting, starts_on, localdate(frozen_at)))
    people = sorted(standing, key=lambda decision: as_looked_for(decision.item.dealer))
    weeks, warrants = weeks_on_sheet(people, meeting), warrants_of(keys_of(people), frozen_at)
    enforcement = [
        card(number, decision, meeting, weeks[decision.item.dealer_id], warrants.get(decision.item.dealer_id, ""))
        for number, decision in enumerate(with_attention(people, Attention.ENFORCEMENT), 1)
    ]
    places_standing = list(decisions("hot_place", meeting, starts_on).order_by("item__hot_place__address"))
    places = [place(decision) for decision in places_standing]
    removed = gone(starts_on, enforcement, places)
    return Contents(
        edition=edition(starts_on, 0), revision=0, task_force=meeting.task_force.name,
        address=address_of(edition(starts_on, 0)),
        valid_from=starts_on, valid_until=ends_on, meeting_on=meeting.held_on, headline=meeting.headline,
        changes=tuple(changes(enforcement, removed, markets_of(people, places_standing))),
        trends=tuple(trends(meeting)), people=tuple(enforcement),
        support=tuple(support(people, starts_on)),
        places=tuple(places), unknown=tuple(seeking(starts_on)), removed=tuple(removed),
    )  # fmt: skip


def decisions(subject, meeting, starts_on):
    standing = Decision.objects.standing(subject, up_to=meeting.week_of, on=starts_on, at_the_table=meeting)
    return standing.select_related("item__hot_place", "item__meeting", "owner", "by", "liaison")


def people_standing(meeting, starts_on, frozen_on):
    """The decisions about people on file and not kept apart, each with everything that its card prints."""
    facts = printed_facts("item__dealer__", starts_on, frozen_on, meeting.task_force.condition_days)
    printed = Dealer.objects.on_file().in_the_open()
    on_file = decisions("dealer", meeting, starts_on).filter(item__dealer__in=printed)
    return on_file.select_related("item__dealer__logged_by").prefetch_related(*facts)


def as_revised(people):
    """What was carried over stands as the last revision left it: nobody taken off by one comes back undecided."""
    words = RevisedCard.objects.last_word_on(keys_of(people))
    for decision in people:
        word = words.get(decision.item.dealer_id)
        if word is None or word.sheet.frozen_at < decision.decided_at:
            yield decision
        elif not word.takes_off:
            decision.patrol_line, decision.officer_action = word.patrol_line, word.officer_action
            yield decision


def as_looked_for(dealer):
    """By surname, or by the street name of whom nobody knows another."""
    return (dealer.last_name or dealer.known_as).strip("“”").casefold(), dealer.known_as, dealer.number


def keys_of(people):
    return [decision.item.dealer_id for decision in people]


def with_attention(people, attention):
    return [decision for decision in people if decision.attention == attention]


def card(number, decision, meeting, weeks, warrant):
    dealer = decision.item.dealer
    caller = decision.owner or dealer.logged_by
    return Card(
        **facts_of(dealer, meeting.held_on), item=number, tag=tag_of(decision, meeting), weeks=weeks, warrant=warrant,
        why=decision.patrol_line, action=decision.officer_action, expires_on=decision.expires_on,
        call_name=caller.signature, call_phone=caller.phone,
    )  # fmt: skip


def tag_of(decision, meeting):
    """What an earlier meeting said is no news now."""
    return TAGS[decision.kind] if decision.item.meeting_id == meeting.pk else "kept"


def weeks_on_sheet(people, meeting):
    """For each dealer, how many meetings in a row let the person stand, this one included."""
    said = (
        Decision.objects.taken(meeting)
        .filter(
            item__dealer__in=keys_of(people),
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


def seeking(starts_on):
    """Whom nobody knows, of open alerts: in the words that were written for the sheet."""
    for person in SoughtPerson.objects.standing(starts_on):
        yield Unknown(
            name_or_looks=person.looks, text=sentence(person.text), grade=person.grade, wanted=person.wanted,
            expires_on=person.until,
        )  # fmt: skip


def sentence(line):
    """A place's lines print one after the other."""
    return line if not line or line.endswith((".", "!", "?")) else f"{line}."


def gone(starts_on, enforcement, places):
    """Whom and what officers were told to act on before and are not now, so that they stop.

    Whoever is a support contact now is named here like everybody else: that the two go together is nobody's business.
    Of whom the record is kept apart by now nothing is said.
    """
    before = HotSheet.objects.published().weekly().filter(valid_from__lt=starts_on).first()
    if before is None:
        return []
    was = Contents.from_json(before.contents)
    stands, addresses = {card.dealer for card in enforcement}, {place.address for place in places}
    stands |= kept_apart(was.people)
    people = [name_of(card) for card in was.people if card.dealer not in stands and card.surname != TOMBSTONE]
    return sorted(people) + sorted(place.address for place in was.places if place.address not in addresses)


def kept_apart(cards):
    """Keys of those who were on an edition and whose record is sealed, or found to be a juvenile's, since."""
    apart = Dealer.objects.filter_ids([card.dealer for card in cards]).kept_apart()
    return {str(key) for key in apart.values_list("pk", flat=True)}


def name_of(card):
    return " ".join(filter(None, (card.given, card.surname))) or f"“{card.street_names[0]}”"


def markets_of(people, places):
    """The markets of whoever and whatever stands on this sheet; another's stage is nobody's news."""
    parts = Involvement.objects.open().filter(dealer__in=keys_of(people))
    return Market.objects.of_parts_or_places(parts, [decision.item.hot_place for decision in places]).with_stage()


def changes(people, removed, markets):
    """Sentences for “what changed”, with the numbers that officers say over the radio."""
    for tag in ("revised", "new", "changed"):
        items = [str(card.item) for card in people if card.tag == tag]
        if items:
            yield f"{len(items)} {tag}: item{'s' if len(items) > 1 else ''} {', '.join(items)}."
    if removed:
        yield f"{len(removed)} removed: stop acting on them; named at the end."
    for market in markets:
        yield f"{market.name}: {market.get_stage_display().lower()} since {market.stage_since:%-d %b %Y}."
