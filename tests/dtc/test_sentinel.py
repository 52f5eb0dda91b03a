"""What is written in treatment court is found nowhere else; and nothing of the police side changes with it."""

import inspect
import io
import logging

import pypdf
import pytest
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from callins.dtc import services
from dealers import services as dealing
from dmi.accounts.compartment import treatment
from dmi.audit.models import Entry, Seal
from dmi.celery import app as celery
from maintenance.hot_sheet import press
from tests.browser.world import approved, everybody_there, sheet_of
from tests.conventions.site import doors
from tests.dtc.enrolled import attended, day, enrolled, given, noon, sanctioned

SENTINEL = "Sentinel7f3a"


def everything_said(tess, dealer):
    """Of somebody whom the police know, a course through the services in which every free word is the sentinel; then a
    row of every model, whatever may hold text or a list of texts.
    """
    with treatment():
        enrolment = enrolled(
            tess, last_name=SENTINEL, first_name=SENTINEL, docket=SENTINEL, offence="other", approved_by=SENTINEL,
            exception_reason=SENTINEL,
        )  # fmt: skip
        enrolment.participant.dealer = dealer
        enrolment.participant.save()
        attended(enrolment, tess, 1, 8)
        sanctioned(enrolment, tess, 4)
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
    "planstep": {"dropped_why": SENTINEL},
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
    if is_free(field):
        return True
    if field.primary_key or field.has_default():
        return False
    if isinstance(field, models.ForeignKey):
        return not field.null or WANTED.get(field.model._meta.model_name) == field.name
    return not field.null and not (field.choices and field.blank)


def is_free(field):
    """Whether it can hold a word of somebody's own."""
    kinds = (models.CharField, models.TextField, models.JSONField, ArrayField)
    return isinstance(field, kinds) and not field.choices


def value_of(field, tess, made):
    if isinstance(field, models.ForeignKey):
        is_walled = field.related_model._meta.app_label == "dtc"
        return row_of(field.related_model, tess, made) if is_walled else tess
    if field.choices:
        return field.choices[0][0]
    if isinstance(field, ArrayField | models.JSONField):
        return [SENTINEL]
    if is_free(field):
        return SENTINEL
    return {models.DateTimeField: noon(0), models.DateField: day(0), models.BooleanField: False}.get(type(field), 1)


@pytest.fixture
def log():
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)


@pytest.fixture
def queued(monkeypatch):
    """Every task that is sent to the worker: its name and what goes with it."""
    sent = []
    monkeypatch.setattr(celery, "send_task", lambda *args, **given: sent.append((args, given)))
    return sent


def test_no_word_of_it_is_in_a_file_a_log_a_task_or_a_table_of_the_others(
    client, tess, sal, sue, task_force, west_end, farrow, log, queued, django_capture_on_commit_callbacks
):  # fmt: skip
    """What the pages show is compared byte by byte in test_twins; here is what leaves in files, or stays behind."""
    client.force_login(everybody_there(sal, west_end))
    with django_capture_on_commit_callbacks(execute=True):
        everything_said(tess, farrow)
    assert queued == []
    assert [name for name, task in celery.tasks.items() if name.startswith("dtc.") and takes(task)] == []
    for name, words in files_of(client, {"market_id": west_end.pk, "dealer_id": farrow.pk}):
        assert SENTINEL not in words, name
    assert SENTINEL not in words_of(press.printed(approved(sue, sheet_of(sal, task_force, weeks_ago=0))).pdf)
    assert SENTINEL not in log.getvalue()
    assert "dtc." not in log.getvalue()
    assert tables_that_hold(SENTINEL, "public") == set()
    assert tables_that_hold("dtc.", "public") <= {"django_content_type", "auth_permission", "django_migrations"}
    with treatment():
        assert "dtc_auditentry" not in tables_that_hold(SENTINEL, "dtc")


def takes(task):
    """What goes with it when it is queued."""
    return list(inspect.signature(task.run).parameters)


def files_of(client, known):
    """What can be taken along, as text: papers with their metadata, lists."""
    for door in doors():
        verb = (door.verb or "").partition(".")[2]
        if ":dtc:" not in f":{door.name}" and verb.startswith(("download", "export")) and set(door.wants) <= set(known):
            yield door.name, words_of(client.get(door.address(known)).getvalue())


def words_of(content):
    if not content.startswith(b"%PDF"):
        return content.decode(errors="replace")
    paper = pypdf.PdfReader(io.BytesIO(content))
    return " ".join([str(paper.metadata), str(paper.xmp_metadata), *(page.extract_text() for page in paper.pages)])


def test_the_sentinel_stands_in_every_column_that_can_hold_a_word(tess, farrow):
    """Or else the search would find nothing for want of something to find; the history keeps it as well."""
    everything_said(tess, farrow)
    with treatment():
        for model in WALLED:
            for field in filter(is_free, model._meta.concrete_fields):
                for table in (model._meta.db_table, f"{model._meta.db_table}event"):
                    assert is_held(table, field.column), (table, field.name)


def is_held(table, column):
    with connection.cursor() as cursor:
        sql = f'SELECT EXISTS (SELECT FROM dtc."{table}" WHERE "{column}"::text LIKE %s)'  # noqa: S608  # own names
        cursor.execute(sql, [f"%{SENTINEL}%"])
        return cursor.fetchone()[0]


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
