"""cases.record_arrest, add_charge, change_custody, set_hearing, record_outcome, confirm_custody."""

from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from dealers.cases import services
from dealers.cases.models import Prosecution
from dealers.models import Roster, RosterMatch
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from maintenance import services as crt
from tests.cases.court import arrested
from tests.conftest import NOON, TODAY
from tests.maintenance.conftest import THURSDAY, point

DAY = timedelta(days=1)
THE_END_OF_TIME = datetime.fromisoformat("9999-12-31T23:30-05:00")  # in UTC it has no year


FEDERAL = {
    "court": "federal", "court_name": "U.S. District Court", "docket": "2:26-cr-00031",
    "arresting_agency": "DEA", "held_at": "Marble Valley",
}  # fmt: skip


@pytest.fixture
def state(farrow, ray):
    return arrested(farrow, ray)


@pytest.fixture
def federal(whitlow, ray):
    return arrested(whitlow, ray, **FEDERAL)


def custody(by, prosecution, custody, at=NOON, **facts):
    return services.change_custody(by=by, prosecution=prosecution, custody=custody, at=at, **facts)


def match_of(dealer, by, event="released", on=TODAY, **facts):
    roster = Roster.objects.create(source="Alder County Jail", sha256=f"{event}{on}", row_count=1, by=by, at=NOON)
    return RosterMatch.objects.create(
        roster=roster, dealer=dealer, event=event, event_on=on, as_written="FARROW, CODY", score=0.9, **facts
    )


def test_a_federal_and_a_state_defendant(federal, state):
    assert (federal.court, federal.arresting_agency, federal.held_at) == ("federal", "DEA", "Marble Valley")
    assert (state.custody, state.outcome, state.is_open) == ("held", "open", True)
    assert AuditEntry.objects.filter(verb="cases.record_arrest", outcome="done").count() == 2


def test_an_arrest_to_come_is_refused(farrow, ray):
    with pytest.raises(RuleBroken, match="lies ahead"):
        arrested(farrow, ray, arrested_on=TODAY + DAY)


def test_the_same_arrest_twice_is_refused(state, farrow, ray):
    with pytest.raises(RuleBroken, match="on record already"):
        arrested(farrow, ray)
    assert arrested(farrow, ray, **FEDERAL).court == "federal"


def test_who_is_held_is_held_somewhere(farrow, ray):
    with pytest.raises(RuleBroken, match="where the defendant is held"):
        arrested(farrow, ray, held_at="")


def test_counts_are_of_the_courts_own_law(ray, state, federal):
    services.add_charge(
        by=ray, prosecution=state, offence="sale_heroin", offence_on=TODAY - DAY, grade="Felony", at=NOON
    )
    services.add_charge(by=ray, prosecution=federal, offence="fed_conspiracy", offence_on=TODAY, at=NOON)
    assert [str(charge) for charge in state.charges.all()] == ["Selling or dispensing heroin"]
    with pytest.raises(RuleBroken, match="under federal law"):
        services.add_charge(by=ray, prosecution=state, offence="fed_conspiracy", offence_on=TODAY, at=NOON)
    with pytest.raises(RuleBroken, match="under state law"):
        services.add_charge(by=ray, prosecution=federal, offence="sale_heroin", offence_on=TODAY, at=NOON)


def test_no_offence_lies_after_the_arrest(ray, state):
    with pytest.raises(RuleBroken, match="after the arrest of 3 Mar 2026"):
        services.add_charge(by=ray, prosecution=state, offence="sale_heroin", offence_on=TODAY + DAY, at=NOON)


def test_custody_and_release(ray, state):
    custody(ray, state, "held", held_at="Marble Valley", release_on=TODAY + 20 * DAY)
    assert (state.held_at, state.release_on) == ("Marble Valley", TODAY + 20 * DAY)
    custody(ray, state, "bail", release_on=TODAY, release_conditions="No contact with Whitlow")
    assert (state.custody, state.held_at) == ("bail", "")
    assert AuditEntry.objects.filter(verb="cases.change_custody", outcome="done").count() == 2


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({"custody": "held"}, "where the defendant is held"),
        ({"custody": "held", "held_at": "Jail", "release_on": TODAY - DAY}, "The release has passed"),
        ({"custody": "released"}, "Give the day of the release"),
        ({"custody": "bail", "release_on": TODAY + DAY, "release_conditions": "x"}, "Give the day of the release"),
        ({"custody": "bail", "release_on": TODAY}, "Give the conditions"),
        ({"custody": "released", "release_on": TODAY, "release_conditions": "x"}, "Conditions bind only"),
        ({"custody": "none", "release_on": TODAY + DAY}, "Who was never held is not released"),
    ],
)
def test_custody_that_can_not_be_is_refused(ray, state, said, refusal):
    with pytest.raises(RuleBroken, match=refusal):
        custody(ray, state, **said)


