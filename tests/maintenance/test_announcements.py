"""maintenance.write_announcement, change_announcement, approve_announcement, publish_announcement,
download_announcement; and whether a market still passes for a haven."""

import io
from datetime import date, timedelta

import pypdf
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dealers import services as dealing
from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry
from dmi.audit.versions import version
from dmi.errors import ChangedMeanwhile, RuleBroken
from maintenance import announced, services
from maintenance.haven import haven_of, measures
from maintenance.haven.measures import Month, Person, is_from_elsewhere
from markets import services as places
from tests.cases.court import arrested
from tests.conftest import NOON, TODAY, logged, officer
from tests.maintenance.reached import WORDS, written

DAY = timedelta(days=1)
LINE = "We know this corner; we come back every day."


@pytest.fixture
def draft(sal, west_end):
    return written(sal, west_end)


@pytest.fixture
def place(ray, west_end):
    return places.log_hot_place(by=ray, market=west_end, address="41 Cutler Street", kind="drug_house", on=TODAY)


def change(by, announcement, **said):
    now = {name: getattr(announcement, name) for name in announcement.CORRECTED}
    seen = version(announcement, announcement.CORRECTED)
    return services.change_announcement(by=by, announcement=announcement, **{"seen": seen, **now, **said})


def approve(by, announcement, seen=None, at=NOON):
    seen = seen or version(announcement, announcement.CORRECTED)
    return services.approve_announcement(by=by, announcement=announcement, seen=seen, at=at)


def publish(by, announcement, on=TODAY, at=NOON):
    return services.publish_announcement(by=by, announcement=announcement, published_on=on, at=at)


def test_from_the_draft_to_the_public(sal, sue, draft):
    assert draft.state == "draft"
    approve(sue, draft)
    assert draft.state == "approved"
    publish(sal, draft)
    assert (draft.state, draft.published_on) == ("published", TODAY)
    services.download_announcement(by=sal, announcement=draft)
    lines = AuditEntry.objects.filter(record=f"maintenance.announcement:{draft.pk}", outcome="done")
    assert sorted(lines.values_list("verb", flat=True)) == [
        "maintenance.approve_announcement", "maintenance.download_announcement", "maintenance.publish_announcement",
        "maintenance.write_announcement",
    ]  # fmt: skip
    with pytest.raises(RuleBroken, match="published on 3 March 2026 and stands"):
        change(sal, draft, title="Other")


def test_nobody_approves_his_own_words_or_others_than_he_read(sal, sue, draft):
    with pytest.raises(RuleBroken, match="You wrote this"):
        approve(sal, draft)
    read = version(draft, draft.CORRECTED)
    change(sal, draft, title="Nobody sells here unseen")
    with pytest.raises(ChangedMeanwhile):
        approve(sue, draft, seen=read)
    for said in ({"text": "Sharper words."}, {"audience": "Owners on Cutler Street"}):
        change(sue, draft, **said)
        with pytest.raises(RuleBroken, match="You wrote this"):
            approve(sue, draft)
        change(sal, draft, text="Words.")


def test_other_words_take_the_approval_back_and_nothing_unapproved_goes_out(sal, sue, draft):
    approve(sue, draft)
    change(sal, draft, title="Other")
    assert (draft.state, draft.approved_by) == ("draft", None)
    with pytest.raises(RuleBroken, match="Nobody has approved this yet; it is published"):
        publish(sal, draft)
    with pytest.raises(RuleBroken, match="Nobody has approved this yet; it is printed"):
        services.download_announcement(by=sal, announcement=draft)
    approve(sue, draft)
    with pytest.raises(RuleBroken, match="Sue Ames approved this already"):
        approve(sue, draft)
    with pytest.raises(ValidationError, match="still to come"):
        publish(sal, draft, on=TODAY + DAY)
    with pytest.raises(ValidationError, match="It was approved on 3 March 2026"):
        publish(sal, draft, on=TODAY - DAY)


def test_a_public_word_names_nobody_and_a_flyer_has_its_place(sal, sue, west_end, ferry, place, farrow, alley, draft):
    for text in ("Ask Cody Farrow, he knows.", "CODY  FARROW sold here", "cody farrow"):
        with pytest.raises(RuleBroken, match="This names Cody Farrow, who is on file"):
            written(sal, west_end, text=text)
    with pytest.raises(RuleBroken, match="This names Cody Farrow"):
        written(sal, west_end, audience="The landlord of Cody Farrow")  # a letter prints for whom it is
    with pytest.raises(RuleBroken, match="This names Vern Alley"):
        written(sue, west_end, text="Vern Alley sells at the ferry.")  # of another market of hers
    assert written(sal, west_end, text="The farrow of the sow; Cody Farrowby.")
    with pytest.raises(RuleBroken, match="name nobody"):
        change(sal, draft, title="Cody Farrow must go")
    with pytest.raises(ValidationError, match="at which hot place"):
        written(sal, west_end, kind="flyer")
    assert written(sal, west_end, kind="flyer", hot_place=place)
    with pytest.raises(ValidationError, match="takes 13 lines, and 12 fit"):
        written(sal, west_end, kind="flyer", hot_place=place, text="Help is there.\n" * 13)
    with pytest.raises(ValidationError, match="at most 60 characters"):
        written(sal, west_end, kind="flyer", hot_place=place, title="W" * 61)
    with pytest.raises(ValidationError, match="not in Ferry Landing"):
        written(sue, ferry, kind="flyer", hot_place=place)


