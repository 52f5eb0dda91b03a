"""An archive that only the key opens, and in which no byte can be changed, moved or left out unseen.

    MAGIC, 32 bytes of salt, then frames: kind (1 byte), length (4 bytes, the highest first), AES-256-GCM of the content

The cipher's key is PBKDF2-HMAC-SHA256 of BACKUP_KEY with the salt (NIST SP 800-132), so no two archives share one; the
nonce is the frame's number, the magic and the kind are authenticated with it (SP 800-38D). The last frame is an END: an
archive that was cut off has none.
"""

import hashlib
import os
from collections.abc import Iterator
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from dmi.errors import RuleBroken

MAGIC = b"MARKETDESK1\n"
SALT = 32
TAG = 16
ROUNDS = 600_000
SHORTEST_KEY = 32
PIECE = 1024 * 1024  # the most that one frame holds
NAME, CONTENT, END = b"N", b"C", b"E"


class Damaged(Exception):
    """A frame is not what was written."""


def cipher_of(key: str, salt: bytes) -> AESGCM:
    if len(key) < SHORTEST_KEY:
        raise RuleBroken(f"BACKUP_KEY must be a random text of at least {SHORTEST_KEY} characters.")
    return AESGCM(hashlib.pbkdf2_hmac("sha256", key.encode(), salt, ROUNDS))


def nonce_of(number: int) -> bytes:
    return number.to_bytes(12, "big")


class Sealing:
    """Writes frames, one after another."""

    def __init__(self, file: IO[bytes], key: str) -> None:
        salt = os.urandom(SALT)
        self.cipher = cipher_of(key, salt)
        self.file, self.number = file, 0
        file.write(MAGIC + salt)

    def add(self, kind: bytes, content: bytes = b"") -> None:
        sealed = self.cipher.encrypt(nonce_of(self.number), content, MAGIC + kind)
        self.file.write(kind + len(sealed).to_bytes(4, "big") + sealed)
        self.number += 1


def frames(file: IO[bytes], key: str) -> Iterator[tuple[bytes, bytes]]:
    """(kind, content) of each up to the END. Raises Damaged where one is not as it was written."""
    if file.read(len(MAGIC)) != MAGIC:
        raise RuleBroken(f"{file.name} is no backup of Market Desk.")
    cipher, number = cipher_of(key, file.read(SALT)), 0
    while True:
        kind, content = opened(cipher, number, file)
        if number == 0 and kind != NAME:
            raise Damaged
        yield kind, content
        if kind == END:
            break
        number += 1
    if file.read(1):
        raise Damaged  # something was added behind the end


def opened(cipher: AESGCM, number: int, file: IO[bytes]) -> tuple[bytes, bytes]:
    head = file.read(5)
    kind, length = head[:1], int.from_bytes(head[1:], "big")
    if len(head) < 5 or length > PIECE + TAG:
        raise Damaged
    try:
        return kind, cipher.decrypt(nonce_of(number), file.read(length), MAGIC + kind)
    except (InvalidTag, ValueError):
        raise Damaged from None