def test_the_next_hearing(ray, state):
    services.set_hearing(
        by=ray, prosecution=state, next_hearing_at=NOON + DAY, docket="26-CR-9", counsel="A. Lane", at=NOON
    )
    assert (state.counsel, state.docket) == ("A. Lane", "26-CR-9")
    for moment, refusal in ((NOON - DAY, "has passed"), (THE_END_OF_TIME, "more than ten years ahead")):
        with pytest.raises(RuleBroken, match=refusal):
            services.set_hearing(by=ray, prosecution=state, next_hearing_at=moment, at=NOON)


def test_a_docket_is_corrected_and_never_taken_away(ray, state):
    with pytest.raises(RuleBroken, match="The docket is 26-CR-0231"):
        services.set_hearing(by=ray, prosecution=state, next_hearing_at=NOON + DAY, at=NOON)


def ended(by, prosecution, outcome, on=TODAY, **facts):
    return services.record_outcome(by=by, prosecution=prosecution, outcome=outcome, outcome_on=on, at=NOON, **facts)


def test_arrested_and_not_charged_is_an_ordinary_outcome(pru, state):
    ended(pru, state, "not_charged")
    assert (state.is_open, state.get_outcome_display()) == (False, "Arrested, not charged")
    with pytest.raises(RuleBroken, match="has ended: Arrested, not charged on 3 Mar 2026"):
        ended(pru, state, "dismissed")


def test_who_has_counts_was_charged(ray, pru, state):
    services.add_charge(by=ray, prosecution=state, offence="sale_heroin", offence_on=TODAY, at=NOON)
    with pytest.raises(RuleBroken, match="so there was a charge"):
        ended(pru, state, "not_charged")


@pytest.mark.parametrize("on", [TODAY - DAY, TODAY + DAY])
def test_an_outcome_lies_between_arrest_and_today(pru, state, on):
    with pytest.raises(RuleBroken, match="between the arrest and today"):
        ended(pru, state, "dismissed", on)


@pytest.mark.parametrize("outcome", ["not_charged", "acquitted", "dismissed"])
def test_a_sentence_follows_a_plea_or_a_conviction(pru, state, outcome):
    with pytest.raises(RuleBroken, match="follows a plea or a conviction"):
        ended(pru, state, outcome, sentence="Two years")


def test_after_the_outcome_custody_goes_on_and_nothing_else(ray, pru, state):
    ended(pru, state, "convicted", sentence="Two years")
    custody(ray, state, "held", held_at="Marble Valley", release_on=TODAY + 700 * DAY)
    with pytest.raises(RuleBroken, match="has ended"):
        services.set_hearing(by=ray, prosecution=state, next_hearing_at=None, at=NOON)
    with pytest.raises(RuleBroken, match="has ended"):
        services.add_charge(by=ray, prosecution=state, offence="sale_heroin", offence_on=TODAY, at=NOON)


def test_a_list_changes_nothing_until_somebody_confirms_it(client, ray, state, farrow):
    match = match_of(farrow, ray)
    client.force_login(ray)
    address = f"/cases/prosecutions/{state.pk}/"
    assert "On a jail list: is it so?" in client.get(address).content.decode()
    state.refresh_from_db()
    assert state.custody == "held"
    client.post(f"{address}confirm-custody/{match.pk}/")
    state.refresh_from_db()
    assert (state.custody, state.release_on, state.held_at) == ("released", TODAY, "")
    assert "On a jail list: is it so?" not in client.get(address).content.decode()
    assert AuditEntry.objects.filter(verb="cases.confirm_custody", outcome="done").count() == 1
    with pytest.raises(RuleBroken, match="confirmed already"):
        services.confirm_custody(by=ray, prosecution=state, match=match, at=NOON)


def test_booked_is_held_where_the_list_says(ray, state, farrow):
    match = match_of(farrow, ray, "booked")
    custody(ray, state, "released", release_on=TODAY)
    services.confirm_custody(by=ray, prosecution=state, match=match, at=NOON)
    assert (state.custody, state.held_at, state.release_on) == ("held", "Alder County Jail", None)


def test_what_happened_since_stands_when_an_older_line_is_confirmed(ray, farrow):
    state = arrested(farrow, ray, arrested_on=TODAY - 3 * DAY, held_at="Marble Valley", release_conditions="Curfew")
    out, booked = match_of(farrow, ray, on=TODAY - DAY), match_of(farrow, ray, "booked", TODAY - 2 * DAY)
    services.confirm_custody(by=ray, prosecution=state, match=out, at=NOON)
    services.confirm_custody(by=ray, prosecution=state, match=booked, at=NOON)
    assert (state.custody, state.release_on, state.release_conditions) == ("bail", TODAY - DAY, "Curfew")
    custody(ray, state, "released", release_on=TODAY)
    again = match_of(farrow, ray, "booked", TODAY - DAY)
    services.confirm_custody(by=ray, prosecution=state, match=again, at=NOON)
    assert (state.custody, state.release_on) == ("released", TODAY)


