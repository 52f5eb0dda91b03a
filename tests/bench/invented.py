"""Invented names, some of them frequent and most of them rare, as names are; and a hundred thousand people."""

import random
from datetime import date, timedelta
from itertools import accumulate

FRONTS = [
    "b",
    "br",
    "c",
    "ch",
    "cl",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "qu",
    "r",
    "s",
    "sh",
    "sl",
    "st",
    "t",
    "th",
    "tr",
    "v",
    "w",
    "z",
    "",
]
VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ee", "oo", "ou"]
BACKS = [
    "b",
    "ck",
    "d",
    "ff",
    "g",
    "ll",
    "lt",
    "m",
    "mp",
    "n",
    "nd",
    "ng",
    "nt",
    "p",
    "r",
    "rd",
    "rk",
    "rn",
    "s",
    "sh",
    "ss",
    "st",
    "t",
    "tch",
    "th",
    "x",
    "z",
] + [""] * 8
ENDINGS = ["er", "ley", "low", "man", "son", "ton", "well", "wick", "by", "y", "ie", "o"] + [""] * 6
BEGINS = date(1950, 1, 1)


def syllable(by):
    return by.choice(FRONTS) + by.choice(VOWELS) + by.choice(BACKS)


def words(count, seed, *, shortest=4, longest=9):
    """So many different pronounceable words, the same for the same seed."""
    by, found = random.Random(seed), {}  # noqa: S311
    while len(found) < count:
        word = "".join(syllable(by) for _ in range(by.choice((1, 1, 2)))) + by.choice(ENDINGS)
        if shortest <= len(word) <= longest:
            found[word] = None
    return list(found)


def skewed(names):
    """Weights after Zipf, flattened: the tenth name is a quarter as frequent as the first."""
    return list(accumulate(1 / (rank + 3) ** 0.8 for rank in range(len(names))))


class Names:
    """Drawn as often as names of people are."""

    def __init__(self, count, seed, **lengths):
        self.words = words(count, seed, **lengths)
        self.weights = skewed(self.words)

    def draw(self, by, times=1):
        return by.choices(self.words, cum_weights=self.weights, k=times)


def slip(word, by):
    """One letter left out, added, mistaken, or two neighbours turned round; never the same word."""
    while True:
        place, letter = by.randrange(len(word)), by.choice("abcdefghijklmnopqrstuvwxyz")
        slipped = by.choice(
            (
                word[:place] + word[place + 1 :],
                word[:place] + letter + word[place:],
                word[:place] + letter + word[place + 1 :],
                word[:place] + word[place + 1 : place + 2] + word[place : place + 1] + word[place + 2 :],
            )
        )
        if slipped not in ("", word):
            return slipped


def day(by):
    return BEGINS + timedelta(days=by.randrange(55 * 365))
