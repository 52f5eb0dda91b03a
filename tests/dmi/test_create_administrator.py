"""manage.py create_administrator: how a desk that starts empty gets its name and its first account."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from dmi.accounts.models import TaskForce, User
from dmi.audit.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def typed_password(monkeypatch, clock, task_force):
    monkeypatch.setenv("ADMINISTRATOR_PASSWORD", "larch otter seven")


def create(*arguments):
    out = StringIO()
    call_command("create_administrator", *arguments, stdout=out)
    return out.getvalue()


def test_the_first_administrator_can_sign_in():
    assert create("ada", "Ada Finch") == "Ada Finch can sign in with badge ada.\n"
    ada = User.objects.get(badge="ada")
    assert ada.check_password("larch otter seven")
    assert ada.has_perm("accounts.add_officer")


def test_the_task_force_gets_its_name_and_its_time():
    create("ada", "Ada Finch", "--task-force", "Lake County DMI", "--time-zone", "America/Chicago")
    named = TaskForce.objects.get()
    assert (named.name, named.time_zone) == ("Lake County DMI", "America/Chicago")


def test_both_acts_are_the_clocks_on_the_trail():
    create("ada", "Ada Finch", "--task-force", "Lake County DMI")
    lines = AuditEntry.objects.order_by("id").values_list("badge", "verb", "outcome")
    assert list(lines) == [("clock", "accounts.change_settings", "done"), ("clock", "accounts.add_officer", "done")]


@pytest.mark.parametrize(
    ("arguments", "password", "words"),
    [
        (("ada", "Ada Finch"), "short", "at least 12 characters"),
        (("clock", "Ada Finch"), "larch otter seven", "Badge clock has an account already"),
        (("ada", "Ada Finch", "--time-zone", "Mars/Olympus"), "larch otter seven", "is not a time zone"),
    ],
)
def test_what_is_refused_is_said_in_one_line(monkeypatch, arguments, password, words):
    monkeypatch.setenv("ADMINISTRATOR_PASSWORD", password)
    with pytest.raises(CommandError, match=words):
        create(*arguments)
    assert not User.objects.filter(badge="ada").exists()


def test_it_makes_no_second_administrator():
    create("ada", "Ada Finch")
    with pytest.raises(CommandError, match="There is an administrator already"):
        create("eve", "Eve Finch")
