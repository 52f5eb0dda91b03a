"""Whose copy a page is: the code that a found, torn or photographed page still shows, and the mark that carries it."""

import hmac
import json
import re
from dataclasses import dataclass

from dmi.pdf import Mark

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # no 0 O 1 I L U: read aloud over the radio
LETTERS = 8
EDITION = re.compile(r"\d{4}-W\d\d(?: (?:REV|FLASH) \d+)?")
NUMBER = re.compile(r"\bCOPY (\d{1,5})\b(?: OF \d+)?")
WHOLE = re.compile(rf"\b([{ALPHABET}]{{4}})[- ]?([{ALPHABET}]{{4}})\b")


def trace_code(key: bytes, edition: str, number: int, badge: str) -> str:
    """Eight letters that only the holder of the key can make; nobody can shift the blame to another copy."""
    copy = json.dumps([edition, number, badge]).encode()
    value = int.from_bytes(hmac.digest(key, copy, "sha256")[:8], "big")
    letters = "".join(ALPHABET[value // len(ALPHABET) ** place % len(ALPHABET)] for place in range(LETTERS))
    return f"{letters[: LETTERS // 2]}-{letters[LETTERS // 2 :]}"


def mark_of(*, code: str, edition: str, number: int, of: int, officer: str, badge: str) -> Mark:
    return Mark(
        heading=f"COPY {number} of {of} · Badge {badge}",
        name=officer,
        line=f"Trace {code} · {edition}",
        side=f"{code}  copy {number}",
        scan=f"{edition} {code}",
    )


@dataclass(frozen=True)
class Found:
    """What of a mark can still be read on a page."""

    edition: str = ""
    code: str = ""  # the letters alone; fewer than eight where the page is torn
    number: int | None = None

    @property
    def is_enough(self):
        return bool(self.code or (self.edition and self.number))

    @property
    def is_whole(self):
        return len(self.code) == LETTERS

    def may_be(self, edition: str, number: int) -> bool:
        return self.edition in ("", edition.upper()) and self.number in (None, number)

    def is_part_of(self, code: str) -> bool:
        return self.code in code.replace("-", "")


def read_mark(said: str) -> Found:
    """From a scanned code, or as somebody types it: 2026-W48 BE4M-VZVJ 1/2, be4m vzvj, or copy 17 of 2026-W48."""
    words = " ".join(said.upper().split())
    edition, number = EDITION.search(words), NUMBER.search(words)
    rest = NUMBER.sub(" ", EDITION.sub(" ", words))
    whole = WHOLE.search(rest)
    torn = re.fullmatch(rf"[{ALPHABET}]{{3,7}}", re.sub(r"[-\s]", "", rest))
    return Found(
        edition=edition[0] if edition else "", number=int(number[1]) if number else None,
        code=whole[1] + whole[2] if whole else torn[0] if torn else "",
    )  # fmt: skip
