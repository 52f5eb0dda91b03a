"""What an edition says otherwise than the one before."""

from dataclasses import replace
from datetime import date

from maintenance.hot_sheet.contents import Card, Contents, PlaceItem, SupportContact
from maintenance.hot_sheet.difference import Changed, difference

DAY = date(2026, 3, 2)
CARD = Card(
    item=1, dealer="a", surname="Farrow", given="Cody", street_names=("Moth",), tag="kept", weeks=2, cautions=(),
    looks="", area="", vehicle="", plate="", conditions=(), warrant="", why="Sells", grade="B2", action="Observe",
    call_name="Det. R. Voss", call_phone="802-555-0101", expires_on=DAY, photo="", photo_on=None,
)  # fmt: skip
PLACE = PlaceItem(address="41 Cutler Street", kind="house", why="Visitors", action="Drive by", expires_on=DAY)
BEFORE = Contents(
    edition="2026-W10", revision=0, task_force="Rutland", address="", valid_from=DAY, valid_until=DAY, meeting_on=DAY,
    headline="Quiet.", people=(CARD, replace(CARD, dealer="b", given="Dana")), places=(PLACE,),
    support=(SupportContact(name="Ash Lark", liaison="L. Moreno", phone="802-555-0102", until=DAY),),
)  # fmt: skip


def test_who_came_who_went_and_what_is_said_otherwise():
    moved = replace(CARD, item=4, weeks=3, tag="changed", warrant="26-118", call_name="Sgt. Quill", call_phone="-")
    after = replace(BEFORE, headline="Louder.", people=(moved, replace(CARD, dealer="c", given="Eve")), places=())
    found = difference(BEFORE, after)
    assert found.people.changed == (Changed("a", "Cody Farrow", ("warrant", "whom to call")),)
    assert (found.people.added, found.people.removed) == (("Eve Farrow",), ("Dana Farrow",))
    assert (found.places.removed, found.support.same, found.line) == (("41 Cutler Street",), 1, True)


def test_the_same_again_is_no_difference_whatever_its_numbers():
    again = replace(BEFORE, edition="2026-W11", people=tuple(replace(c, item=9, weeks=3) for c in BEFORE.people))
    assert not difference(BEFORE, again)


def test_a_support_contact_tells_only_whom_to_call():
    other = replace(BEFORE.support[0], liaison="P. Ives", phone="802-555-0103")
    found = difference(BEFORE, replace(BEFORE, support=(other,)))
    assert found.support.changed == (Changed("Ash Lark", "Ash Lark", ("liaison",)),)
