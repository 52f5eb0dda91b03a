"""maintenance.hot_sheet.contents: the frozen snapshot and its canonical JSON."""

import json
from dataclasses import FrozenInstanceError

import pytest

from maintenance.hot_sheet.contents import Contents
from tests.maintenance import sheets


def changed(change):
    """The JSON of a sheet after somebody's change to it."""
    plain = json.loads(sheets.edition(2).to_json())
    change(plain)
    return json.dumps(plain)


def test_what_is_frozen_comes_back_as_it_was():
    contents = sheets.edition(3)
    assert Contents.from_json(contents.to_json()) == contents


def test_it_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        sheets.edition(1).headline = "Another line."


def test_the_order_in_which_it_was_told_does_not_matter():
    contents = sheets.edition(2)
    told = json.loads(contents.to_json())
    backwards = json.dumps({key: told[key] for key in sorted(told, reverse=True)}, indent=4)
    assert Contents.from_json(backwards).sha256() == contents.sha256()


def test_json_is_canonical():
    text = sheets.bare(headline="Renée sells “Ghost”.").to_json()
    assert text == (
        '{"address":"https://desk.example.gov/s/2026-W48","bulletin":null,"changes":[],"edition":"2026-W48",'
        '"headline":"Renée sells “Ghost”.","meeting_on":"2026-11-22","people":[],"places":[],"removed":[],'
        '"revision":0,"support":[],"task_force":"Otter Falls DMI Task Force","trends":[],"unknown":[],'
        '"valid_from":"2026-11-23","valid_until":"2026-11-29"}'
    )


def test_the_hash_is_that_of_the_words():
    assert sheets.bare().sha256() == sheets.bare().sha256() != sheets.bare(headline="Quiet.").sha256()


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda sheet: sheet.update(is_draft=True), "sheet: unknown or missing: is_draft"),
        (lambda sheet: sheet.pop("headline"), "sheet: unknown or missing: headline"),
        (lambda sheet: sheet["people"][1].update(diagnosis="x"), r"sheet.people\[1\]: unknown or missing: diagnosis"),
        (lambda sheet: sheet["people"][0].pop("expires_on"), "expires_on"),
        (lambda sheet: sheet["people"][0]["cautions"][0].pop("source"), r"people\[0\].cautions\[0\]: .* source"),
        (lambda sheet: sheet.update(revision="1"), "sheet.revision"),
        (lambda sheet: sheet.update(revision=True), "sheet.revision"),
        (lambda sheet: sheet.update(people={}), "sheet.people"),
        (lambda sheet: sheet.update(removed="Archer"), "sheet.removed"),
        (lambda sheet: sheet.update(removed=[7]), r"sheet.removed\[0\]"),
        (lambda sheet: sheet.update(valid_from="next Monday"), "next Monday"),
        (lambda sheet: sheet.update(valid_from=None), "sheet.valid_from"),
        (lambda sheet: sheet["people"][0].update(tag="enrolled"), r"people\[0\].tag"),
        (lambda sheet: sheet["people"].append("Mercer"), r"people\[2\]"),
    ],
)
def test_what_does_not_fit_is_refused(change, complaint):
    with pytest.raises(ValueError, match=complaint):
        Contents.from_json(changed(change))
