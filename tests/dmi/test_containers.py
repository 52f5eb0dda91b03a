"""What of the containers can be judged without an engine: their shape, their secrets, what they share with us."""

import re
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from dmi import machine

ROOT = Path(settings.BASE_DIR)
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text()
OURS = ("web", "worker", "beat")


def test_the_image_has_the_libraries_of_a_new_machine():
    assert all(f" {package}" in DOCKERFILE for package in machine.LIBRARIES.values())


def test_the_image_does_not_run_as_root():
    assert DOCKERFILE.rindex("USER desk") < DOCKERFILE.rindex("CMD")


@pytest.mark.parametrize("service", [*OURS, "database", "broker"])
def test_every_service_that_stays_has_a_healthcheck_and_comes_back(service):
    assert COMPOSE[service]["healthcheck"]["test"]
    assert COMPOSE[service]["restart"] == "unless-stopped"


@pytest.mark.parametrize("service", OURS)
def test_ours_wait_for_the_tables_and_work_as_the_police_role(service):
    assert COMPOSE[service]["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}
    assert COMPOSE[service]["environment"]["DATABASE_ROLE"] == "dmi_police"


def test_the_tables_are_made_by_their_owner():
    assert "DATABASE_ROLE" not in COMPOSE["migrate"]["environment"]


def test_every_secret_is_asked_for_and_none_is_written_down():
    for service in COMPOSE.values():
        for name, setting in service["environment"].items():
            if re.search(r"SECRET|PASSWORD|AUTH|_URL$", name) and name not in ("EMAIL_URL",):
                assert re.search(r"\$\{[A-Z_]+:\?", setting), name


def test_the_settings_named_for_a_server_are_settings_of_ours():
    known = set(re.findall(r'env(?:\.\w+)?\(\s*"([A-Z_]+)"', (ROOT / "dmi" / "settings.py").read_text()))
    assert set(COMPOSE["web"]["environment"]) <= known


def test_the_guide_to_operations_explains_every_setting():
    known = set(re.findall(r'env(?:\.\w+)?\(\s*"([A-Z_]+)"', (ROOT / "dmi" / "settings.py").read_text()))
    explained = set(re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs" / "operations.md").read_text(), re.MULTILINE))
    assert known <= explained
