"""How many pages a sheet will take, counted before it is laid out: to lay out twice and choose costs twice the time.

Lengths are points and follow static/hot_sheet.css; widths of words are those of an average letter. The count is right
to within a row of cards (tried on a hundred sheets of random length); what it misses, the layout itself shows.
"""

from dataclasses import dataclass
from math import ceil

from dmi.errors import RuleBroken

MOST_PAGES = 4
PAGE = 698  # Letter less its margins
WHOLE, COLUMN = 564, 277  # a card and a list are one column wide
LETTER = 0.43  # width of an average letter for its size, wrapping at words included
TITLE, HEADING = 24, 19.5
LISTS_APART, SIGHTING = 3, 108
UNTIL = " B2 Until 12 Dec."


@dataclass(frozen=True)
class Type:
    size: float
    line: float

    def lines(self, text, width):
        return max(1, ceil(len(text) * self.size * LETTER / width)) * self.line


@dataclass(frozen=True)
class Style:
    frame: float  # around a card
    photo: float
    beside_photo: float
    name: Type
    street: Type
    text: Type
    action: Type
    least_action: float
    caution: float
    cautions_abreast: bool
    lists: Type
    trends: float  # a row of them
    saved: float  # around the head of the sheet


ROOMY = Style(
    frame=11,
    photo=80,
    beside_photo=206,
    name=Type(13, 14),
    street=Type(11, 12.2),
    text=Type(9, 10.3),
    action=Type(9.8, 11),
    least_action=22,
    caution=11.6,
    cautions_abreast=False,
    lists=Type(9, 10.4),
    trends=29,
    saved=0,
)
TIGHT = Style(
    frame=6.7,
    photo=64,
    beside_photo=223,
    name=Type(12, 12.4),
    street=Type(10, 10.6),
    text=Type(8.6, 9.5),
    action=Type(9, 9.6),
    least_action=19.2,
    caution=11.4,
    cautions_abreast=True,
    lists=Type(9, 9.8),
    trends=28,
    saved=4,
)
HEADLINE, CHANGE, REVISION = Type(10.5, 12.5), Type(9, 10.4), 18


def pages_of(contents, *, tight=False):
    return pages_with(contents, contents.people, TIGHT if tight else ROOMY)


@dataclass(frozen=True)
class Length:
    """What a preview says before anything is frozen or approved."""

    pages: int
    most: int
    too_many: str  # in the words of the refusal; nothing where it fits


def length_of(contents):
    pages = min(pages_of(contents), pages_of(contents, tight=True))
    return Length(pages, MOST_PAGES, too_many(contents) if pages > MOST_PAGES else "")


def refuse_too_long(contents):
    """Said while people can still be taken off: nothing is ever cut."""
    if refusal := length_of(contents).too_many:
        raise RuleBroken(refusal)


def too_many(contents):
    """The refusal of a sheet past its limit, in words that say what has to go."""
    people = len(contents.people)
    fewer = next((fewer for fewer in range(1, people) if fits(contents, people - fewer)), None)
    if fewer is None:
        return f"The lists under the people alone run past {MOST_PAGES} pages: shorten places and removed names."
    return (
        f"A sheet has {MOST_PAGES} pages at most; {people} people with these lists need more. "
        f"Take {fewer} off at the meeting, or shorten the lists."
    )


def fits(contents, people):
    return pages_with(contents, contents.people[:people], TIGHT) <= MOST_PAGES


def pages_with(contents, people, style):
    page, used = 1, week_height(contents, style) + (HEADING if people else 0)
    heights = [card_height(card, style) for card in people]
    for place in range(0, len(heights), 2):
        row = max(heights[place : place + 2])
        if used + row > PAGE:
            page, used = page + 1, 0
        used += row
    return page + pages_after(list_heights(contents, style), PAGE - used)


def card_height(card, style):
    beside, whole = style.beside_photo, COLUMN
    who = (
        style.name.lines(f"{card.surname}, {card.given} {card.item}", beside)
        + style.street.lines(f"{' · '.join(card.street_names)} {card.tag}", beside)
        + cautions_height(card.cautions, style)
        + sum(style.text.lines(text, beside) for text in texts_beside_photo(card))
    )
    below = sum(style.text.lines(text, whole) for text in texts_below(card))
    action = max(style.least_action, style.action.lines(card.action, whole - 44))
    return style.frame + max(style.photo, who) + below + action


def texts_beside_photo(card):
    return filter(None, (card.looks, card.area and f"Area {card.area}", f"Vehicle {card.vehicle} {card.plate}"))


def texts_below(card):
    return filter(None, (card.warrant, *card.conditions, f"Why {card.why} {card.grade}", "call"))


def cautions_height(cautions, style):
    if not style.cautions_abreast:
        return len(cautions) * style.caution + 2
    rows, left = 0, 0.0
    for caution in cautions:
        width = 24 + 5 * len(caution.word) + 3.6 * (len(caution.source) + len(", 12 Dec"))
        if width > left:
            rows, left = rows + 1, style.beside_photo
        left -= width
    return rows * style.caution


def week_height(contents, style):
    head = HEADLINE.lines(contents.headline, WHOLE) + 3 if contents.headline else 0
    width = COLUMN - 30 if contents.trends else WHOLE
    changes = 12 + sum(CHANGE.lines(change, width) + 1.5 for change in contents.changes) if contents.changes else 0
    trends_abreast = 3 if contents.changes else 5
    trends = 11.5 + ceil(len(contents.trends) / trends_abreast) * style.trends if contents.trends else 0
    return TITLE - style.saved + head + (REVISION if contents.revision else 0) + max(changes, trends)


def list_heights(contents, style):
    """From the first list to the last, those that print."""
    text = style.lists
    places = [f"{place.address}, {place.kind}. {place.why} {place.action}{UNTIL}" for place in contents.places]
    unknown = [f"{person.name_or_looks} {person.text} {person.wanted}{UNTIL}" for person in contents.unknown]
    for entries in filter(None, (places, unknown)):
        yield HEADING + LISTS_APART + sum(text.lines(entry, COLUMN) + 2.7 for entry in entries)
    if contents.support:
        asked_for = text.line if any(contact.asks for contact in contents.support) else 0
        yield HEADING + LISTS_APART + 24 + asked_for + (text.line + 2.7) * len(contents.support)
    if contents.removed:
        yield (
            HEADING
            + LISTS_APART
            + text.lines(f"Stop acting on earlier sheets for: {'; '.join(contents.removed)}", COLUMN)
        )
    yield SIGHTING


def pages_after(heights, room):
    """Lists go down the left column, the right, then the next page; each stays whole where a page can hold it."""
    column, left = 1, room
    for height in heights:
        while height > left:
            height -= left if height > PAGE else 0
            column, left = column + 1, room if column == 1 else PAGE
        left -= height
    return (column - 1) // 2
