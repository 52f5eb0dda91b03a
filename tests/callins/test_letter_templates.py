"""callins.write_letter_template, view_letter_templates, view_letter_template: every version of the words is kept."""

import pytest
from django.core.exceptions import PermissionDenied

from callins import services
from callins.models import LetterTemplate
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.callins.lettered import words_of
from tests.conftest import NOON


@pytest.fixture
def first(db):
    return words_of()


def write(by, template, body):
    return services.write_letter_template(by=by, template=template, body=body, at=NOON)


def test_new_words_are_a_new_version_and_the_old_stay_readable(cora, first, client):
    new = write(cora, first, f"{first.body}\r\n\r\nCome early.  ")
    assert (new.version, new.body.splitlines()[-1], new.by) == (2, "Come early.", cora)
    assert list(LetterTemplate.objects.current().of_kind("banked", "en")) == [new]
    client.force_login(cora)
    old = client.get(first.get_absolute_url()).content.decode()
    assert "Replaced" in old
    assert "Dear Alex Sample," in old
    assert "Come early." not in old
    [line] = AuditEntry.objects.filter(verb="callins.write_letter_template")
    assert line.record == f"callins.lettertemplate:{new.pk}"


def test_words_that_could_not_be_printed_the_same_words_and_an_old_version_are_refused(cora, sal, first):
    for body, refusal in (
        (f"{first.body} {{colour}}", r"There is no field \{colour\} in this letter. There are: \{name\}"),
        (f"{first.body} {{", "A brace stands alone"),
        ("Come.", r"does not go out without: \{name\}"),
        (first.body, "the words that stand already"),
    ):
        with pytest.raises(RuleBroken, match=refusal):
            write(cora, first, body)
    write(sal, first, f"{first.body}\nYours")
    with pytest.raises(RuleBroken, match="newer version meanwhile"):
        write(cora, first, f"{first.body}\nTruly")


def test_looking_at_new_words_saves_nothing_and_shows_them_as_text(cora, first, client):
    client.force_login(cora)
    address = f"{first.get_absolute_url()}write/"
    page = client.post(address, {"body": f"{first.body}\n\n<b>{{name}}</b>", "look": "1"}).content.decode()
    assert "&lt;b&gt;Alex Sample&lt;/b&gt;" in page
    assert "not saved yet" in page
    refused = client.post(address, {"body": "Dear {nobody}", "look": "1"}).content.decode()
    assert "There is no field {nobody}" in refused
    assert LetterTemplate.objects.of_kind("banked", "en").count() == 1
    client.post(address, {"body": f"{first.body}\nYours"})
    assert LetterTemplate.objects.of_kind("banked", "en").count() == 2


def test_who_plans_no_call_ins_neither_reads_nor_writes_them(otis, first, client):
    with pytest.raises(PermissionDenied):
        write(otis, first, "x")
    client.force_login(otis)
    for address in ("/call-ins/letter-templates/", first.get_absolute_url()):
        assert client.get(address).status_code == 403


def test_every_kind_has_its_words_after_migrate(cora, first, client):
    client.force_login(cora)
    page = client.get("/call-ins/letter-templates/").content.decode()
    for kind in LetterTemplate.Kind:
        assert page.count(kind.label) == 2, kind
