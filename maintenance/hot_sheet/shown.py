"""What the template prints: the words and numbers of a snapshot as they stand on paper."""

from datetime import date

from dmi.pdf import scan
from maintenance.hot_sheet.contents import MAY_ACT

PHOTO_YEARS = 2  # Task force policy: an older photo is marked
LEAST_SUPPORT = 3  # Task force policy: fewer names under support contact would single somebody out
UNBROKEN = "\N{NO-BREAK SPACE}"


def shown(contents, approval, *, least_support=LEAST_SUPPORT, photo_years=PHOTO_YEARS):
    return {
        "contents": contents,
        "approval": approval,
        "approved_on": approval.at.date(),
        "approved_at": approval.at.isoformat(timespec="seconds"),
        "validity": validity(contents.valid_from, contents.valid_until),
        "revises_cards": any(card.tag == "revised" for card in contents.people),
        "changes": [shown_change(sentence) for sentence in contents.changes],
        "trends": [shown_trend(trend) for trend in contents.trends],
        "cards": [shown_card(card, old_before(contents.valid_from, photo_years)) for card in contents.people],
        "support": contents.support if len(contents.support) >= least_support else (),
        "asked_for": any(contact.asks for contact in contents.support),
        "link": shown_link(contents.address),
    }


def validity(first, last):
    """Month and year once, where both days share them."""
    if first.year != last.year:
        return f"{day(first)} {first:%b %Y} – {day(last)} {last:%b %Y}"
    if first.month != last.month:
        return f"{day(first)} {first:%b} – {day(last)} {last:%b %Y}"
    return f"{day(first)} – {day(last)} {last:%b %Y}"


def day(on):
    return f"{on:%a} {on.day}"


def shown_change(sentence):
    lead, colon, rest = sentence.partition(": ")
    return {"lead": f"{lead}:", "rest": rest} if colon else {"lead": "", "rest": sentence}


# People

LONG_NAME = 60  # letters; past them the name is set smaller, never cut


def old_before(on, years):
    """The first day whose photo is not yet old; 29 February counts as 28 February."""
    day_of_month = 28 if (on.month, on.day) == (2, 29) else on.day
    return date(on.year - years, on.month, day_of_month)


def shown_card(card, photos_old_before):
    quoted = [f"“{name}”" for name in card.street_names]
    known_by_name = bool(card.surname or card.given)
    called = " ".join(part for part in (card.given, card.surname) if part)
    return {
        "card": card,
        "called": called or " ".join(quoted[:1]),
        "long": len(called) > LONG_NAME,
        "surname": f"{card.surname}," if card.surname and card.given else card.surname,
        "given": card.given,
        "only_name": "" if known_by_name else " ".join(quoted[:1]),
        "street": " · ".join(quoted if known_by_name else quoted[1:]),
        "photo": shown_photo(card, photos_old_before),
        "plate": card.plate.replace(" ", UNBROKEN),
        "conditions": [shown_condition(line) for line in card.conditions],
    }


def shown_condition(line):
    """White on black what police may act on, in a frame what they only report: nobody takes one for the other."""
    lead, _, rest = line.partition(": ")
    return {"lead": lead, "rest": rest, "is_for_police": lead == MAY_ACT}


def shown_photo(card, old_before):
    if not card.photo:
        return {"old": False, "caption": "Photo wanted", "dated": ""}
    if card.photo_on is None:
        return {"old": True, "caption": "NO DATE", "dated": "date unknown"}
    dated = f"{card.photo_on:%b %Y}"
    if card.photo_on < old_before:
        return {"old": True, "caption": f"OLD: {card.photo_on.year}", "dated": dated}
    return {"old": False, "caption": f"Photo {dated}", "dated": dated}


# Counts

HEIGHT = 22  # of the tallest bar
GROUND = 24
STEP, BAR, LAST_BAR = 9, 6, 7


def shown_trend(trend):
    """Four weeks white, this week black, the mean dashed; the numbers of the drawing, from the left."""
    counts = (*trend.before, trend.this)
    unit = HEIGHT / max(*counts, 1)
    white = [bar(place, count, unit, BAR) for place, count in enumerate(trend.before)]
    mean = sum(trend.before) / len(trend.before) if trend.before else None
    return {
        "name": trend.name,
        "this": trend.this,
        "before": ", ".join(str(count) for count in trend.before),
        "white": white,
        "black": bar(len(white), trend.this, unit, LAST_BAR),
        "mean_height": None if mean is None else tenth(GROUND - mean * unit),
        "against_mean": against_mean(trend.this, mean),
        "width": STEP * len(white) + LAST_BAR + 3,
    }


def bar(place, count, unit, width):
    return {"x": 1 + STEP * place, "y": tenth(GROUND - count * unit), "width": width, "height": tenth(count * unit)}


def tenth(length):
    return f"{length:.1f}"


def against_mean(count, mean):
    """The change in percent is undefined against a mean of nothing."""
    if mean is None:
        return ""
    if not mean:
        return "mean 0"
    change = round(100 * (count - mean) / mean)
    sign = "+" if change > 0 else "–" if change < 0 else ""
    return f"mean {mean:.1f}, {sign}{abs(change)}%"


# The way back


def shown_link(address):
    code = scan(address)
    return {
        "address": address,
        "words": address.partition("://")[2] or address,
        "path": "".join(f"M{across} {down}h{length}v1h-{length}z" for across, down, length in code.runs),
        "box": f"-2 -2 {code.size + 4} {code.size + 4}",
    }
