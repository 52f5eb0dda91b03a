"""The record as tables for the defence: identity, predicate, entries, buys, exhibits, custody, who entered what."""

from django.utils.timezone import localtime

from dealers import access, paper
from dealers.cases.models import Buy, Exhibit
from dealers.models import Dealer, Observation
from dmi import tables
from dmi.audit.models import Outcome

FACTS = ("What", "Said", "Source", "Grade", "Entered", "By badge")
ENTRIES = ("Seen", "Place", "Market", "What was seen or told", "Grade", "Entered", "By badge")
BUYS = (
    "Bought", "Place", "Amount", "Drug as sold", "Price", "Bought by", "Identified how", "Report", "Recording",
    "Field test", "Laboratory number", "Result on", "Found", "By badge",
)  # fmt: skip
EXHIBITS = ("Exhibit", "Kind", "Description", "File", "Bytes", "SHA-256", "Entered", "By badge")
CUSTODY = ("Exhibit", "When", "From", "To", "Place", "Why", "Entered", "By badge")
ACTS = ("When", "Badge", "What")


def files_of(dealer, officer, told):
    """(name, bytes) of each table, of what this officer may see, in texts as `withholding` tells them."""
    person = Dealer.objects.with_dossier(officer).get(pk=dealer.pk)
    entries = list(Observation.objects.visible_to(officer).about(dealer).for_timeline())
    buys = list(Buy.objects.visible_to(officer).of(dealer).with_people())
    exhibits = list(Exhibit.objects.visible_to(officer).filter(case__dealer=dealer).with_custody())
    yield "record.csv", csv(FACTS, facts(person, told))
    yield "entries.csv", csv(ENTRIES, (entry(each, told) for each in entries))
    yield "buys.csv", csv(BUYS, (buy(each, told) for each in buys))
    yield "exhibits.csv", csv(EXHIBITS, (exhibit(each, told) for each in exhibits))
    yield "custody.csv", csv(CUSTODY, (row for each in exhibits for row in custody(each, told)))
    yield "acts.csv", csv(ACTS, acts(dealer, officer, told))


def csv(header, rows):
    """No cell of it runs in a spreadsheet."""
    return b"".join(tables.write_csv(header, rows))


def facts(dealer, told):
    by = (localtime(dealer.logged_at), dealer.logged_by.badge)
    yield "Record", dealer.reference, "", "", *by
    name = (dealer.first_name, dealer.middle_name, dealer.last_name, dealer.suffix)
    yield "Name", " ".join(filter(None, name)), "", "", *by
    yield "Born", dealer.date_of_birth, "", "", *by
    for alias in dealer.street_names:
        yield fact("Street name", alias, told)
    for each in paper.identifiers(dealer):
        yield fact(each.label, each.fact, told)
    for part in dealer.parts:
        yield fact("Part in a market", part, told, f"{part.get_role_display()}, {part.market}")
    for caution in dealer.warnings:
        said = told.of(caution, str(caution), caution.by)
        yield "Caution", said, told(caution.source), "", localtime(caution.at), told.badge(caution, caution.by)
    yield from predicate(dealer.predicate, told)
    for validation in dealer.validations.all():
        said = told.of(validation, validation.because, validation.by)
        yield "Validated", said, "", "", validation.validated_on, told.badge(validation, validation.by)


def predicate(predicate, told):
    by = predicate.established_by
    at = localtime(predicate.established_at)
    yield "Predicate", told.of(predicate, predicate.facts, by), "", "", at, told.badge(predicate, by)
    for document in predicate.source_documents.all():
        by, at = document.added_by, localtime(document.added_at)
        yield "Source document", told.of(document, document.reference, by), "", "", at, told.badge(document, by)


def fact(label, row, told, words=""):
    said = told.of(row, words or str(row), row.by)
    return label, said, told.of(row, row.source, row.by), row.grade, localtime(row.at), told.badge(row, row.by)


def entry(row, told):
    return (
        localtime(row.seen_at), told.of(row, row.place, row.by), str(row.market), told.of(row, row.narrative, row.by),
        row.grade, localtime(row.logged_at), told.badge(row, row.by),
    )  # fmt: skip


def buy(row, told):
    return (
        localtime(row.bought_at), told(row.place), row.amount, row.drug, row.price, row.get_buyer_display(),
        told.of(row, row.identified_how, row.by), row.report_number, row.get_recording_display(),
        row.get_field_test_display(), row.lab_number, row.lab_result_on, ", ".join(map(str, row.substances.all())),
        told.badge(row, row.by),
    )  # fmt: skip


def exhibit(row, told):
    return (
        row.label, row.get_kind_display(), told(row.description), told(row.file_name), row.size_bytes or "",
        row.sha256, localtime(row.at), row.by.badge,
    )  # fmt: skip


def custody(row, told):
    for event in row.custody.all():
        yield (
            row.label, localtime(event.happened_at), told(event.given_by), told(event.given_to), told(event.place),
            told(event.why), localtime(event.at), event.by.badge,
        )  # fmt: skip


def acts(dealer, officer, told):
    """Who entered and changed the record, the first act first; who only looked is no part of it."""
    lines = access.lines_about(dealer, officer).filter(outcome=Outcome.DONE).order_by("at", "id")
    for line in lines.iterator(chunk_size=500):
        yield localtime(line.at), told.of_line(line), access.words_of(line.verb)
