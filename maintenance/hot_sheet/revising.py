"""A revision between meetings: the edition as it was frozen, less who need not be acted on, with what is new to say.

Items keep their numbers: they are said over the radio. What an officer's safety or a person's rights hang on is looked
up anew for every card: cautions, conditions, warrants, and whether somebody may stand on a sheet at all. So it is for
support contacts and for those whose name is asked, who come off when it has ended; nobody comes on.
"""

from dataclasses import dataclass, replace

from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from dealers.models import Dealer
from maintenance.hot_sheet.cards import cautions_of, conditions, first, printed_facts, warrants_of
from maintenance.hot_sheet.collect import changes, kept_apart, name_of, people_standing, seeking, support
from maintenance.hot_sheet.difference import said_otherwise
from maintenance.hot_sheet.sightings import address_of
from maintenance.models import RevisedCard
from maintenance.rules import edition


@dataclass(frozen=True)
class Word:
    """What a supervisor says about one item."""

    item: int
    what: str
    patrol_line: str = ""
    officer_action: str = ""

    @property
    def takes_off(self):
        return self.what in RevisedCard.TAKES_OFF


def revised(before, words, number, meeting, frozen_at):
    """The next `Contents`. A card is marked where it says otherwise than before, by anybody's hand or the records'."""
    today, said = localdate(frozen_at), {word.item: word for word in words}
    as_on_file = looked_up([card.dealer for card in before.people], meeting.task_force, frozen_at)
    cards = {
        card.item: rewritten(card, said.get(card.item), as_on_file[card.dealer])
        for card in before.people
        if card.dealer in as_on_file and not has_ended(card, said.get(card.item), today)
    }
    unnamed = kept_apart(before.people)
    gone = sorted(name_of(card) for card in before.people if card.item not in cards and card.dealer not in unnamed)
    people, removed = tuple(cards.values()), tuple(dict.fromkeys([*before.removed, *gone]))
    label = edition(before.valid_from, number)
    return replace(
        before, edition=label, revision=number, address=address_of(label), people=people, removed=removed,
        support=still_named(before, meeting, today), unknown=still_sought(before, today),
        changes=(*changes(people, removed, []), *sentences_about_markets(before)),
    )  # fmt: skip


def has_ended(card, word, today):
    return card.expires_on < today or bool(word and word.takes_off)


def looked_up(keys, task_force, frozen_at):
    """By key as text, what the records say today; whoever is on file no more, or kept apart by now, is not among them.

    Of two records made one since, the one that was kept speaks for both.
    """
    today = localdate(frozen_at)
    facts = printed_facts("", today, today, task_force.condition_days)
    kept = dict(Dealer.objects.filter_ids(keys).values_list("pk", Coalesce("merged_into", "pk")))
    people = Dealer.objects.on_file().in_the_open().filter(pk__in=kept.values()).prefetch_related(*facts).in_bulk()
    warrants = warrants_of(list(people), frozen_at)
    return {
        str(key): as_it_is(people[now], warrants.get(now, "")) for key, now in kept.items() if now in people
    }  # fmt: skip


def as_it_is(dealer, warrant):
    photo = first(dealer.portraits)
    return {
        "dealer": str(dealer.pk), "cautions": cautions_of(dealer),
        "conditions": tuple(conditions(dealer.supervised)), "warrant": warrant,
        "photos": {portrait.sha256 for portrait in dealer.portraits},
        "photo": photo.sha256 if photo else "", "photo_on": photo.taken_on if photo else None,
    }  # fmt: skip


def rewritten(card, word, on_file):
    """A photo stays as long as it is on file: the wrong face was taken back for a reason."""
    known = {name: on_file[name] for name in ("dealer", "cautions", "conditions", "warrant")}
    if card.photo not in on_file["photos"]:
        known |= {"photo": on_file["photo"], "photo_on": on_file["photo_on"]}
    if word:
        known |= {"why": word.patrol_line, "action": word.officer_action}
    if word and word.what == RevisedCard.What.SERVED:
        known["warrant"] = ""
    now = replace(card, **known)
    return replace(now, tag="revised") if any(said_otherwise(card, now)) else now


def still_named(before, meeting, today):
    """A contact ends with the consent that it rests on: a print made after that does not tell of it again."""
    day = max(today, before.valid_from)
    named = {contact.name for contact in support(list(people_standing(meeting, day, today)), day)}
    return tuple(contact for contact in before.support if contact.name in named)


def still_sought(before, today):
    """Who has a name by now, or whose alert is closed, is asked for no more."""
    sought = {person.name_or_looks for person in seeking(max(today, before.valid_from))}
    return tuple(person for person in before.unknown if person.name_or_looks in sought)


def sentences_about_markets(before):
    counted = set(changes(before.people, before.removed, []))
    return [sentence for sentence in before.changes if sentence not in counted]
