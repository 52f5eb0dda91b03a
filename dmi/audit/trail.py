"""The one door to every change, and the helper for every read: allowed by role, visible, and on the record."""

import hmac
from contextvars import ContextVar
from datetime import date
from functools import wraps

import pghistory
from django.apps import apps
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, IntegrityError, connection, models, transaction
from django.http import Http404

from dmi.audit import alarm
from dmi.audit.models import AuditEntry, Outcome, SearchWords
from dmi.errors import RuleBroken, TrailFailed

origin: ContextVar[dict | None] = ContextVar("origin", default=None)  # address and session: set by dmi.middleware
_inside: ContextVar[bool] = ContextVar("inside", default=False)  # a service called by a service
OUTCOMES = {
    PermissionDenied: Outcome.FORBIDDEN,
    Http404: Outcome.ABSENT,
    RuleBroken: Outcome.REFUSED,
    ValidationError: Outcome.REFUSED,
    IntegrityError: Outcome.REFUSED,
}


def verb_of(service):
    app = service.__module__.partition(".services")[0].rpartition(".")[2]
    return f"{app}.{service.__name__}"


def on_the_record(service):
    """Allowed by role and row, done in one transaction, entered; a refusal is entered after the rollback."""
    verb = verb_of(service)

    @wraps(service)
    def accountable(*, by, **given):
        named_before = named(given)  # a purge leaves no pk behind
        outermost = not _inside.get()
        token = _inside.set(True)
        try:
            with transaction.atomic(durable=outermost), pghistory.context(by=str(by.pk), verb=verb):
                check(by, verb, given)
                record = service(by=by, **given)
                enter(by, verb, Outcome.DONE, record, named_before | counted(record))
                return record
        except TrailFailed:
            raise  # without its line nothing is done, and no second line would be written either
        except Exception as refusal:
            if outermost:  # the transaction is gone: this line stands on its own
                outcome = next((o for kind, o in OUTCOMES.items() if isinstance(refusal, kind)), Outcome.FAILED)
                enter(by, getattr(refusal, "verb", verb), outcome, None, named_before)
            elif not hasattr(refusal, "verb"):
                refusal.verb = verb  # type: ignore[attr-defined]  # the outermost service enters the verb refused
            raise
        finally:
            _inside.reset(token)

    accountable.verb = verb  # type: ignore[attr-defined]
    return accountable


def hold(record):
    """Read the row anew and hold it until the act ends: of two at once the second sees what the first did."""
    try:
        record.refresh_from_db(from_queryset=type(record)._default_manager.select_for_update())
    except record.DoesNotExist as gone:  # the first removed it
        raise Http404 from gone


def hold_each(records):
    """Always in the same order, so that two who hold the same rows wait for each other, never each for the other."""
    for record in sorted(records, key=lambda each: each.pk):
        hold(record)


def check(by, verb, given):
    """Both gates, for whoever calls a service: page, API, task or command."""
    if not by.has_perm(verb):
        raise PermissionDenied
    for record in given.values():
        if isinstance(record, models.Model) and not is_visible(record, by):
            raise Http404


def is_visible(record, by):
    """True for records that are nobody's secret (no `visible_to`) and for those that this officer may reach."""
    rows = type(record)._default_manager.all()
    return not hasattr(rows, "visible_to") or rows.visible_to(by).filter(pk=record.pk).exists()


def find(rows, *, by, **key):
    """The one row of `rows` that is visible to this officer under this key; Http404 otherwise, and a line.
    What is no key at all is free text, and not entered.
    """
    try:
        return rows.visible_to(by).get(**key)
    except rows.model.DoesNotExist as absent:
        asked, nothing = next(iter(key.values())), absent
    except (ValidationError, ValueError) as no_key:
        asked, nothing = "", no_key
    enter(by, f"{rows.model._meta.app_label}.find", Outcome.ABSENT, asked=f"{rows.model._meta.label_lower}:{asked}")
    raise Http404 from nothing


def read(rows, *, by, verb, **key):
    """As `find`, and the look is entered."""
    record = find(rows, by=by, **key)
    enter(by, verb, Outcome.READ, record)
    return record


def enter(by, verb, outcome, record=None, others=None, asked=""):
    """Write one line. `by` may be None (nobody known), `record` anything a service returned.

    Where it can not be written TrailFailed undoes the act, or shows nothing of what was to be looked at.
    """
    others = others or {}
    about = (
        name_of(record) if isinstance(record, models.Model) and record.pk else asked or next(iter(others.values()), "")
    )
    try:
        trail_for(verb).objects.create(
            by=by.pk if by else None, badge=by.badge if by else "", verb=verb, outcome=outcome,
            record=about[:80], others=others, **(origin.get() or {}),
        )  # fmt: skip
    except DatabaseError as broken:
        if is_away():  # not the trail: the database itself, and whoever watches that is told
            raise
        alarm.sound(verb, broken)
        raise TrailFailed from broken


def is_away():
    return connection.connection is None or bool(connection.connection.closed)


def trail_for(verb):
    """The trail that the verb's app names in its AppConfig; else the common one."""
    label = verb.partition(".")[0]
    config = apps.app_configs.get(label)
    return apps.get_model(config.trail) if hasattr(config, "trail") else AuditEntry


def name_of(record):
    return f"{record._meta.label_lower}:{record.pk}"


def named(given):
    """Records, days and nothing else: no free text enters the trail, and no day of birth, which no purge could take."""
    return {
        key: name_of(value) if isinstance(value, models.Model) else value.isoformat()
        for key, value in given.items()
        if isinstance(value, models.Model | date) and key != "date_of_birth"
    }


def counted(result):
    """How many, where that is all a service returns: what it purged had names, and they are gone."""
    return {"count": result} if isinstance(result, int) else {}


def enter_search(by, verb, words, hits):
    """A search: a keyed hash of its words and how many were found. The same words give the same hash here alone.

    The words themselves go to a table of their own first: a line whose words nobody can look up would tell nothing.
    """
    digest = keyed(words)
    keep_words(by, verb, digest, words, hits)
    enter(by, verb, Outcome.READ, others={"words": digest, "hits": hits}, asked=f"search:{digest}")


def keep_words(by, verb, digest, words, hits):
    """For the security officer alone. What is searched for behind the wall stays behind it."""
    if trail_for(verb) is AuditEntry:
        SearchWords.objects.create(
            by=by.pk, badge=by.badge, verb=verb, hash=digest, words=words.replace("\x00", "")[:400],
            hits=hits,
        )  # fmt: skip


def keyed(words):
    """What stands on the trail in place of words."""
    return hmac.digest(settings.SECRET_KEY.encode(), words.casefold().encode(), "sha256").hex()[:16]


def looks_at(record, size=6):
    """The last lines about a record, newest first: who looked, who acted."""
    return trail_for(record._meta.label_lower).objects.about(record)[:size]
