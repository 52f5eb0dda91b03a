"""Two officers correct the same record at once: the second is shown what changed and loses nothing typed."""

import pytest
from playwright.sync_api import expect

from dealers.models import Dealer
from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser


def test_the_second_of_two_saves_again_and_undoes_nothing(window, ray, sal, farrow):
    rays, sals = window(ray, **PHONE), window(sal)
    for page in (rays, sals):
        page.goto(farrow.get_absolute_url())
        page.get_by_role("link", name="Correct names and description").click()
    sals.get_by_label("Scars, marks, tattoos").fill("swallow, left neck")
    sals.get_by_label("Height in inches").fill("69")
    save(sals, "26-0812")
    expect(sals.get_by_text("Cody Farrow is corrected")).to_be_visible()

    rays.get_by_label("Height in inches").fill("70")
    rays.get_by_label("Middle name").fill("Lee")
    save(rays, "26-0815")
    expect(rays.get_by_role("alert")).to_contain_text("Sgt. Sal Brandt changed this meanwhile")
    changes = rays.get_by_role("region", name="What changed meanwhile").get_by_role("listitem")
    expect(changes).to_have_count(2)
    expect(changes.filter(has_text="Height")).to_contain_text("Below stands what you typed")
    expect(changes.filter(has_text="marks")).to_contain_text("Taken over below")
    expect(rays.get_by_label("Middle name")).to_have_value("Lee")
    expect(rays.get_by_label("Scars, marks, tattoos")).to_have_value("swallow, left neck")
    rays.get_by_role("button", name="Save correction").click()
    expect(rays.get_by_text("Cody Farrow is corrected")).to_be_visible()

    now = Dealer.objects.get(pk=farrow.pk)
    assert (now.middle_name, now.height_inches, now.marks) == ("Lee", 70, "swallow, left neck")


def save(page, source):
    page.get_by_label("What shows it").fill(source)
    page.get_by_role("button", name="Save correction").click()


def test_a_phone_is_logged_refused_in_words_corrected_and_withdrawn(window, ray, farrow):
    page = window(ray, **PHONE)
    page.goto(farrow.get_absolute_url())
    page.get_by_role("region", name="Known by").get_by_role("link", name="phone", exact=True).click()
    page.get_by_label("Number").fill("555-0142")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("with its area code")
    page.get_by_label("Number").fill("802 555 0142")
    page.get_by_role("button", name="Save").click()
    known_by = page.get_by_role("region", name="Known by")
    expect(known_by).to_contain_text("802-555-0142")

    known_by.get_by_role("link", name="Correct phone 802-555-0142").click()
    page.get_by_label("Number").fill("802-555-0143")
    page.get_by_role("button", name="Save correction").click()
    expect(known_by).to_contain_text("802-555-0143")
    known_by.get_by_role("link", name="Correct phone 802-555-0143").click()
    page.get_by_role("link", name="Withdraw it").click()
    page.get_by_label("Why it is wrong").fill("His brother's.")
    page.get_by_role("button", name="Withdraw").click()
    expect(page.get_by_text("The history keeps it, with your reason.")).to_be_visible()
    expect(known_by).not_to_contain_text("802-555-0143")
