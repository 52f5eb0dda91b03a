"""Free text that names somebody whose record is gone: in every table of every app the reference takes the name's place.

Left as they are: what other people are called themselves, accounts, the trail (it holds no names), exhibits of other
records and their chain of custody, which are evidence as they stand, and what stands behind the wall of treatment.
"""

from dataclasses import dataclass

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.contrib.sessions.models import Session
from django.db import connection, models

from dealers.models import Alias, Dealer, ImportBatch, ImportRow
from dmi import tables
from dmi.accounts.compartment import records
from dmi.accounts.models import User
from dmi.audit.models import SearchWords
from dmi.errors import RuleBroken
from maintenance.retention.naming import Named, fragments, joined, named, pattern, replaced
from maintenance.retention.spelling import spelled

APPS = ("markets", "dealers", "cases", "callins", "maintenance", "retention")
EVIDENCE = {"cases.exhibit", "cases.custodyevent"}
WHOLE_ONLY = {"markets"}  # places are called like people: there a surname alone proves nothing
OWN = {  # what another person on file is called, drives, or is reached by
    "dealer": {"last_name", "first_name", "middle_name", "suffix", "known_as", "external_id"},
    "alias": {"name"},
    "handle": {"name"},
    "phone": {"number"},
    "vehicle": {"description", "plate"},
    "address": {"line", "city", "state", "zip"},
}
APART = {("maintenance", "hotsheet"): {"contents"}}  # maintenance.retention.tombstones sees to it, with its two hashes


@dataclass(frozen=True)
class Person:
    """What one record and those that went up in it call the person, and what stands in the text instead."""

    reference: str
    named: Named


def person_of(dealers, reference):
    """Before anything is erased."""
    whole: set = set()
    alone: set = set()
    identifiers: set = set()
    for dealer in dealers:
        said = named(
            dealer.first_name, dealer.middle_name, dealer.last_name,
            list(Alias.objects.of(dealer).values_list("name", flat=True)), identifiers_of(dealer),
        )  # fmt: skip
        whole, alone, identifiers = whole | said.whole, alone | said.alone, identifiers | said.identifiers
    return Person(reference, Named(frozenset(whole), frozenset(alone), frozenset(identifiers)))


def identifiers_of(dealer):
    found = [dealer.external_id]
    found += dealer.phones.values_list("number", flat=True)
    found += dealer.vehicles.values_list("plate", flat=True)
    found += dealer.handles.values_list("name", flat=True)
    return found


def without_namesakes(person):
    """After the rows are gone: whoever is called like this now is somebody else."""
    words = {word: spelled(word) for word in person.named.alone}
    words |= {" ".join(parts): joined(parts) for parts in person.named.whole}
    return Person(person.reference, person.named.without(word for word, said in words.items() if is_borne(said)))


def is_borne(said):
    """In any of the spellings in which it would be taken out of a text."""
    whole = f"^(?:{said})$"
    of_dealers = models.Q(last_name__regex=whole) | models.Q(known_as__regex=whole)
    return (
        Dealer.objects.filter(of_dealers).exists()
        or Alias.objects.filter(name__regex=whole).exists()
        or User.objects.filter(full_name__regex=rf"\y(?:{said})\y").exists()
    )


def redact_everywhere(person):
    """How many rows of other records named this person and do not any more."""
    forget_lists(person)
    forget_searches(person)
    forget_sessions(person)
    with records():
        return sum(redact(model, person) for model in models_with_text())


def models_with_text():
    """Of tables with their histories."""
    found = (model for model in apps.get_models() if model._meta.app_label in APPS and not model._meta.proxy)
    return [model for model in found if source_of(model)._meta.label_lower not in EVIDENCE and columns_of(model)]


def source_of(model):
    """Of a history the model that it tells of."""
    return getattr(model, "pgh_tracked_model", model)


