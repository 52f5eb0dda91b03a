"""The wall in the database (42 CFR Part 2): to the police side the tables of callins.dtc do not exist."""

import time

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction

from callins.dtc.models import AuditEntry as TreatmentEntry
from callins.dtc.tasks import seal_trail
from callins.dtc.trail import TRAIL
from dmi.accounts.compartment import treatment
from dmi.audit import trail
from dmi.audit.models import AuditEntry

SENTINEL = "SENTINEL-7f3a"


def test_police_can_not_name_the_table(ray):
    with pytest.raises(ProgrammingError, match="does not exist"), transaction.atomic():
        TreatmentEntry.objects.count()


def test_not_even_with_its_schema(ray):
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT * FROM dtc.dtc_auditentry")


def test_every_table_of_the_compartment_stands_in_its_schema(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'dtc'")
        walled = {name for [name] in cursor.fetchall()}
        cursor.execute(r"SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename LIKE 'dtc\_%'")
        assert cursor.fetchall() == []
    assert {model._meta.db_table for model in apps.get_app_config("dtc").get_models()} <= walled


def test_an_act_in_treatment_goes_to_its_own_trail(tess):
    with treatment():
        trail.enter(tess, "dtc.enrol", trail.Outcome.DONE, asked=SENTINEL)
        assert TreatmentEntry.objects.get().record == SENTINEL
    assert not AuditEntry.objects.filter(record=SENTINEL).exists()
    assert not AuditEntry.objects.filter(verb__startswith="dtc.").exists()


@pytest.mark.django_db(transaction=True)
def test_its_trail_is_sealed_like_the_other(tess):
    with treatment():
        trail.enter(tess, "dtc.enrol", trail.Outcome.DONE)
    until = time.monotonic() + 60  # any transaction on the server holds the seal back
    while time.monotonic() < until:
        seal_trail()
        with treatment():
            if TRAIL.first_broken() == (None, 1):
                return
    pytest.fail("the line was left without a seal")


def test_the_role_is_put_back_after_an_error(tess):
    with pytest.raises(ZeroDivisionError), treatment():
        raise ZeroDivisionError
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("dmi_police",)


def test_a_failed_transaction_leaves_no_role_behind(tess):
    with pytest.raises(ProgrammingError), transaction.atomic(), treatment(), connection.cursor() as cursor:
        cursor.execute("SELECT nonsense FROM nowhere")
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("dmi_police",)


@pytest.mark.parametrize("who", ["ray", "sal", "pat", "otis"])
def test_who_has_no_right_there_does_not_learn_that_it_exists(client, request, who):
    client.force_login(request.getfixturevalue(who))
    assert client.get("/treatment-court/").status_code == 404


def test_treatment_staff_start_behind_the_wall(client, tess):
    client.force_login(tess)
    assert client.get("/", follow=True).redirect_chain == [("/treatment-court/", 302)]


def test_nothing_of_police_work_is_shown_there(client, tess, farrow):
    client.force_login(tess)
    assert "Farrow" not in client.get("/treatment-court/").content.decode()


def test_the_compartment_has_neither_tab_nor_timeline():
    config = apps.get_app_config("dtc")
    assert not hasattr(config, "dossier_tabs")
    assert not any(hasattr(model._default_manager, "on_timeline") for model in config.get_models())
