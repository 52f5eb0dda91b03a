"""retention.add_agreement, change_agreement, log_dissemination, export_disseminations: what goes to other agencies."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import Http404

from dealers import services as dealing
from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry
from dmi.audit.versions import version
from dmi.errors import ChangedMeanwhile, RuleBroken
from maintenance.retention import services
from maintenance.retention.models import Agreement, Dissemination
from tests.conftest import NOON, TODAY, officer
from tests.retention.given import agreed, given

NEXT_DAY = NOON + timedelta(days=1)


@pytest.fixture
def agreement(sal):
    return agreed(sal)


def changed(by, agreement, **facts):
    said = {"covers": agreement.covers, "until": agreement.until}
    said["seen"] = version(agreement, agreement.CORRECTED)
    return services.change_agreement(by=by, agreement=agreement, **{**said, **facts})


def test_what_leaves_is_logged_with_its_version_under_an_agreement_or_without(ray, sal, farrow, agreement):
    line = given(farrow, ray, agreement=agreement, agency="ignored")
    assert (line.reference, line.record, line.agency) == (farrow.reference, farrow.pk, "Ferry County Sheriff")
    assert len(line.version) == 64
    assert given(farrow, ray, agreement=agreement).version == line.version
    dealing.log_alias(by=ray, dealer=farrow, name="Scoots", source="26-0741", reliability="B", validity="2", at=NOON)
    bare = given(farrow, ray, has_none=True, agency="Border Patrol")
    assert bare.version != line.version
    assert list(Dissemination.objects.without_agreement()) == [bare]
    [last, *_] = AuditEntry.objects.filter(verb="retention.log_dissemination", outcome="done")
    assert AuditEntry.objects.filter(verb="retention.log_dissemination", outcome="done").count() == 3
    assert "Marsh" not in str(last.others)
    assert "Homicide" not in str(last.others)


def test_what_is_no_dissemination(ray, sal, pat, otis, farrow, rook, agreement):
    ended = changed(sal, agreed(sal, agency="Old Mill Police"), until=date(2026, 2, 1))
    refused = [
        (rook, {"agreement": agreement}, "draft does not leave"),
        (farrow, {"agreement": agreement, "given_on": TODAY + timedelta(days=1)}, "has not come yet"),
        (farrow, {"agreement": agreement, "given_on": date(2026, 1, 6)}, "on file since 3 March 2026"),
        (farrow, {}, "or say that there is none"),
        (farrow, {"agreement": agreement, "has_none": True}, "one of the two"),
        (farrow, {"agreement": ended}, "was not in force on 3 March 2026"),
        (farrow, {"has_none": True}, "which agency"),
    ]
    for dealer, facts, why in refused:
        with pytest.raises(RuleBroken, match=why):
            given(dealer, ray, **facts)
    with pytest.raises(IntegrityError):
        given(farrow, ray, agreement=agreement, why="")
    with pytest.raises(PermissionDenied):
        given(farrow, pat, agreement=agreement)
    with pytest.raises(Http404):
        given(farrow, otis, agreement=agreement)
    assert not Dissemination.objects.exists()


def test_an_agreement_ends_by_its_last_day_and_not_before_it_was_used(ray, sal, farrow, agreement):
    with pytest.raises(RuleBroken, match="has not come yet"):
        agreed(sal, signed_on=TODAY + timedelta(days=1))
    with pytest.raises(IntegrityError):
        agreed(sal, until=date(2026, 1, 4))
    with pytest.raises(PermissionDenied):
        agreed(ray)
    given(farrow, ray, agreement=agreement)
    with pytest.raises(RuleBroken, match="given under it on 3 March 2026"):
        changed(sal, agreement, until=date(2026, 3, 2))
    stale = version(agreement, agreement.CORRECTED)
    changed(sal, agreement, until=TODAY)
    with pytest.raises(ChangedMeanwhile):
        changed(sal, agreement, seen=stale, covers="All")
    with pytest.raises(RuleBroken, match="not in force on 4 March"):
        services.log_dissemination(
            by=ray, dealer=farrow, agreement=agreement, item="photo", recipient="X", why="Y", channel="hand",
            given_on=NEXT_DAY.date(), at=NEXT_DAY,
        )  # fmt: skip
    assert not Agreement.objects.visible_to(officer("9", Role.PATROL)).exists()


def test_the_line_is_read_by_who_sees_the_dealer_and_without_the_name_by_the_security_officer(
    client, ray, sal, otis, pat, farrow, agreement
):
    line = given(farrow, ray, agreement=agreement)
    tab = f"/records/of/{farrow.pk}/given-out/"
    ada = officer("s1", Role.SECURITY_OFFICER)
    client.force_login(ray)
    for address in ("/records/given-out/", "/records/given-out/?q=Marsh", tab, line.get_absolute_url()):
        said = client.get(address).content.decode()
        assert "Marsh" in said, address
        assert "Farrow" in said, address
    assert "No line you may see fits" in client.get("/records/given-out/?agreement=without").content.decode()
    assert "Given out" in client.get(farrow.get_absolute_url()).content.decode()
    assert client.get("/records/given-out/export/").status_code == 403
    client.force_login(ada)
    for address in ("/records/given-out/", line.get_absolute_url(), agreement.get_absolute_url()):
        said = client.get(address).content.decode()
        assert farrow.reference in said, address
        assert "Farrow" not in said, address
    assert client.get(tab).status_code == 404
    client.force_login(otis)
    assert client.get(line.get_absolute_url()).status_code == 404
    assert client.get(tab).status_code == 404
    assert farrow.reference not in client.get("/records/given-out/").content.decode()
    client.force_login(pat)
    assert client.get("/records/given-out/").status_code == 403


def test_it_is_logged_on_the_page_and_by_the_api_with_what_was_typed_kept(client, ray, farrow, agreement):
    client.force_login(ray)
    page = f"/records/of/{farrow.pk}/given-out/log/"
    said = {"item": "facts", "recipient": "Det. Ida Marsh", "why": "Homicide 26-0931", "channel": "phone",
            "given_on": TODAY.isoformat()}  # fmt: skip
    answer = client.post(page, said).content.decode()
    assert "say that there is none" in answer
    assert "Det. Ida Marsh" in answer
    assert client.post(page, said | {"agreement": agreement.pk}).status_code == 302
    sent = said | {"has_none": True, "agency": "Border Patrol"}
    answer = client.post(f"/api{page}", sent, content_type="application/json")
    assert (answer.status_code, answer.json()["agency"], answer.json()["agreement"]) == (201, "Border Patrol", None)
    assert client.get("/api/records/given-out/?agreement=without").json()["results"][0]["reference"] == farrow.reference


def test_the_log_is_taken_along_without_names_and_runs_nothing(client, ray, sal, farrow, agreement):
    given(farrow, ray, agreement=agreement, why="=HYPERLINK(1)")
    client.force_login(sal)
    for address in ("/records/given-out/export/", "/api/records/given-out/export/"):
        answer = client.get(address, headers={"Accept": "text/csv"}).getvalue().decode()
        assert "'=HYPERLINK(1)" in answer, address
        assert farrow.reference in answer
        assert "Farrow" not in answer
    assert client.get("/records/given-out/export/?file=xlsx").getvalue().startswith(b"PK")
    assert AuditEntry.objects.filter(verb="retention.export_disseminations", outcome="read").count() == 3


def test_a_page_of_many_lines_asks_no_more_often(client, ray, farrow, agreement, django_assert_max_num_queries):
    for _ in range(5):
        given(farrow, ray, agreement=agreement)
    client.force_login(ray)
    with django_assert_max_num_queries(14):
        client.get("/records/given-out/")
    with pytest.raises(ValidationError):
        Dissemination(item="x").full_clean()