def columns_of(model):
    source = source_of(model)._meta
    left = OWN.get(source.model_name, set()) | APART.get((source.app_label, source.model_name), set())
    return [field for field in model._meta.concrete_fields if is_text(field) and field.name not in left]


def is_text(field):
    if field.primary_key or field.is_relation or field.choices or field.name in {"pgh_label", "pgh_context"}:
        return False
    of = field.base_field if isinstance(field, ArrayField) else field
    return isinstance(of, models.CharField | models.TextField | models.JSONField) and not of.choices


def redact(model, person):
    """One table. JSON and arrays are read and written as JSON, so that they keep their shape."""
    said = Named(person.named.whole, frozenset(), person.named.identifiers)
    found = pattern(said if model._meta.app_label in WHOLE_ONLY else person.named)
    if found is None:
        return 0
    columns, changed = columns_of(model), 0
    for key, *texts in rows_near(model, columns, fragments(person.named)):
        new = [text and without(text, field, found, person) for field, text in zip(columns, texts, strict=True)]
        if new != texts:
            write(model, key, columns, new)
            changed += 1
    return changed


def without(text, field, found, person):
    """A reference may be longer than the name was."""
    return replaced(found, person.reference, text)[: None if isinstance(field, ArrayField) else field.max_length]


def rows_near(model, columns, words):
    """(key, texts) of rows that may name the person: PostgreSQL reads what `naming` spells as Python does."""
    texts = [f"to_jsonb({quoted(each)})" if isinstance(each, ArrayField) else quoted(each) for each in columns]
    near = " OR ".join(f"{text}::text ~ %(near)s" for text in texts)
    table = connection.ops.quote_name(model._meta.db_table)
    selected = ", ".join(f"{text}::text" for text in texts)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {quoted(model._meta.pk)}, {selected} FROM {table} WHERE {near}",  # noqa: S608 - names of columns
            {"near": "|".join(words)},
        )
        return cursor.fetchall()


def write(model, key, columns, texts):
    said = ", ".join(f"{quoted(field)} = {given(field)}" for field in columns)
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET {said} WHERE {quoted(model._meta.pk)} = %s",  # noqa: S608 - names of columns
            [*texts, key],
        )


def given(field):
    kind = field.db_type(connection)
    of_json = "ARRAY(SELECT jsonb_array_elements_text(%s::jsonb))"
    return f"{of_json if isinstance(field, ArrayField) else '%s'}::{kind}"


def quoted(field):
    return connection.ops.quote_name(field.column)


def forget_searches(person):
    """Who searched and when stays for the security officer; for whom, nobody knows any more."""
    found = pattern(person.named, any_case=True)
    if found is None:
        return
    near = SearchWords.objects.naming(*fragments(person.named))
    SearchWords.objects.filter(pk__in=[said.pk for said in near if found.search(said.words)]).lose_words()


def forget_lists(person):
    """Rows of imported lists that lie about, and files that wait: given up where they name this person."""
    found = pattern(person.named, any_case=True)
    if found is None:
        return
    for row in ImportRow.objects.iterator():
        if found.search(" ".join(map(str, row.cells))):
            row.delete()
    for batch in ImportBatch.objects.exclude(content=None).iterator(chunk_size=1):  # megabytes each
        if names(found, bytes(batch.content), batch.file_name):
            batch.content, batch.state = None, ImportBatch.State.GIVEN_UP
            batch.save()


def names(found, content, file_name):
    """Whether a list does, whatever its encoding, packed or not."""
    try:
        table = tables.read(content, file_name)
        return any(found.search(" ".join(cells)) for cells in (table.header, *(cells for _, cells in table.rows)))
    except RuleBroken:
        return bool(found.search(content.decode("utf-8", "replace")))


def forget_sessions(person):
    """A message that nobody has read yet may say a name; its officer signs in anew."""
    found = pattern(person.named, any_case=True)
    if found is None:
        return
    for session in Session.objects.iterator():
        if found.search(str(session.get_decoded())):
            session.delete()
