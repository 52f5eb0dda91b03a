"""The words with which every installation begins, until the task force writes its own."""

from pathlib import Path

TEXTS = Path(__file__).parent / "texts"


def first_words():
    """(kind, language, body) of version 1 of every letter: the file's name says which it is."""
    for path in sorted(TEXTS.glob("*.txt")):
        kind, language = path.stem.split(".")
        yield kind, language, path.read_text(encoding="utf-8")