def test_who_may_what(client, sal, sue, ray, pat, tess, otis, ferry, draft):
    address = draft.get_absolute_url()
    for reader, status in ((sal, 200), (ray, 200), (pat, 403), (tess, 403), (otis, 404)):
        client.force_login(reader)
        for way in (address, f"/api{address}"):
            assert client.get(way).status_code == status, (reader, way)
    otis.roles = [Role.SUPERVISOR]
    otis.save()
    with pytest.raises(Http404):
        approve(otis, draft)
    with pytest.raises(PermissionDenied):
        change(ray, draft, title="Other")
    client.force_login(otis)
    assert "Selling here" not in client.get("/announcements/").content.decode()


def test_the_pages_do_what_the_services_do(client, sal, sue, west_end, place):
    client.force_login(sal)
    said = {**WORDS, "market": west_end.pk, "kind": "flyer"}
    assert "at which hot place" in client.post("/announcements/write/", said).content.decode()
    answer = client.post("/announcements/write/", {**said, "hot_place": place.pk})
    address = answer["Location"]
    assert "I stand by these words" not in client.get(address).content.decode()
    client.force_login(sue)
    assert "Public words to approve" in client.get("/").content.decode()
    page = client.get(address)
    assert "I stand by these words" in page.content.decode()
    assert client.post(f"{address}approve/", {"seen": page.context["seen"]}).status_code == 302
    assert client.post(f"{address}publish/", {"published_on": timezone.localdate()}).status_code == 302
    paper = client.post(f"{address}download/")
    assert paper["Content-Type"] == "application/pdf"
    reader = pypdf.PdfReader(io.BytesIO(paper.content))
    words = reader.pages[0].extract_text()
    assert len(reader.pages) == 1
    assert "Selling here does not pay" in " ".join(words.split())
    assert "Cutler" not in words
    assert client.post(f"{address}download/").content == paper.content
    assert "Selling here does not pay" in client.get("/announcements/?kind=flyer&state=published").content.decode()
    assert "Nothing fits" in client.get("/announcements/?state=draft").content.decode()


@pytest.mark.parametrize(("title", "text"), [
    ("Selling here is seen and it is stopped: help is the way out", "\n\n".join([LINE] * 8)),
    ("Selling here ends here", "# Somebody you care for uses?\n\n" + "- Help starts the same day.\n" * 5),
])  # fmt: skip
def test_the_longest_flyer_is_one_page(sal, west_end, place, title, text):
    flyer = written(sal, west_end, kind="flyer", hot_place=place, title=title, text=text)
    assert len(pypdf.PdfReader(io.BytesIO(announced.printed(flyer).pdf)).pages) == 1


@pytest.mark.parametrize(("home", "origin", "answer"), [
    ("NY", "", True), ("ny", "Rutland", True), ("VT", "Brooklyn", False), ("", "Brooklyn", True),
    ("", "rutland", False), ("", "", None),
])  # fmt: skip
def test_the_home_on_record_decides_and_what_is_not_known_is_not_from_here(home, origin, answer):
    assert is_from_elsewhere(Person("1", TODAY, home, origin), "VT", "City of Rutland") is answer


def test_twelve_months_but_none_before_the_market_was_opened():
    frame = measures.frame(date(2020, 1, 5), date(2026, 1, 31))
    assert [frame[0].first, frame[-1].first, frame[-1].last] == [
        date(2025, 2, 1), date(2026, 1, 1), date(2026, 1, 31),
    ]  # fmt: skip
    assert [month.first for month in measures.frame(date(2026, 2, 20), date(2026, 3, 1))] == [
        date(2026, 2, 1), date(2026, 3, 1),
    ]  # fmt: skip
    assert len(measures.frame(date(2027, 1, 1), TODAY)) == 1
    assert measures.weeks_since([], TODAY) is None
    assert measures.weeks_since([TODAY - 15 * DAY, TODAY - 40 * DAY], TODAY) == 2
    assert Month(TODAY, TODAY, arrests=3).share is None
    assert measures.share([Month(TODAY, TODAY, homes_known=3, from_out_of_state=1)] * 2) == (2, 6)


def test_the_haven_is_counted_for_who_works_the_market(client, sal, sue, ray, west_end, farrow, whitlow, draft):
    """Farrow's home is in New York, seen at noon; Whitlow's is in Vermont; both were arrested; Wren is a draft."""
    for dealer, state in ((farrow, "NY"), (whitlow, "VT")):
        dealing.log_address(
            by=ray, dealer=dealer, line="1 Main Street", city="Town", state=state, zip="", kind="home",
            reliability="B", validity="2", source="", at=NOON,
        )  # fmt: skip
        arrested(dealer, ray)
    logged(ray, west_end, street_name="Wren", origin="Brooklyn")
    approve(sue, draft)
    publish(sal, draft)
    haven = haven_of(west_end, sal, TODAY)
    assert (haven.people, haven.from_elsewhere, haven.not_known) == (2, 1, 0)
    assert (haven.this_month.from_elsewhere, haven.this_month.arrests, haven.this_month.words) == (1, 2, 1)
    assert (haven.arrests, haven.share, haven.weeks_since_seen) == ((1, 2), 50, 0)
    assert haven.names_a_month == 0
    outsider = officer("c1", Role.COMMANDER, full_name="Cole")
    assert haven_of(west_end, outsider, TODAY).people == 0
    address = f"/markets/{west_end.pk}/haven/"
    client.force_login(outsider)
    assert "Seen by those who work this market" in client.get(address).content.decode()
    assert client.get(f"/api{address}").status_code == 404
    client.force_login(sal)
    with CaptureQueriesContext(connection) as queries:
        said = client.get(address).content.decode()
    assert "Selling here does not pay" in said
    assert "Farrow" not in said
    assert len(queries) < 25
    told = client.get(f"/api{address}").json()
    assert set(told) >= {"share", "weeks_since_seen", "months"}
