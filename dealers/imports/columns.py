"""Whose columns are ours: a header in any case, order and spelling that offices use. Pure."""

from dataclasses import dataclass
from difflib import get_close_matches

from dmi.tables import plain

# What we read, and how else offices head it.
COLUMNS = {
    "last_name": ("surname", "lname", "family name", "name last", "last"),
    "first_name": ("given name", "fname", "forename", "name first", "first"),
    "middle_name": ("middle", "mname", "middle initial", "mi", "name middle"),
    "suffix": ("name suffix", "generation", "sfx"),
    "street_names": ("street name", "alias", "aliases", "aka", "nickname", "nicknames", "moniker", "monikers"),
    "date_of_birth": ("dob", "birth date", "birthdate", "birthday", "born", "born on", "date birth"),
    "sex": ("gender",),
    "phone": ("phone number", "telephone", "tel", "cell", "cell phone", "mobile", "phone no"),
    "address": ("street address", "address 1", "address line 1", "addr", "home address", "residence"),
    "city": ("town", "municipality", "city town"),
    "state": ("st",),
    "zip": ("zip code", "zipcode", "postal code", "postcode"),
    "plate": ("license plate", "licence plate", "plate number", "tag", "lp", "registration"),
    "external_id": ("id", "record id", "rec id", "person id", "subject id", "jacket", "jacket number", "name id"),
    "role": ("part", "part in the market"),
    "predicate": ("facts", "reason", "basis", "narrative", "what was seen"),
    "source": ("report", "report number", "case number", "case", "incident", "incident number", "source document"),
    "reliability": ("source reliability",),
    "validity": ("information validity",),
}
CLOSE = 0.75  # one slip in four letters


def squeezed(name):
    return plain(name).replace("_", "").replace("'", "")


SPELLINGS = {squeezed(said): column for column, others in COLUMNS.items() for said in (column, *others)}


@dataclass(frozen=True)
class Unknown:
    """A header that is none of ours, and which of ours may be meant."""

    header: str
    meant: str

    @property
    def words(self):
        hint = f"; did you mean {self.meant}?" if self.meant else "; nothing is read from it."
        return f"Unknown column “{self.header[:40]}”{hint}"


def known(header):
    """Our column under a name that offices use, or empty."""
    return SPELLINGS.get(squeezed(header), "")


def did_you_mean(header):
    """The column of ours that is spelt nearly so, or empty."""
    close = get_close_matches(squeezed(header), SPELLINGS, n=1, cutoff=CLOSE)
    return SPELLINGS[close[0]] if close else ""


def proposed(header, remembered=None, *, guess=False):
    """For each header of a file our column or "": as it was mapped for this source before, else by its name.

    Each of ours is given once, the surest first. `guess`: also by a name that is only nearly so.
    """
    readings = [lambda name: (remembered or {}).get(name, ""), known, *([did_you_mean] if guess else [])]
    mapping = dict.fromkeys(header, "")
    for reading in readings:
        for name in header:
            column = "" if mapping[name] else reading(name)
            if column in COLUMNS and column not in mapping.values():
                mapping[name] = column
    return mapping


def unknown(header, mapping):
    """The headers from which nothing is read, each with the column of ours that may be meant."""
    return [Unknown(name, did_you_mean(name)) for name in header if not mapping.get(name)]


def headers_proposed(batch):
    """Our column -> the file's: as it was chosen, or as it seems before anybody chose."""
    chosen = batch.mapping if batch.state == batch.State.CHECKED else proposed(batch.header, batch.mapping, guess=True)
    return {column: name for name, column in chosen.items() if column}
