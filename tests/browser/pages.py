"""Every page that a browser can be sent to: each door that answers GET with HTML, and the other states of some."""

from django.test import Client

from tests.conventions.site import doors

COURT = "dtc"  # behind its wall
PARTS = ("the site", "markets", "dealers", "cases", "callins", COURT, "maintenance", "retention")  # tests are cut so
FILES = {"maintenance:download_copy"}
ANSWERING = {}  # by part, the doors that answer with a page: each worker asks once, for every world is made alike


def pages_of(part, world, officer):
    """The addresses in that part of the site, as this officer is answered."""
    if part not in ANSWERING:
        client = Client()
        client.force_login(officer)
        own = [door for door in doors() if part_of(door) == part and door.name not in FILES]
        ANSWERING[part] = [door for door in own if is_page(client.get(door.address(world.known)))]
    found = [door.address(world.known) for door in ANSWERING[part]]
    assert found, part
    return found + IN_OTHER_STATES.get(part, lambda world: [])(world)


def pages_without_a_record(officer):
    """Lists, forms that begin something, one's own pages."""
    client = Client()
    client.force_login(officer)
    addresses = [door.address({}) for door in doors() if not door.wants]
    return [address for address in addresses if is_page(client.get(address))]


def is_page(answer):
    """Not a file, not JSON, not a part that htmx puts into a page."""
    return answer.status_code == 200 and not answer.streaming and b"<html" in answer.content


def visitor_of(part, world, officer):
    """Who sees all of that part: behind the wall the treatment team, to which no officer belongs."""
    return world.team if part == COURT else officer


def part_of(door):
    app = COURT if door.name.startswith("callins:dtc:") else door.name.partition(":")[0]
    return app if app in PARTS else PARTS[0]


def dealers_in_other_states(world):
    return [
        world.draft.get_absolute_url(),
        world.returned.get_absolute_url(),
        f"/dealers/{world.draft.pk}/approve-predicate/",
        "/dealers/?q=nobody-is-called-so",
        f"/dealers/?q=Farrow&market={world.known['market_id']}&order=-last_entry",
        f"/dealers/log-observation/?dealer={world.draft.pk}",
    ]


def weeks_in_other_states(world):
    sheets = [world.frozen, world.building, world.failed, world.expired, world.flash]
    meeting = world.frozen.meeting.get_absolute_url()
    wall = world.decided.meeting.get_absolute_url()
    return [
        *(sheet.get_absolute_url() for sheet in sheets),
        world.expired.copies.get(number=world.known["number"]).get_absolute_url(),
        world.expired.copies.get(number=world.known["number"]).get_sighting_url(),
        meeting,
        f"{meeting}freeze-hot-sheet/",
        f"{wall}?item={world.decided.pk}",
        f"{wall}?item={world.about_a_place.pk}",
    ]


def cases_in_other_states(world):
    pages = [case.get_absolute_url() for case in world.cases]
    acts = ("approve", "bank", "request-activation", "activate", "record-activation-arrest", "dispose")
    return [*pages, "/cases/?q=C-26", "/cases/?q=nobody", *(f"{pages[2]}{act}/" for act in acts)]


IN_OTHER_STATES = {
    "dealers": dealers_in_other_states,
    "cases": cases_in_other_states,
    "maintenance": weeks_in_other_states,
}
