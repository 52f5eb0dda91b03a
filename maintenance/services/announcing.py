"""What several verbs of announcements refuse."""

from django.core.exceptions import ValidationError

from dealers.models import Dealer
from dmi.errors import RuleBroken
from maintenance import rules
from maintenance.models import Announcement

Kind = Announcement.Kind


def check_words(by, market, kind, hot_place, audience, title, text):
    """Refused: a flyer without its place or longer than its page; a place of another market; a name of somebody on
    file, in any words.
    """
    if kind == Kind.FLYER:
        check_flyer(hot_place, title, text)
    if hot_place and hot_place.market_id != market.pk:
        raise ValidationError({"hot_place": f"This place is not in {market}; choose one of its own."})
    if dealer := named_on_file(by, f"{audience} {title} {text}"):
        raise RuleBroken(f"This names {dealer}, who is on file. A public word is about the town; name nobody.")


def named_on_file(by, words):
    """The first whom these words name, of those on file whom this officer may see; None where they name nobody."""
    said = words.casefold()
    return next((dealer for dealer in Dealer.objects.visible_to(by).on_file() if named(dealer, said)), None)


def check_flyer(hot_place, title, text):
    if not hot_place:
        raise ValidationError({"hot_place": "Say at which hot place the flyer is put up."})
    if len(title) > rules.FLYER_TITLE:
        raise ValidationError({"title": f"The heading of a flyer has at most {rules.FLYER_TITLE} characters."})
    if (lines := rules.flyer_lines(text)) > rules.FLYER_LINES:
        most = rules.FLYER_LINES
        raise ValidationError({"text": f"A flyer is read in passing: this takes {lines} lines, and {most} fit."})


def named(dealer, said):
    """By the whole name; one word of it may be a street or anybody."""
    names = (str(dealer), f"{dealer.first_name} {dealer.last_name}".strip())
    whole = [plainly(name.casefold()) for name in names if " " in name]
    return any(f" {name} " in f" {plainly(said)} " for name in whole)


def plainly(text):
    """Letters and spaces: a comma after a name hides nobody."""
    return " ".join("".join(letter if letter.isalnum() or letter in "'’-" else " " for letter in text).split())


def check_unpublished(announcement):
    if announcement.is_published:
        raise RuleBroken(f"This was published on {announcement.published_on:%-d %B %Y} and stands; write another.")
