"""accounts.change_settings."""

import pytest
from django.core.exceptions import ValidationError

from dmi.accounts import services
from dmi.accounts.forms.settings import ChangeSettingsForm
from dmi.accounts.services.change_settings import SETTINGS
from dmi.audit.models import AuditEntry
from dmi.audit.versions import version
from dmi.errors import ChangedMeanwhile, RuleBroken
from tests.api.conftest import is_problem, signed_in

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
