"""The code's own shape: what the import contracts can not see."""

import ast
import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models

from dmi.accounts.roles import MAY, Role
from dmi.celery import app as celery
from tests.conventions.site import doors, verbs_of_doors

ROOT = Path(__file__).resolve().parents[2]
APPS = ("dmi", "markets", "dealers", "callins", "maintenance")
OURS = [
    config for config in apps.get_app_configs() if Path(config.path).is_relative_to(ROOT) and ".venv" not in config.path
]
MODELS = [model for config in OURS for model in config.get_models() if not hasattr(model, "pgh_tracked_model")]
PAGES = [
    path
    for app in APPS
    for path in (ROOT / app).rglob("*.py")
    if path.name in {"views.py", "forms.py", "api.py", "filters.py"} or {"views", "forms", "api"} & set(path.parts)
]
TEMPLATES = list((ROOT / "templates").rglob("*.html"))


def services():
    """Every function of every services module, by its verb's name."""
    for config in OURS:
        try:
            module = importlib.import_module(f"{config.name}.services")
        except ModuleNotFoundError:
            continue
        names = getattr(module, "__all__", None) or [
            name
            for name, thing in inspect.getmembers(module, inspect.isfunction)
            if thing.__module__ == module.__name__
        ]
        for name in names:
            yield config, name, getattr(module, name)


SERVICES = list(services())
ON_THE_RECORD = {f"{config.name.rpartition('.')[2]}.{name}" for config, name, act in SERVICES if hasattr(act, "verb")}
CHECKS_WITHIN = {"check_roles", "check_works", "check_assigns"}  # refusals that services of one module share


@pytest.mark.parametrize(("config", "name", "act"), SERVICES, ids=lambda each: getattr(each, "label", None))
def test_every_service_is_on_the_record(config, name, act):
    assert hasattr(act, "verb") or name in CHECKS_WITHIN


def test_the_role_table_names_only_real_verbs():
    named = set().union(*MAY.values())
    assert named - ON_THE_RECORD - verbs_of_doors() == set()


def test_every_verb_is_somebodys():
    assert (ON_THE_RECORD | verbs_of_doors()) - set().union(*MAY.values()) == set()


def test_every_act_of_a_person_has_its_page_and_its_api_twin():
    by_people = set().union(*(verbs for role, verbs in MAY.items() if role != Role.CLOCK)) & ON_THE_RECORD
    assert by_people - {door.verb for door in doors() if not door.is_api} == set()
    assert by_people - {door.verb for door in doors() if door.is_api} == set()


@pytest.mark.parametrize("verb", sorted(ON_THE_RECORD))
def test_every_act_has_its_test(verb):
    name = verb.rpartition(".")[2]
    tests = ROOT / "tests"
    assert any(
        re.search(rf"\b{name}\b", path.read_text())
        for path in tests.rglob("test_*.py")
        if "conventions" not in path.parts
    )


GATES = (
    "visible_to(", "worked_by(", "overseen_by(", "in_force(", ".none()", "trail.find(", "trail.read(", "one_of(",
    "opened(",
)  # fmt: skip
NOBODYS_SECRET = ("TaskForce.", "Agency.", "AuditSeal.")  # no row of these is about a person under suspicion


def ungated(path):
    """Statements that reach rows by `Model.objects` without a gate."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.stmt) and not hasattr(node, "body"):
            said = ast.unparse(node)
            if ".objects" in said and not any(gate in said for gate in (*GATES, *NOBODYS_SECRET)):
                yield f"{path.relative_to(ROOT)}:{node.lineno} {said}"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_pages_reach_rows_only_through_the_gates(path):
    assert list(ungated(path)) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_pages_speak_the_querysets_vocabulary(path):
    assert ".filter(" not in path.read_text()


FOREIGN = [
    field
    for model in MODELS
    for field in model._meta.get_fields()
    if isinstance(field, models.ForeignKey) and field.related_model._meta.app_label != model._meta.app_label
]


@pytest.mark.parametrize("field", FOREIGN, ids=str)
def test_a_foreign_key_that_leaves_its_app_leaves_no_way_back(field):
    assert field.remote_field.related_name == "+"


@pytest.mark.parametrize("model", MODELS, ids=str)
def test_every_constraint_speaks_to_the_officer(model):
    for constraint in model._meta.constraints:
        assert constraint.violation_error_message != constraint.default_violation_error_message, constraint.name


@pytest.mark.parametrize("model", MODELS, ids=str)
def test_a_model_does_not_save_by_itself(model):
    assert "save" not in vars(model)
    assert "delete" not in vars(model)


def test_every_queued_name_is_a_task():
    celery.loader.import_default_modules()
    queued = {entry["task"] for entry in celery.conf.beat_schedule.values()}
    for app in APPS:
        for path in (ROOT / app).rglob("*.py"):
            queued |= set(re.findall(r'later\(\s*"([^"]+)"', path.read_text()))
    assert queued - set(celery.tasks) == set()


def test_beat_never_catches_up():
    assert all(entry["options"]["expires"] < entry["schedule"] for entry in celery.conf.beat_schedule.values())


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_templates_have_no_inline_code_and_trust_nothing(path):
    text = path.read_text()
    assert not re.search(r"\|\s*safe\b|autoescape off|\bstyle=|\son\w+=\"", text)
    assert not re.search(r"<script(?![^>]*\bsrc=)", text) or "application/json" in text
    assert ".objects" not in text


def test_nothing_writes_beside_the_services():
    assert not apps.is_installed("django.contrib.admin")
    names = [name for app in APPS for _, name, _ in pkgutil.walk_packages([str(ROOT / app)])]
    assert "admin" not in names


def test_the_way_around_the_imports_is_used_in_known_rooms_only():
    users = {
        str(path.relative_to(ROOT))
        for app in APPS
        for path in (ROOT / app).rglob("*.py")
        if "get_model(" in path.read_text() and "migrations" not in path.parts
    }
    assert users == {"dmi/audit/trail.py", "dealers/dossier.py"}
