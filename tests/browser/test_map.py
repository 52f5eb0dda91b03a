"""A market drawn by hand: corners by clicks and drags, the same by keys; a place put where it lies."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from markets import services
from markets.models import Area, HotPlace
from tests.conftest import NOON
from tests.markets.upkeep import drawn, place_of, streets

pytestmark = [pytest.mark.browser]

CORNERS = ((200, 120), (500, 120), (500, 360), (200, 360))


def address(verb, record):
    return reverse(f"markets:{verb}", args=[record.pk])


def click(page, *spot):
    page.locator("[data-map]").click(position={"x": spot[0], "y": spot[1]})


def test_an_area_is_drawn_by_clicks_and_mended_by_a_drag(window, sal, west_end):
    streets(west_end, sal)
    page = window(sal)
    page.goto(address("draw_area", west_end))
    said, corners = page.locator("[data-draw-said]"), page.get_by_role("textbox", name="Corners")
    for corner in (*CORNERS, (100, 240)):
        click(page, *corner)
    expect(said).to_contain_text("5 corners")
    page.get_by_role("button", name="Undo").click()
    expect(said).to_contain_text("4 corners")
    drag(page, CORNERS[2], (100, 200))
    expect(said).to_have_text("The outline crosses itself: move a corner.")
    drag(page, (100, 200), CORNERS[2])
    page.get_by_role("button", name="Finish").click()
    click(page, 600, 200)
    expect(said).to_contain_text("4 corners")
    assert len(corners.input_value().splitlines()) == 4
    page.get_by_role("textbox", name="Name", exact=True).fill("West End")
    page.get_by_role("button", name="Save the area").click()
    expect(page.get_by_text("West End is drawn.")).to_be_visible()
    expect(page.locator(".dmi-map path.is-area")).to_be_visible()
    assert len(Area.objects.get().shape["coordinates"][0]) == 5


def drag(page, start, end):
    frame = page.locator("[data-map]").bounding_box()
    page.mouse.move(frame["x"] + start[0], frame["y"] + start[1])
    page.mouse.down()
    page.mouse.move(frame["x"] + end[0], frame["y"] + end[1], steps=5)
    page.mouse.up()


def test_typed_corners_are_drawn_and_what_stands_is_offered(window, sal, west_end):
    drawn(west_end, sal)
    page = window(sal)
    page.goto(address("draw_area", west_end))
    expect(page.locator("[data-draw-said]")).to_contain_text("4 corners, 0.90 km²")
    page.get_by_role("textbox", name="Corners").fill("43.6, -72.98\n43.6, -72.97\n43.61, -72.97")
    expect(page.locator("[data-draw-said]")).to_contain_text("3 corners, 0.45 km²")


def test_a_click_says_where_a_place_lies(window, ray, sal, west_end):
    drawn(west_end, sal)
    place = place_of(west_end, ray, latitude=None, longitude=None)
    page = window(ray)
    page.goto(address("change_hot_place", place))
    click(page, 300, 150)
    page.get_by_role("button", name="Save change").click()
    expect(page.get_by_role("heading", name="9 Crescent Court", exact=True)).to_be_visible()
    assert HotPlace.objects.get().is_placed
    page.goto(address("view_map", west_end))
    pin = page.get_by_role("button", name="1: 9 Crescent Court, active")
    pin.focus()
    page.keyboard.press("Enter")
    page.locator(".leaflet-popup a", has_text="9 Crescent Court").click()
    page.wait_for_url(f"**{place.get_absolute_url()}")


def test_the_name_of_a_street_is_text_and_never_a_page(window, sal, west_end):
    """A survey's file says what its streets are called; Leaflet takes a string for HTML."""
    hostile = "<b id=planted>Ashley</b>"
    line = {"type": "LineString", "coordinates": [[-72.98, 43.605], [-72.96, 43.605]]}
    feature = {"type": "Feature", "geometry": line, "properties": {"name": hostile}}
    services.upload_background(
        by=sal, market=west_end, shapes={"type": "FeatureCollection", "features": [feature]}, source=hostile, at=NOON
    )
    page = window(sal)
    page.goto(address("view_map", west_end))
    page.locator("path.is-street").first.hover(force=True)
    expect(page.locator(".leaflet-tooltip", has_text="Ashley")).to_have_text(hostile)
    expect(page.locator("#planted")).to_have_count(0)
