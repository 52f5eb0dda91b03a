"""What was changed about a participant, field by field; and who looked, on the compartment's own trail."""

from django.urls import reverse

from callins.dtc import access, hanging, history, services
from callins.dtc.models import AuditEntry, Participant
from dmi.accounts.compartment import treatment
from tests.dtc.enrolled import attended, consented, enrolled, given, noon, paused, prescribed


def address(name, *key):
    return reverse(f"callins:dtc:{name}", args=key)


def told(participant, officer, **asked):
    """(verb, kind, done, {label: (old, new)}) of every line."""
    page = history.page_of(participant, officer, **asked)
    return [
        (act.verb, line.kind, line.done, {each.label: (each.old, each.new) for each in line.changes})
        for act in page.acts
        for line in act.lines
    ]


def test_who_changed_which_field_from_what_to_what(tess, bexley):
    pause = paused(bexley, tess, 5)
    services.end_pause(by=tess, enrolment=bexley, ended_on=noon(9).date(), at=noon(9))
    lines = told(bexley.participant, tess, kind="pause")
    assert lines == [
        ("dtc.end_pause", "Pause", "Changed", {"Ended": ("", "Sat 10 Jan 2026")}),
        ("dtc.begin_pause", "Pause", "Entered", {"Kind": ("", "Custody"), "Began": ("", "Tue 6 Jan 2026")}),
    ]
    assert pause.pk
    given(bexley, tess, 20, ("confirmed", "heroin"))
    attempts = [(verb, done) for verb, _, done, _ in told(bexley.participant, tess, kind="attempt")]
    assert ("dtc.record_result", "Entered") in attempts
    prescribed(bexley, tess, 21, shows_as="heroin")
    [removed] = [line for line in told(bexley.participant, tess, kind="attempt") if line[2] == "Removed"]
    assert removed[0] == "dtc.log_prescription"  # the attempt that was none is gone, and its history tells
    acts = history.page_of(bexley.participant, tess).acts
    assert {act.by for act in acts} == {tess}
    consented(bexley.participant, tess, signed_by="Shawna B.")
    assert "Shawna B." in str(told(bexley.participant, tess, kind="consent"))
    enrolled(tess, last_name="Calder")
    assert "Calder" not in str(told(bexley.participant, tess))


def test_the_history_goes_back_page_by_page(tess, bexley):
    attended(bexley, tess, *range(1, 6))
    whole = told(bexley.participant, tess)
    first = history.page_of(bexley.participant, tess, size=4)
    assert history.is_cursor(first.before)
    assert not history.is_cursor("2026-01-01T00:00:00+00:00~nothing~4")
    newest, rest = told(bexley.participant, tess, size=4), told(bexley.participant, tess, before=first.before)
    assert newest
    assert sorted(map(str, newest + rest)) == sorted(map(str, whole))


def test_every_row_of_a_participant_hangs_on_it():
    """But those that are nobody's own: a meeting, a session, the day's draw, the rules, the trail."""
    from django.apps import apps  # noqa: PLC0415

    shared = {"meeting", "docketsession", "draw", "programrules", "auditentry", "auditseal"}
    ours = {
        model._meta.model_name
        for model in apps.get_app_config("dtc").get_models()
        if not hanging.is_event_table(model) and not model._meta.auto_created
    }
    assert ours - {model._meta.model_name for model in hanging.kinds()} == shared


def test_the_lines_about_a_participant_tell_who_looked_and_who_was_refused(
    client, tess, ray, otis, pat, within, django_assert_max_num_queries
):
    bexley = enrolled(tess)
    given(bexley, tess, 3, ("negative", ""))
    key = bexley.participant_id
    client.force_login(tess)
    client.get(address("view_participant", key))
    with django_assert_max_num_queries(30):
        page = client.get(address("view_access", key)).content.decode()
    for words in ("Read the overview", "Read who looked", "Record result", "Enrol participant", tess.badge):
        assert words in page
    page = client.get(address("view_access", key), {"act": "overview"}).content.decode()
    assert "Record result" not in page
    assert "No line fits" in client.get(address("view_access", key), {"officer": "nobody"}).content.decode()
    with django_assert_max_num_queries(60):
        page = client.get(address("view_history", key)).content.decode()
    assert "Negative" in page
    assert "Nothing of this kind" in client.get(address("view_history", key), {"kind": "referral"}).content.decode()
    acts = client.get(reverse("api:callins:dtc:view_history", args=[key])).json()["results"]
    assert "dtc.record_result" in {act["verb"] for act in acts}
    looks = client.get(reverse("api:callins:dtc:view_access", args=[key])).json()["results"]
    assert {"dtc.view_history", "dtc.view_access"} <= {look["verb"] for look in looks}
    with treatment():
        other = enrolled(tess, last_name="Calder").participant
        assert access.lines_about(other).count() < access.lines_about(Participant.objects.get(pk=key)).count()
        assert AuditEntry.objects.filter(verb="dtc.view_history", outcome="read").count() == 3
    for stranger in (ray, otis, pat):
        client.force_login(stranger)
        for name in ("view_history", "view_access"):
            assert client.get(address(name, key)).status_code == 404
