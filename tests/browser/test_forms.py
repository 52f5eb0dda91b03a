"""What somebody typed is sent once, survives a refusal, and is not left by a slip."""

import pytest
from playwright.sync_api import expect

from dealers.models import Dealer

pytestmark = pytest.mark.browser

SEEN = "Two hand-to-hand sales from a gray van."


@pytest.fixture
def form(window, ray, west_end):
    """Log a dealer, filled in."""
    page = window(ray)
    page.goto("/dealers/log/")
    page.get_by_role("textbox", name="Street name").fill("Nightjar")
    page.get_by_label("What did you see or hear?").fill(SEEN)
    return page


def test_a_refusal_is_read_first_and_loses_nothing_typed(form):
    form.get_by_text("Add age, description, vehicle, photo").click()
    form.get_by_label("Photo optional").set_input_files(
        {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": b"%PDF-1.7"}
    )
    form.get_by_role("button", name="Save draft").click()
    refusal = form.get_by_role("alert")
    expect(refusal).to_be_focused()
    expect(refusal).to_contain_text("This file is no photo that can be read")
    expect(form.get_by_role("textbox", name="Street name")).to_have_value("Nightjar")
    expect(form.get_by_label("What did you see or hear?")).to_have_value(SEEN)
    expect(form.get_by_text("Choose the photo again")).to_be_visible()
    assert not Dealer.objects.exists()


def test_a_form_sent_twice_in_haste_is_sent_once(form):
    form.get_by_role("button", name="Save draft").dblclick()
    expect(form.get_by_role("heading", level=1, name="Nightjar")).to_be_visible()
    assert Dealer.objects.count() == 1


def test_what_was_typed_is_not_left_by_a_slip(form):
    asked = []
    form.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    form.get_by_label("Where").press_sequentially("Al")  # a browser asks only somebody who has touched the page
    form.get_by_role("link", name="Hot sheets").first.click(no_wait_after=True)
    expect(form.get_by_label("What did you see or hear?")).to_have_value(SEEN)
    assert asked == ["beforeunload"]


def test_colours_once_chosen_stay(window, pat):
    page = window(pat)
    page.goto("/")
    page.get_by_role("button", name="Dark").click()
    page.goto("/hot-sheets/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.get_by_role("button", name="Dark")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="System").click()
    page.reload()
    expect(page.locator("html")).not_to_have_attribute("data-theme", "dark")
