"""dealers.view_juveniles: whose record was begun under the line of age, apart for good."""

from datetime import date, timedelta

import pytest

from dealers import services
from dealers.models import Dealer, Observation
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from maintenance import services as crt
from markets import services as places
from tests.conftest import NOON, TODAY, logged, officer

SIXTEEN = {"last_name": "Marsh", "first_name": "Ty", "date_of_birth": date(2010, 1, 5)}


@pytest.fixture
def dot(sal, west_end):
    """A second investigator of the market."""
    person = officer("115", "investigator")
    places.assign_officer(by=sal, market=west_end, officer=person, on=TODAY)
    return person


@pytest.fixture
def marsh(ray, sal, west_end):
    dealer = logged(ray, west_end, **SIXTEEN)
    return services.approve_predicate(by=sal, dealer=dealer, is_lawfully_acquired=True, at=NOON)


def sees(person, dealer):
    return Dealer.objects.visible_to(person).contains(dealer)


def test_for_supervisors_the_author_and_who_answers_for_it(client, ray, sal, sue, dot, otis, marsh, whitlow):
    assert [sees(person, marsh) for person in (ray, sal, sue, dot, otis)] == [True, True, True, False, False]
    services.assign_dealers(by=sal, dealers=[marsh], officer=dot)
    assert sees(dot, marsh)
    client.force_login(sue)
    page = client.get("/dealers/juveniles/?q=Marsh").content.decode()
    assert "Ty Marsh" in page
    assert "33 V.S.A." in page
    assert "Dana Whitlow" not in page
    assert "Ty Marsh" in str(client.get("/api/dealers/juveniles/").json())
    assert "Juvenile’s record" in client.get(marsh.get_absolute_url()).content.decode()
    assert AuditEntry.objects.filter(verb="dealers.view_juveniles", outcome="read").count() == 2
    client.force_login(dot)
    assert client.get("/dealers/juveniles/").status_code == 403


def test_the_day_of_the_entry_decides(dot, ray, west_end, task_force, marsh, sal):
    """Eighteen on the day: an adult's. A day short of it: apart, whatever becomes of the birthdays after."""
    for born, is_apart in ((date(2008, 3, 3), False), (date(2008, 3, 4), True), (None, False)):
        person = logged(ray, west_end, last_name=f"Born{born}", date_of_birth=born)
        services.approve_predicate(by=sal, dealer=person, is_lawfully_acquired=True, at=NOON)
        assert sees(dot, person) is not is_apart, born
    task_force.juvenile_until = 16
    task_force.save()
    assert sees(dot, marsh)


def test_an_entry_that_names_one_is_not_for_others(dot, ray, marsh, whitlow, west_end):
    services.log_observation(
        by=ray, market=west_end, dealers=[marsh, whitlow], narrative="Marsh stood by.", seen_at=NOON, at=NOON,
        reliability="B", validity="2",
    )  # fmt: skip
    of_both = Observation.objects.filter(narrative="Marsh stood by.")
    assert of_both.visible_to(ray).exists()
    assert not of_both.visible_to(dot).exists()


def test_on_no_agenda_no_sheet_and_in_no_merge(sal, marsh, whitlow, task_force):
    meeting = crt.open_meeting(by=sal, task_force=task_force, on=TODAY, at=NOON + timedelta(hours=1))
    assert not meeting.items.filter(dealer=marsh).exists()
    assert meeting.items.filter(dealer=whitlow).exists()
    with pytest.raises(RuleBroken, match="kept apart"):
        crt.put_on_agenda(by=sal, meeting=meeting, dealer=marsh)
    with pytest.raises(RuleBroken, match="kept apart"):
        crt.issue_flash(
            by=sal, task_force=task_force, headline="Armed", text="Armed.", action="Call.", source="26-1", until=TODAY,
            dealer=marsh, at=NOON,
        )  # fmt: skip
    with pytest.raises(RuleBroken, match="a juvenile"):
        services.merge_dealers(by=sal, dealer=whitlow, other=marsh, because="Same phone", at=NOON)