def test_a_line_about_somebody_else_or_from_before_the_arrest_is_refused(ray, state, farrow, whitlow):
    with pytest.raises(RuleBroken, match="about somebody else"):
        services.confirm_custody(by=ray, prosecution=state, match=match_of(whitlow, ray), at=NOON)
    refuted = match_of(farrow, ray, "booked", answer="other")
    with pytest.raises(RuleBroken, match="about somebody else"):
        services.confirm_custody(by=ray, prosecution=state, match=refuted, at=NOON)
    with pytest.raises(RuleBroken, match="before the arrest"):
        services.confirm_custody(by=ray, prosecution=state, match=match_of(farrow, ray, on=TODAY - DAY), at=NOON)


def test_otis_records_changes_and_reads_nothing(client, otis, ray, state, farrow):
    match = match_of(farrow, ray)
    with pytest.raises(Http404):
        arrested(farrow, otis)
    for act in (
        lambda: custody(otis, state, "none"),
        lambda: services.add_charge(by=otis, prosecution=state, offence="arson", offence_on=TODAY, at=NOON),
        lambda: services.set_hearing(by=otis, prosecution=state, next_hearing_at=None, at=NOON),
        lambda: services.confirm_custody(by=otis, prosecution=state, match=match, at=NOON),
    ):
        with pytest.raises(Http404):
            act()
    client.force_login(otis)
    assert client.get(f"/cases/prosecutions/{state.pk}/").status_code == 404
    assert "Farrow" not in client.get("/cases/prosecutions/").content.decode()


def test_the_outcome_is_the_prosecutors(ray, state):
    with pytest.raises(PermissionDenied):
        ended(ray, state, "dismissed")


# On the CRT's agenda


def reasons(meeting, dealer):
    return point(meeting, dealer).reasons


@pytest.mark.parametrize(("days", "stands"), [(0, True), (30, True), (31, False)])
def test_a_release_within_thirty_days_is_on_the_agenda(ray, sal, task_force, federal, whitlow, days, stands):
    custody(ray, federal, "held", held_at="Marble Valley", release_on=THURSDAY + days * DAY)
    meeting = crt.open_meeting(by=sal, task_force=task_force, on=THURSDAY, at=NOON + 2 * DAY)
    word = "Released" if days == 0 else "Release on"
    said = f"{word} {THURSDAY + days * DAY:%a %-d %b}"
    assert (said in reasons(meeting, whitlow)) is stands


def test_a_release_since_the_last_meeting_is_on_the_agenda_of_the_next(ray, sal, task_force, state, farrow):
    first = crt.open_meeting(by=sal, task_force=task_force, on=TODAY - 7 * DAY, at=NOON - 7 * DAY)
    for item in first.items.all():
        crt.decide(by=sal, item=item, kind="pass", reason="Nothing new", at=NOON - 7 * DAY)
    crt.write_headline(by=sal, meeting=first, headline="Quiet.")
    crt.close_meeting(by=sal, meeting=first, at=NOON - 7 * DAY)
    custody(ray, state, "released", release_on=TODAY)
    meeting = crt.open_meeting(by=sal, task_force=task_force, on=THURSDAY, at=NOON + 2 * DAY)
    assert "Released Tue 3 Mar" in reasons(meeting, farrow)


# Pages and API


def test_an_arrest_in_the_browser_and_by_api(client, ray, farrow, whitlow):
    client.force_login(ray)
    said = {
        "court": "state", "court_name": "Superior Court", "arresting_agency": "Otter Falls PD",
        "arrested_on": "2026-03-02", "custody": "held", "held_at": "",
    }  # fmt: skip
    answer = client.post(f"/cases/dealers/{farrow.pk}/record-arrest/", said)
    assert "Say where the defendant is held." in answer.content.decode()
    assert client.post(f"/cases/dealers/{farrow.pk}/record-arrest/", {**said, "held_at": "Jail"}).status_code == 302
    answer = client.post(
        f"/api/cases/dealers/{whitlow.pk}/record-arrest/", {**said, "held_at": "Jail"}, content_type="application/json"
    )
    assert answer.status_code == 201, answer.content
    listed = client.get("/api/cases/prosecutions/?court=state").json()["results"]
    assert [row["dealer"]["known_as"] for row in listed] == ["Dana Whitlow", "Cody Farrow"] or len(listed) == 2
    page = client.get("/cases/prosecutions/?custody=held").content.decode()
    assert "Superior Court" in page
    assert Prosecution.objects.count() == 2


def test_the_list_and_its_empty_states(client, ray, farrow, state):
    client.force_login(ray)
    assert "Nothing fits" in client.get("/cases/prosecutions/?court=federal").content.decode()
    form = client.get(f"/cases/prosecutions/{state.pk}/change-custody/").content.decode()
    assert "Alder County Jail" in form
