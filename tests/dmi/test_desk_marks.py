"""The parts of the pages: what they say to the eye, to the ear and without a script."""

import re
from datetime import UTC, date, datetime

import pytest
from django import forms
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template.loader import get_template, render_to_string
from django.utils import timezone

from dealers.models import CautionFlag, Involvement
from dmi.templatetags import desk

NOON = datetime(2026, 3, 3, 17, 0, tzinfo=UTC)  # a Tuesday, noon in Vermont
TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))


@pytest.fixture(autouse=True)
def vermont():
    with timezone.override("America/New_York"):
        yield


def said(moment, tag=desk.when):
    return tag(moment, NOON)


class SightingForm(forms.Form):
    place = forms.CharField(label="Where", help_text="As patrol says it.")
    role = forms.ChoiceField(label="Part", choices=Involvement.Role, widget=forms.RadioSelect)
    reliability = forms.ChoiceField(label="Source", choices=[("B", "Usually reliable")], widget=forms.RadioSelect)
    photo = forms.FileField(label="Photo", required=False)
    tick = forms.BooleanField(label="I have read the notice")
    note = forms.CharField(widget=forms.HiddenInput, required=False)


def field(name, look="", **typed):
    form = SightingForm(typed or None)
    return render_to_string("parts/_field.html", {"field": form[name], "look": look})


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 3, 3, 14, 5, tzinfo=UTC), "Tue 3 Mar, 09:05 (today)"),
        (datetime(2026, 3, 3, 3, 0, tzinfo=UTC), "Mon 2 Mar, 22:00 (yesterday)"),
        (date(2026, 3, 1), "Sun 1 Mar (2 days ago)"),
        (date(2026, 3, 4), "Wed 4 Mar (tomorrow)"),
        (date(2026, 3, 9), "Mon 9 Mar (in 6 days)"),
        (date(2025, 9, 11), "Thu 11 Sep 2025 (173 days ago)"),
    ],
)
def test_a_moment_is_said_with_how_far_off_it_is(moment, words):
    assert f">{words}</time>" in said(moment)


def test_a_table_says_the_moment_without_its_distance():
    assert said(NOON, desk.when_short).strip() == '<time datetime="2026-03-03T12:00-05:00">Tue 3 Mar, 12:00</time>'


def test_a_moment_not_known_says_nothing():
    assert said(None).strip() == ""


@pytest.mark.parametrize(("validity", "weak"), [("1", False), ("2", False), ("3", True), (6, True)])
def test_a_grade_below_probable_is_dashed(validity, weak):
    assert ("dmi-grade--weak" in render_to_string("parts/_grade.html", desk.grade("B", validity))) is weak


def test_a_grade_is_read_aloud_in_words():
    assert "Grade: usually reliable, probably true" in render_to_string("parts/_grade.html", desk.grade("B", "2"))


def test_every_part_in_a_market_has_its_own_shape():
    assert len({desk.shape(role) for role in Involvement.Role}) == len(Involvement.Role)


def test_every_caution_has_its_own_sign():
    assert len({desk.caution_icon(kind) for kind in CautionFlag.Kind} - {"warn"}) == len(CautionFlag.Kind)


def test_a_field_names_its_hint_and_its_error():
    page = field("place", role="supplier")
    assert 'aria-describedby="id_place_helptext id_place_error"' in page
    assert 'id="id_place_helptext"' in page
    assert 'id="id_place_error"' in page
    assert 'aria-invalid="true"' in page


def test_a_field_that_may_stay_empty_says_so():
    assert "optional" in field("photo")
    assert "optional" not in field("place")


def test_a_control_wears_the_theme():
    assert 'class="usa-input"' in field("place")
    assert 'class="dmi-file"' in field("photo")
    assert 'class="usa-checkbox__input"' in field("tick")
    assert field("note").strip().startswith('<input type="hidden"')


def test_parts_in_a_market_are_tiles_with_their_shapes():
    page = field("role", look="shapes")
    assert page.count("dmi-shape") == len(Involvement.Role)
    assert page.count('type="radio"') == len(Involvement.Role)


def test_a_grade_is_chosen_by_its_letter_and_read_in_words():
    assert "B: usually reliable" in field("reliability", look="grades")


def test_what_was_typed_is_escaped():
    assert "<script>" not in field("place", place="<script>")


def test_a_refusal_leads_to_each_field():
    form = SightingForm({"role": "supplier"})
    form.add_error(None, "A tie joins two different dealers.")
    page = render_to_string("parts/_errors.html", {"form": form})
    assert "A tie joins two different dealers." in page
    assert '<a href="#id_place">Where</a>' in page


def test_pages_keep_what_was_asked():
    page = Paginator(range(100), 10).page(3)
    html = render_to_string("parts/_pages.html", {"page": page, "query": QueryDict("q=cutler&page=3")})
    assert 'href="?q=cutler&amp;page=4"' in html
    assert 'aria-current="page"' in html


def test_a_support_contact_says_nothing_more():
    assert re.sub("<[^>]+>", "", render_to_string("parts/_attention.html", {"attention": "support"})).strip() == (
        "Support contact"
    )


def test_our_own_mistake_has_a_page_though_there_is_no_request():
    assert "Go to the desk" in get_template("500.html").render()


@pytest.mark.parametrize("page", TEMPLATES, ids=lambda page: page.name)
def test_every_icon_and_file_that_a_page_names_is_there(page):
    text = page.read_text()
    drawn = set(re.findall(r'<symbol id="([^"]+)"', (settings.BASE_DIR / "static/icons.svg").read_text()))
    assert set(re.findall(r'{% icon "([^"]+)"', text)) <= drawn
    # What `npm run build` makes is not there before it ran.
    named = {name for name in re.findall(r'{% static "([^"]+)" %}', text) if not name.startswith("vendor/")}
    assert [name for name in named if finders.find(name) is None] == []


@pytest.mark.parametrize("page", TEMPLATES, ids=lambda page: page.name)
def test_no_page_trusts_text_or_brings_a_script_or_a_style_of_its_own(page):
    text = page.read_text()
    assert "|safe" not in text
    assert "autoescape" not in text
    assert " style=" not in text
    assert "<style" not in text
    assert not re.search(r"\son[a-z]+=", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)
