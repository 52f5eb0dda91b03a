"""How one name or number is written by different hands, as a regular expression. Pure.

Letters with their marks or without, composed or not, in either case, and those that a keyboard lacks as passports write
them (ICAO Doc 9303, part 3, section 6); any apostrophe or none; numbers however they are grouped. The expressions are
read alike by Python and by PostgreSQL, and whatever repeats in them has an upper bound: no text makes them slow.
"""

import re
import unicodedata
from collections import defaultdict
from itertools import starmap

MARK = r"\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4-\u05C7\u064B-\u065F\u0670"  # Latin, Hebrew, Arabic
MARKS = f"[{MARK}]{{0,3}}"
TURNED = r"\u02BB\u02BC"  # apostrophes that Unicode takes for letters
BETWEEN = rf"[\W_{TURNED}]"
GAP = BETWEEN + "{1,3}"  # between the words of a name
JOINT = BETWEEN + "{0,2}"  # O’Hare, O Hare, OHARE; 802-555 and 802555
SPREAD = BETWEEN + "{0,3}"
PLAIN = dict(zip("łŁøØđĐðÐħĦıŧŦẞ", "lLoOdDdDhHitTß", strict=True))  # what does not decompose
TWO = {"ß": "ss", "æ": "ae", "ä": "ae", "œ": "oe", "ö": "oe", "ø": "oe", "ü": "ue", "å": "aa"}
TOKEN = re.compile(
    rf"(?P<pair>{'|'.join(sorted(set(TWO.values())))})|(?P<letter>[^\W\d_{TURNED}])|(?P<digit>\d)|(?P<blank>\s+)"
    "|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
LEAST_OF_NUMBER = 3  # letters and digits; what has fewer is looked for to the letter
AMERICAN = 10  # digits
LOCAL = 7
ABROAD = 8  # digits that are one number without that of its country


def plain_of(letter: str) -> str:
    first, *marks = list(unicodedata.normalize("NFD", letter))
    return PLAIN.get(first, first) if not marks or re.fullmatch(f"[{MARK}]+", "".join(marks)) else letter


def marked_letters() -> dict[str, str]:
    """Plain letter -> what it is with a mark; of the alphabets that have marks."""
    found: dict[str, str] = defaultdict(str)
    for letter in filter(str.isalpha, map(chr, range(0xC0, 0x2000))):
        found[plain_of(letter)] += letter
    return found


MARKED = marked_letters()


def plain(word: str) -> str:
    """For telling whether two words are the same name."""
    return "".join(plain_of(letter) for letter in unicodedata.normalize("NFC", word).casefold() if letter.isalnum())


def spelled(word: str, *, is_name: bool = False) -> str:
    """In any case; where it `is_name`, with the capital that it has."""
    said = unmarked(word)
    if not re.search(r"[^\W_]", said):
        return re.escape(word)
    tokens = list(TOKEN.finditer(re.sub(r"^[\W_]+|[\W_]+$", "", said)))
    is_capital = is_name and tokens[0][0][0].isupper()
    return "".join(written(token, is_capital and token is tokens[0]) for token in tokens)


def unmarked(word: str) -> str:
    """Composed letters keep what they are; a mark that stands by itself goes."""
    return re.sub(f"[{MARK}]", "", unicodedata.normalize("NFC", word)).strip()


def written(token: re.Match, is_capital: bool) -> str:
    if token["blank"]:
        return GAP
    if token["other"]:
        return JOINT
    if token["digit"]:
        return token[0]
    pair = token["pair"] or TWO.get(token[0].lower())
    return either(token[0], pair.lower(), is_capital) if pair else one(token[0], is_capital)


def either(token: str, pair: str, is_capital: bool) -> str:
    """ü, u or ue, whichever of them stands in the name."""
    first, second = one(pair[0], False), one(pair[1], False)
    if is_capital:
        first = one(pair[0].upper(), True)
    singles = "".join(case for single in TWO if TWO[single] == pair for case in cases(single))
    forms = [first + second, f"[{singles}]", rf"[{pair[0]}{pair[0].upper()}][\u0308\u030A]"]
    if len(token) == 1:
        forms.append(one(token, is_capital))
    return "(?:" + "|".join(forms) + ")"


def cases(letter: str) -> set[str]:
    return {letter, *(each for each in (letter.lower(), letter.upper()) if len(each) == 1), *MARKED.get(letter, "")}


def one(letter: str, is_capital: bool) -> str:
    """This letter with any mark; the composed syllables of other scripts in both forms."""
    apart = unicodedata.normalize("NFD", letter)
    base = plain_of(letter)
    if base == letter != apart:
        return f"(?:{letter}|{apart})"
    found = {each for case in cases(base) for each in cases(case)}
    if is_capital:
        found = {each for each in found if not each.islower()}
    return "[" + "".join(sorted(found)) + "]" + MARKS


def longest_run(words) -> str:
    """Of letters and digits without anything between: it stands in every text that has these words."""
    runs = [run for word in words for run in re.findall(rf"[^\W_{TURNED}]+", unmarked(word))]
    return max(runs, key=len, default="".join(words))


def numbered(identifier: str) -> str:
    """A number or plate however it is grouped: CS-114, CS 114, CS114."""
    runs = re.findall(r"[^\W\d_]+|\d+", identifier)
    if sum(map(len, runs)) < LEAST_OF_NUMBER:
        return re.escape(identifier)
    return JOINT.join(map(spelled, runs))


def is_telephone(identifier: str) -> bool:
    return bool(re.fullmatch(r"\+\d{7,15}|[(\d][\d().\s-]{8,14}\d", identifier))


def telephone(number: str) -> str:
    """With its country and without; of an American one also the seven digits that its neighbours write."""
    digits = re.sub(r"\D", "", number)
    own = digits.removeprefix("1")
    if len(own) == AMERICAN and not (number.startswith("+") and own == digits):
        area = rf"(?:(?:\+|00)?1{SPREAD})?{spread(own[:-LOCAL])}{SPREAD}"
        alone = rf"(?<!\d{{3}})(?<!\d{{3}}{BETWEEN})(?<!\d{{3}}{BETWEEN}{{2}})(?<!\d{{3}}{BETWEEN}{{3}})"
        return rf"(?<!\d)(?:{area}|{alone}){spread(own[-LOCAL:])}(?!\d)"
    forms = [spread(digits), *starmap(abroad, ((digits[:at], digits[at:]) for at in (1, 2, 3)))]
    return rf"(?<!\d)(?:{'|'.join(filter(None, forms))})(?!\d)"


def end_of(number: str) -> str:
    """The last four digits: the whole expression is thirty times as slow in PostgreSQL."""
    return spread(re.sub(r"\D", "", number)[-4:])


def abroad(country: str, own: str) -> str:
    if len(own) < ABROAD:
        return ""
    return rf"(?:(?:\+|00)?{spread(country)}{SPREAD})?(?:0{SPREAD})?{spread(own)}"


def spread(digits: str) -> str:
    return SPREAD.join(digits)
