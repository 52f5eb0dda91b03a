"""What is written in treatment court is found nowhere else; and nothing of the police side changes with it."""

import io
import logging

import pytest
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from callins.dtc import services
from dealers import services as dealing
from dmi.accounts.compartment import treatment
from dmi.accounts.roles import Role
from dmi.audit.models import Entry, Seal
from tests.conftest import officer
from tests.conventions.site import doors
from tests.dtc.enrolled import day, enrolled, given, noon

SENTINEL = "Sentinel7f3a"
POLICE = (Role.PATROL, Role.INVESTIGATOR, Role.ANALYST, Role.SUPERVISOR)


def everything_said(tess):
    """A course through the services of which every free word is the sentinel; then a row of every model, whatever may
    hold text or a list of texts."""
    with treatment():
        enrolment = enrolled(
            tess, last_name=SENTINEL, first_name=SENTINEL, docket=SENTINEL, offence="other", approved_by=SENTINEL,
            exception_reason=SENTINEL,
        )  # fmt: skip
        given(enrolment, tess, 3, ("confirmed", SENTINEL))
        services.begin_pause(by=tess, enrolment=enrolment, kind="custody", began_on=day(9), where=SENTINEL, at=noon(9))
        services.terminate_participant(by=tess, enrolment=enrolment, decided_on=day(9), why=SENTINEL, at=noon(9))
        made: dict = {}
        for model in WALLED:
            row_of(model, tess, made)


WALLED = [
    model
    for model in apps.get_app_config("dtc").get_models()
    if not hasattr(model, "pgh_tracked_model") and not issubclass(model, Entry | Seal)
]
NEEDED = {  # what a constraint asks for beside the sentinel
    "decision": {"to_phase": 2},
    "consent": {"expires_on": day(90)},
    "participant": {"born_on": day(1)},
}
WANTED = {"drugtest": "draw", "relapsedecision": "test", "disclosure": "report"}  # keys that may be empty


def row_of(model, tess, made):
    """One row of the model, and of those it hangs on."""
    name = model._meta.model_name
    if name not in made:
        values = {field.name: value_of(field, tess, made) for field in model._meta.concrete_fields if is_filled(field)}
        made[name] = model.objects.create(**values | NEEDED.get(name, {}))
    return made[name]


def is_filled(field):
    if field.primary_key or (field.has_default() and not isinstance(field, models.TextField | models.CharField)):
        return False
    if isinstance(field, models.ForeignKey):
        return not field.null or WANTED.get(field.model._meta.model_name) == field.name
    return not field.null and not (field.choices and field.blank)


def value_of(field, tess, made):
    if isinstance(field, models.ForeignKey):
        is_walled = field.related_model._meta.app_label == "dtc"
        return row_of(field.related_model, tess, made) if is_walled else tess
    if field.choices:
        return field.choices[0][0]
    if isinstance(field, ArrayField | models.JSONField):
        return [SENTINEL]
    if isinstance(field, models.CharField | models.TextField):
        return SENTINEL
    return {models.DateTimeField: noon(0), models.DateField: day(0), models.BooleanField: False}.get(type(field), 1)


def pages_of(client, role, market_key):
    """Every page and answer without a record, and those of the market, as somebody of the role gets them."""
    client.force_login(officer(f"p-{role}", role))
    for door in doors():
        if (
            door.verb
            and not door.name.startswith(("callins:dtc", "api:callins:dtc"))
            and set(door.wants) <= {*market_key}
        ):
            answer = client.get(door.address(market_key))
            yield door.name, answer.status_code, answer.getvalue()


@pytest.fixture
def log():
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)


def test_no_word_of_it_is_in_a_page_a_log_or_a_table_of_the_others(client, tess, west_end, farrow, log):
    everything_said(tess)
    for role in POLICE:
        for name, _, body in pages_of(client, role, {"market_id": west_end.pk, "dealer_id": farrow.pk}):
            assert SENTINEL.encode() not in body, (role, name)
    assert SENTINEL not in log.getvalue()
    assert "dtc." not in log.getvalue()
    assert tables_that_hold(SENTINEL, "public") == set()
    with treatment():
        holding = {model._meta.db_table for model in WALLED if has_words(model)}
        assert holding | {f"{table}event" for table in holding} <= tables_that_hold(SENTINEL, "dtc")
        assert "dtc_auditentry" not in tables_that_hold(SENTINEL, "dtc")


def has_words(model):
    """Whether a row of it can hold a free word."""
    kinds = (models.CharField, models.TextField, models.JSONField, ArrayField)
    return any(isinstance(field, kinds) and not field.choices for field in model._meta.concrete_fields)


def tables_that_hold(word, schema):
    """Every table of the schema in a row of which, in whatever column, the word stands."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", [schema])
        found = set()
        for [table] in cursor.fetchall():
            sql = f'SELECT EXISTS (SELECT FROM {schema}."{table}" each WHERE each::text LIKE %s)'  # noqa: S608  # own names
            cursor.execute(sql, [f"%{word}%"])
            if cursor.fetchone()[0]:
                found.add(table)
    return found


def test_no_column_of_the_others_leads_in():
    """A key from the police side would be a way in; and no key that leads out is held by the database."""
    for model in apps.get_models():
        is_walled = model._meta.app_label == "dtc"
        for field in model._meta.local_fields:
            if isinstance(field, models.ForeignKey):
                leads_in = field.related_model._meta.app_label == "dtc"
                assert leads_in <= is_walled, field
                if is_walled and not leads_in and not hasattr(model, "pgh_tracked_model"):
                    assert not field.db_constraint, field
                    assert field.remote_field.on_delete is models.DO_NOTHING, field


def test_a_merge_on_the_police_side_passes_and_carries_nothing_of_it(tess, sal, farrow, whitlow):
    with treatment():
        enrolment = enrolled(tess)
        enrolment.participant.dealer_id = whitlow.pk
        enrolment.participant.save()
    merge = dealing.merge_dealers(by=sal, dealer=farrow, other=whitlow, because="Same phone", at=noon(70))
    assert "dtc" not in str(merge.moved)
    with treatment():
        enrolment.participant.refresh_from_db()
        assert enrolment.participant.dealer_id == whitlow.pk


def test_a_purge_on_the_police_side_passes_and_tells_nothing(tess, farrow, ray):
    with treatment():
        enrolment = enrolled(tess)
        enrolment.participant.dealer_id = farrow.pk
        enrolment.participant.save()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_constraint c JOIN pg_class t ON t.oid = c.confrelid"
                       " JOIN pg_namespace n ON n.oid = t.relnamespace JOIN pg_class s ON s.oid = c.conrelid"
                       " JOIN pg_namespace m ON m.oid = s.relnamespace"
                       " WHERE c.contype = 'f' AND m.nspname = 'dtc' AND n.nspname <> 'dtc'")  # fmt: skip
        assert cursor.fetchone() == (0,)
    with treatment():
        enrolment.participant.refresh_from_db()
        assert str(enrolment.participant) == "Shawna Bexley"
