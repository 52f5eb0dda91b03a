"""What a page shows of an edition: the snapshot as it prints, with what this officer may open besides."""

import json
from dataclasses import dataclass, replace
from uuid import UUID

from dealers.models import Dealer, Photo
from maintenance.hot_sheet.contents import Card, Contents, SupportContact


@dataclass(frozen=True)
class Person:
    card: Card
    photo: UUID | None  # its key, where the officer may see it
    is_known: bool  # the officer may open the dossier

    @property
    def called(self):
        return " ".join(filter(None, (self.card.given, self.card.surname)))


@dataclass(frozen=True)
class OnScreen:
    contents: Contents
    people: list[Person]
    support: tuple[SupportContact, ...]
    withheld: bool  # support contacts stand, too few to be printed without singling somebody out


def on_screen(contents, officer, fewest_support_names):
    """The sheet is for every officer, the dossier is not: photos and links only where the officer works the market."""
    photos, known = photos_for(officer, contents), known_to(officer, contents)
    people = [Person(card, photos.get((card.dealer, card.photo)), card.dealer in known) for card in contents.people]
    is_printed = len(contents.support) >= fewest_support_names
    return OnScreen(
        contents=contents,
        people=people,
        support=contents.support if is_printed else (),
        withheld=bool(contents.support) and not is_printed,
    )


def photos_for(officer, contents):
    """The key of each photo on the sheet that this officer may see, by dealer and fingerprint."""
    wanted = [card.photo for card in contents.people if card.photo]
    photos = Photo.objects.visible_to(officer).with_fingerprints(wanted).values_list("dealer", "sha256", "pk")
    return {(str(dealer), sha256): key for dealer, sha256, key in photos}


def known_to(officer, contents):
    """Whose dossier this officer may open."""
    if not officer.has_perm("dealers.view_dealer"):
        return set()
    people = Dealer.objects.visible_to(officer).filter_ids([card.dealer for card in contents.people])
    return {str(key) for key in people.values_list("pk", flat=True)}


# One's own copy: every officer on the roster sees on the screen what the paper shows him, photos too


def own_copy_on_screen(copy):
    """What an opened copy says to its officer."""
    return on_screen(Contents.from_json(copy.sheet.contents), copy.officer, copy.sheet.task_force.fewest_support_names)


def as_json(shown):
    """The same for a program: what is not printed is not told."""
    return json.loads(replace(shown.contents, support=shown.support).to_json())


def face_of(copy, item):
    """The picture beside that item of the copy, as it prints; None where the sheet has none, or it was purged since."""
    card = next((card for card in Contents.from_json(copy.sheet.contents).people if card.item == item), None)
    photos = (
        Photo.objects.filter(dealer=card.dealer, sha256=card.photo) if card and card.photo else Photo.objects.none()
    )
    picture = photos.values_list("sheet", flat=True).first()
    return bytes(picture) if picture else None
