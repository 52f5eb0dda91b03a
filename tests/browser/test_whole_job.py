"""The whole job by hand: a name is logged, approved, decided about, printed, and reaches a second officer's hand."""

import io
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from pypdf import PdfReader

from dealers import services as dealing
from dealers.models import Dealer
from dealers.portraits import portrait_jpeg
from dmi.audit.models import AuditEntry
from maintenance import services as crt
from maintenance.models import Copy, Decision
from tests.browser.conftest import PHONE
from tests.conftest import NOON, PASSWORD, logged
from tests.conventions.site import doors
from tests.integration.conftest import PATIENCE, running

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STREET_NAME = "Nightjar"
PHOTO = {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": portrait_jpeg(7)}
HEADLINE = "Selling is back at Alder Plaza."
LINE = "Sells from a gray van, Alder Plaza."
ACTION = "Observe and report to Dunmore."


@pytest.fixture
def pruett(ray, sal, west_end):
    return on_file(ray, sal, west_end, last_name="Pruett", first_name="Hal")


@pytest.fixture
def last_week(sal, task_force, clock, farrow, pruett, whitlow):
    """Farrow, Pruett and Whitlow stand on the sheet."""
    at = timezone.now() - timedelta(days=7)
    meeting = crt.open_meeting(by=sal, task_force=task_force, on=timezone.localdate(at), at=at)
    said = {"kind": "add", "reason": "Sells.", "patrol_line": "Sells at the plaza.", "officer_action": ACTION}
    for item in meeting.items.all():
        crt.decide(by=sal, item=item, at=at, **said)
    crt.write_headline(by=sal, meeting=meeting, headline="Quiet.")
    return crt.close_meeting(by=sal, meeting=meeting, at=at)


@pytest.fixture
def teale(last_week, ray, sal, west_end):
    """New on file, and not yet talked about."""
    return on_file(ray, sal, west_end, at=timezone.now(), last_name="Teale", first_name="Mona")


def on_file(ray, sal, market, at=NOON, **names):
    dealer = logged(ray, market, at=at, **names)
    return dealing.approve_predicate(by=sal, dealer=dealer, is_lawfully_acquired=True, at=at)


def test_from_a_typed_in_dealer_to_a_second_officers_copy(window, ray, sal, sue, pat, last_week, teale):
    rays, sals, sues, pats = window(ray), window(sal), window(sue), window(pat, **PHONE)
    log_dealer(window(**PHONE), ray)
    nothing_is_found_of_the_draft(pats)
    approve_predicate(sals)
    log_observation(rays)
    log_tie(rays)

    open_this_weeks_meeting(sals)
    decide_by_keys(sals)
    write_headline_and_close(sals)
    address = freeze(sals)
    the_recorder_can_not_approve(sals)

    approve_hot_sheet(sues, address)
    with running():
        expect(sues.get_by_role("heading", name="Who has read it")).to_be_visible(timeout=PATIENCE * 1000)

    open_my_copy_from_the_desk(pats)
    open_my_copy_from_the_desk(rays)
    pats_pages, rays_pages = download(pats, pat), download(rays, ray)
    every_page_names(pat, pats_pages)
    every_page_names(ray, rays_pages)
    assert STREET_NAME in "".join(pats_pages)
    assert [without_stamp(page) for page in pats_pages] == [without_stamp(page) for page in rays_pages]

    acknowledge(pats)
    is_seen_as_read(sues, address, pat)


def sign_in(page, officer):
    page.goto("/")
    page.get_by_label("Badge").fill(officer.badge)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("I have read the notice").check()
    page.get_by_role("button", name="Sign in").click()


def log_dealer(page, officer):
    """With a thumb, from signing in."""
    sign_in(page, officer)
    page.get_by_role("navigation", name="Quick").get_by_role("link", name="Log", exact=True).tap()
    page.get_by_role("textbox", name="Street name").fill(STREET_NAME)
    page.get_by_label("What did you see or hear?").fill("Four hand-to-hand sales from a gray van.")
    page.get_by_label("Where").fill("Alder Plaza")
    page.get_by_label("Source document").fill("26-1104")
    page.get_by_text("Add age, description, vehicle, photo").tap()
    page.get_by_label("Photo optional").set_input_files(PHOTO)
    page.get_by_role("button", name="Save draft").tap()
    expect(page.get_by_role("heading", name=STREET_NAME, level=1)).to_be_visible()
    expect(page.get_by_role("img", name=STREET_NAME)).to_have_js_property("naturalWidth", 720)


def nothing_is_found_of_the_draft(page):
    """By the address of its dossier, by its photo, by any page of the site, by search."""
    draft = Dealer.objects.get(aliases__name=STREET_NAME)
    known = {"dealer_id": draft.pk, "photo_id": draft.photos.get().pk, "size": "page"}
    for door in doors():
        if set(door.wants) <= set(known):
            answer = page.request.get(f"{door.address(known)}?q={STREET_NAME}")
            assert STREET_NAME not in answer.text().replace(f"q={STREET_NAME}", ""), door.name
            assert not door.wants or answer.status in {403, 404, 405}, door.name


def approve_predicate(page):
    page.goto("/")
    page.get_by_role("link", name=f"Review and approve “{STREET_NAME}”").click()
    page.get_by_label("The facts were lawfully acquired").check()
    page.get_by_role("button", name="Approve predicate").click()
    expect(page.get_by_text(f"“{STREET_NAME}” is on file")).to_be_visible()


def log_observation(page):
    """By the quick log of the desk: whoever is found by what is typed is added with a tick."""
    page.goto("/")
    page.get_by_label("What was seen or said").fill("Met Farrow at the laundromat; counted money.")
    page.get_by_label("Find people to add").fill("night")
    expect(page.get_by_label("Cody Farrow")).to_be_hidden()
    page.get_by_label(STREET_NAME).check()
    page.get_by_role("button", name="Save entry").click()
    expect(page.get_by_text("The observation is logged.")).to_be_visible()


def log_tie(page):
    page.get_by_role("link", name="Log a tie").first.click()
    page.get_by_label("Tied to").select_option(label="Cody Farrow “Scooter”")
    page.get_by_label("What shows it").fill("Seen together three times.")
    page.get_by_role("button", name="Save tie").click()
    expect(page.get_by_text("The tie is logged.")).to_be_visible()
    expect(page.get_by_role("link", name="Cody Farrow").first).to_be_visible()


def open_this_weeks_meeting(page):
    page.goto("/meetings/")
    page.get_by_role("link", name="Open this week’s meeting").click()
    page.get_by_role("button", name="Open the meeting").click()
    expect(page.get_by_role("heading", name="The week in numbers")).to_be_visible()
    page.get_by_role("link", name="To the agenda").click()
    expect(page.get_by_role("heading", name="CRT meeting")).to_be_visible()


def decide_by_keys(page):
    """The agenda comes in its order; each key takes one to the reason, Enter to the next point."""
    for name, key in [("Cody Farrow", "k"), ("Dana Whitlow", "c"), ("Hal Pruett", "r"), ("Mona Teale", "l")]:
        on_the_wall(page, name)
        page.keyboard.press(key)
        page.keyboard.type("Said so at the table.")
        page.keyboard.press("Enter")
    on_the_wall(page, STREET_NAME)
    page.keyboard.press("a")
    page.keyboard.type("Four sales in a week.")
    page.get_by_label("Line for patrol, printed").fill(LINE)
    page.get_by_label("Officer action, printed").fill(ACTION)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Everything is decided.")).to_be_visible()
    taken = Decision.objects.filter(item__meeting__closed_at=None)
    assert {str(decision.item): decision.kind for decision in taken.select_related("item__dealer")} == {
        "Cody Farrow": "keep", "Dana Whitlow": "change", "Hal Pruett": "remove", "Mona Teale": "pass",
        f"“{STREET_NAME}”": "add",
    }  # fmt: skip


def on_the_wall(page, name):
    expect(page.get_by_role("heading", level=2, name=name)).to_be_visible()
    page.wait_for_load_state()  # its keys are there


def write_headline_and_close(page):
    page.get_by_label("The CRT's line for the week").fill(HEADLINE)
    page.get_by_role("button", name="Write this line").click()
    page.get_by_role("link", name="Close the meeting").first.click()
    page.get_by_role("button", name="Close the meeting").click()
    expect(page.get_by_text(HEADLINE)).to_be_visible()


def freeze(page):
    page.get_by_role("link", name="Preview and freeze").click()
    expect(page.get_by_text(STREET_NAME).first).to_be_visible()
    page.get_by_role("button", name="Freeze this sheet").click()
    expect(page.get_by_role("heading", name="Waits for approval")).to_be_visible()
    return page.url


def the_recorder_can_not_approve(page):
    """No button; and sent all the same, it is refused and on the trail."""
    expect(page.get_by_text("You recorded this meeting; another supervisor approves its sheet.")).to_be_visible()
    expect(page.get_by_role("button", name="Approve")).to_have_count(0)
    token = page.locator("input[name=csrfmiddlewaretoken]").first.input_value()
    page.request.post(f"{page.url}approve/", form={"csrfmiddlewaretoken": token})
    assert AuditEntry.objects.get(verb="maintenance.approve_hot_sheet").outcome == "refused"
    page.reload()
    expect(page.get_by_role("heading", name="Waits for approval")).to_be_visible()


def approve_hot_sheet(page, address):
    page.goto("/")
    page.get_by_role("link", name="Read and approve").click()
    expect(page).to_have_url(address)
    page.get_by_role("button", name="Approve").click()
    expect(page.get_by_text("waits for the printer")).to_be_visible()
    expect(page.get_by_role("progressbar")).to_be_visible()


def open_my_copy_from_the_desk(page):
    page.goto("/")
    page.get_by_role("link", name="Open my copy").click()
    expect(page.get_by_role("button", name="Download my copy")).to_be_visible()


def download(page, officer):
    """The text of its pages. The line stands on the trail before the bytes are here."""
    arrived = []
    page.once("download", lambda _: arrived.append(timezone.now()))
    with page.expect_download() as begun:
        page.get_by_role("button", name="Download my copy").click()
    document = PdfReader(io.BytesIO(begun.value.path().read_bytes()))
    line = AuditEntry.objects.get(by=officer.pk, verb="maintenance.download_copy", outcome="done")
    assert line.at < arrived[0]
    return [page.extract_text() for page in document.pages]


def every_page_names(officer, pages):
    copy = Copy.objects.get(officer=officer)
    for number, text in enumerate(pages, start=1):
        assert f"COPY {copy.number} of 4 · Badge {officer.badge}" in text
        assert officer.name_with_rank in text
        assert f"page {number} of {len(pages)}" in text


def without_stamp(text):
    """The stamp is drawn last and begins with the number of the copy."""
    body, _, stamp = text.partition("\nCOPY ")
    assert stamp
    return body


def acknowledge(page):
    page.get_by_role("button", name="I have read it").click()
    expect(page.get_by_text("Noted: you have read this sheet.")).to_be_visible()


def is_seen_as_read(page, address, officer):
    page.goto(address)
    reading = page.get_by_role("region", name="Who has read it")
    expect(reading.get_by_role("listitem").filter(has_text=officer.full_name)).to_contain_text("Read")
    expect(reading).to_contain_text("1 of 4 officers")
