"""Whose copy a page is: the code that a found, torn or photographed page still shows, and the mark that carries it."""

import hmac
import json

from dmi.pdf import Mark

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # no 0 O 1 I L U: read aloud over the radio
LETTERS = 8


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
