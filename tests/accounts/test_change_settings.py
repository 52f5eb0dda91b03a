"""accounts.change_settings."""

import pytest
from django.core import mail
from django.core.exceptions import ValidationError

from dmi.accounts import services
from dmi.accounts.forms.settings import ChangeSettingsForm
from dmi.accounts.roles import Role
from dmi.accounts.services.change_settings import SETTINGS
from dmi.audit.models import AuditEntry
from dmi.audit.versions import version
from dmi.errors import ChangedMeanwhile, RuleBroken
from tests.api.conftest import is_problem, signed_in
from tests.conftest import officer

HERE = "/accounts/settings/"


@pytest.mark.parametrize(
    ("said", "error", "words"),
    [
        ({"time_zone": "Mars/Olympus"}, ValidationError, "is not a time zone; write it like"),
        ({"name": ""}, ValidationError, "blank"),
        ({"idle_days": 91}, RuleBroken, "after 90 idle days at the latest"),
        ({"search_days": 30}, RuleBroken, "for a year at least"),
        ({"juvenile_until": 23}, RuleBroken, "the second age is the higher"),
    ],
)
def test_what_no_task_force_may_set_is_refused(ada, task_force, said, error, words):
    with pytest.raises(error, match=words):
        services.change_settings(by=ada, task_force=task_force, **said)


def test_the_administrator_changes_them_and_nobody_loses_what_another_changed(ada, sal, task_force, client):
    assert set(SETTINGS) == set(ChangeSettingsForm.base_fields) - {"seen"}
    client.force_login(ada)
    seen = version(task_force, SETTINGS)
    typed = {name: getattr(task_force, name) for name in SETTINGS} | {"seen": seen}
    refused = client.post(HERE, typed | {"time_zone": "Mars/Olympus"}).content.decode()
    assert "is not a time zone; write it like America/New_York." in refused
    assert 'value="Mars/Olympus"' in refused
    assert client.post(HERE, typed | {"time_zone": "America/Chicago", "idle_days": 60}).status_code == 302
    task_force.refresh_from_db()
    assert (task_force.time_zone, task_force.idle_days, task_force.tip_days) == ("America/Chicago", 60, 365)
    with pytest.raises(ChangedMeanwhile, match="Ada Finch changed this meanwhile"):
        services.change_settings(by=ada, task_force=task_force, seen=seen, idle_days=45)
    assert signed_in(ada).post("/api/accounts/settings/", {"idle_days": 45}).json()["idle_days"] == 45
    assert is_problem(signed_in(sal).post("/api/accounts/settings/", {"idle_days": 30}), 403)
    assert AuditEntry.objects.filter(verb="accounts.change_settings", outcome="done").count() == 2
    client.force_login(sal)
    assert client.get(HERE).status_code == 403


def test_a_moved_line_of_age_is_told_to_the_security_officers(ada, task_force, django_capture_on_commit_callbacks):
    """An administrator alone moves it, and records open or close by it at once."""
    sid = officer("2", Role.SECURITY_OFFICER, email="sid@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        services.change_settings(by=ada, task_force=task_force, juvenile_until=16)
        services.change_settings(by=ada, task_force=task_force, idle_days=60)
    [sent] = mail.outbox
    assert sent.to == [sid.email]
    assert f"moved from 18 to 16 years by badge {ada.badge}" in sent.body
    assert "is open to everybody" in sent.body
