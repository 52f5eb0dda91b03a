"""A letter with invented values, so that words can be looked at before anybody gets them."""

from callins.letters.facts import refuse_bad_words
from callins.wording import FIELDS, blocks, filled


def sampled(body, kind, language):
    """Its blocks. Refused: words that could not be saved either."""
    refuse_bad_words(body, kind)
    return blocks(filled(body, {name: field.sampled(language) for name, field in FIELDS.items()}))
