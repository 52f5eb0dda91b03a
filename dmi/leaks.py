"""Keys that must not be in the code: what has the shape of one, or is too random for words, in any committed file.

python -m dmi.leaks     a part of `make check`. A line that only looks like it says why in a comment: `no secret: ...`
"""

import math
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

SHAPES = {
    "a private key": re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----"),
    "a cloud's access key": re.compile(r"\b(?:AKIA|ASIA|AIza)[0-9A-Za-z_-]{16,35}\b"),
    "a token": re.compile(r"\b(?:gh[pousr]_|glpat-|xox[abprs]-|sk_live_|npm_|pypi-)[0-9A-Za-z_-]{16,}"),
    "a signed token": re.compile(r"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}"),
    "a token of ours": re.compile(r"\bmdesk_[\w-]{32,}"),
    "a password in an address": re.compile(r"://[\w.-]+:(?!password@)[\w.~!-]{8,}@"),
}
RANDOM = re.compile(r"[\"'=]([0-9A-Za-z+/_-]{24,}={0,2})(?=[\"'\s]|$)")
HEX = re.compile(r"[0-9a-f]{32,}")
LEAST_BITS = 4.3  # to a letter: words stay below, 32 random bytes in base 64 are at 5
LEAST_HEX_BITS = 3.2  # of at most 4; a row of zeros or a counter has less
HARMLESS = "no secret:"
MADE = re.compile(r"^requirements/\w+\.txt$|package-lock\.json$|/migrations/|\.(?:png|jpg|pdf|svg|xlsx|ttf|woff2)$")


def main() -> int:
    found = [leak for path in committed() for leak in leaks_of(path, path.read_text(errors="replace"))]
    print("\n".join(found))
    return bool(found)


def committed() -> Iterator[Path]:
    """Every file of the repository that people write."""
    listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, check=True).stdout
    return (Path(name) for name in listed.split("\0") if name and not MADE.search(name) and Path(name).is_file())


def leaks_of(path: Path, text: str) -> Iterator[str]:
    """File, line and what it seems to be; never the thing itself, which would stand in every log."""
    for number, line in enumerate(text.splitlines(), start=1):
        if HARMLESS in line:
            continue
        seems = [what for what, shape in SHAPES.items() if shape.search(line)]
        if any(is_random(word) for word in RANDOM.findall(line)):
            seems.append("a random key")
        yield from (f"{path}:{number} holds {what}; take it out and make a new one" for what in seems)


def is_random(word: str) -> bool:
    if HEX.fullmatch(word):
        return bits(word) >= LEAST_HEX_BITS
    return bits(word) >= LEAST_BITS and is_mixed(word)


def bits(word: str) -> float:
    """How much each letter tells (Shannon): little in words, much in what a generator made."""
    shares = [times / len(word) for times in Counter(word).values()]
    return -sum(share * math.log2(share) for share in shares)


def is_mixed(word: str) -> bool:
    """Capitals, small letters and digits in one word, as a generator writes; names of ours have no such mixture."""
    return all(re.search(kind, word) for kind in ("[a-z]", "[A-Z]", "[0-9]"))


if __name__ == "__main__":
    sys.exit(main())
