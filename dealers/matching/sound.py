"""How a name sounds to somebody who writes it down by ear. Pure; a short code in the manner of Philips' Metaphone."""

import re
from functools import lru_cache

# In order; the first that fits at a place is taken. Vowels count only in front.
SPOKEN = (
    ("^(?:kn|gn|pn)", "n"), ("^wr", "r"), ("^x", "s"), ("^wh", "w"), ("^mc|^mac(?=[^aeiouy])", "mk"), ("mb$", "m"),
    ("sch|sh|tio|tia|cio|cia|ssio", "X"), ("tch|ch", "X"), ("ph", "f"), ("gh(?=[aeiouy])", "g"), ("gh", ""),
    ("th", "0"), ("ck|cq", "k"), ("dg(?=[eiy])", "j"), ("c(?=[eiy])", "s"), ("g(?=[eiy])", "j"), ("[cq]", "k"),
    ("x", "ks"), ("z", "s"), ("d", "t"), ("v", "f"), ("g", "k"), ("h", ""), ("w(?=[aeiouy])", "w"), ("w", ""),
)  # fmt: skip
RULES = tuple((re.compile(pattern), code) for pattern, code in SPOKEN)


@lru_cache(maxsize=65_536)
def sound_of(word):
    """The code of one plain word: the same for Smith and Smyth, Jon and John, Skooter and Scooter."""
    spoken = word
    for pattern, code in RULES[:5]:
        spoken = pattern.sub(code, spoken)
    for pattern, code in RULES[5:]:
        spoken = pattern.sub(code, spoken)
    front, rest = spoken[:1], spoken[1:]
    front = "a" if front in "aeiouy" and front else front
    return re.sub(r"(.)\1+", r"\1", front + re.sub("[aeiouy]", "", rest))


def sounds_alike(one, other):
    """True when both sound the same; a sound of one letter says too little."""
    sound = sound_of(one)
    return len(sound) > 1 and sound == sound_of(other)
