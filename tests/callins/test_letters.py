"""callins.ask_for_letters, finish_letter, give_up_letter, retry_letter, download_letter, download_letters."""

import io
from datetime import timedelta

import pypdf
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from callins import services, tasks
from callins.letters import board
from callins.letters.doors import deliveries
from callins.letters.press import printed
from callins.models import InfluentialContact, Letter
from dealers import services as dealing
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.accessible_pdf import findings
from tests.callins.lettered import SIGNED, first_letters, letter_for, words_of
from tests.callins.made import held, invited, planned
from tests.callins.qualified import charged, qualified, sent_to_call_in
from tests.cases.court import logged_warrant
from tests.conftest import NOON, TODAY

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture(autouse=True)
def words(db):
    first_letters()


@pytest.fixture
def cody(call_in, farrow, ray, sal, pru, west_end):
    return invited(call_in, farrow, case=qualified(farrow, ray, sal, pru, west_end))


@pytest.fixture
def dana(call_in, whitlow, ray, sal, pru, west_end):
    return invited(call_in, whitlow, case=qualified(whitlow, ray, sal, pru, west_end))


@pytest.fixture
def charge(farrow, ray, sal, pru, cora, west_end):
    """Cody Farrow before the court, and called in on the plea form."""
    sent_to_call_in(farrow, ray, sal, pru)
    prosecution = charged(farrow, ray, court_name="Otter Criminal Division")
    prosecution.next_hearing_at = NOON + 16 * DAY
    prosecution.save()
    return invited(planned(cora, west_end, sal, form="plea"), farrow, prosecution=prosecution)


@pytest.fixture
def soon(call_in):
    """Pages ask the clock: for them the evening lies a week after today."""
    call_in.starts_at = timezone.now() + 7 * DAY
    call_in.ends_at = call_in.starts_at + HOUR
    call_in.save()


def ask(by, *invitations, spanish=(), large=(), at=NOON, **signed):
    return services.ask_for_letters(
        by=by, call_in=invitations[0].call_in, invitations=invitations, in_spanish=spanish, in_large_print=large,
        at=at, **{**SIGNED, **signed},
    )  # fmt: skip


def text_of(pdf):
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def made(letter):
    tasks.make_letter(letter=str(letter.pk))
    return Letter.objects.get(pk=letter.pk)


def test_a_letter_is_frozen_when_it_is_asked_for_and_printed_by_the_worker(cora, cody, clock):
    [letter] = ask(cora, cody)
    assert letter.text.startswith(
        "Dear Cody Farrow,\n\nYou are invited to a meeting on Tuesday, March 10, 2026, at 1:00 p.m."
    )
    assert "selling or dispensing heroin" in letter.text
    assert "Cora Whitfield, 802-555-0135" in letter.text
    cody.call_in.venue = "Elsewhere"
    cody.call_in.save()
    letter = made(letter)
    said = " ".join(text_of(letter.content))
    assert "Grange Hall" in said
    assert "Elsewhere" not in said
    assert "Chief Ida Marsh Chief of Police" in said
    assert "Rev. Tom Alder For the community" in said
    [line] = AuditEntry.objects.filter(verb="callins.ask_for_letters")
    assert (line.record, line.outcome) == (f"callins.callin:{cody.call_in_id}", "done")
    assert AuditEntry.objects.filter(verb="callins.finish_letter", outcome="done").count() == 1


def test_a_finished_letter_is_not_made_again(cora, cody, clock):
    letter = made(ask(cora, cody)[0])
    tasks.make_letter(letter=str(letter.pk))
    assert Letter.objects.get().attempts == 1
    with pytest.raises(RuleBroken, match="not waiting"):
        services.finish_letter(by=clock, letter=letter, pdf=b"", sha256="", at=NOON)


def test_language_and_large_print_are_each_persons_own(cora, cody, dana, clock):
    letters = ask(cora, cody, dana, spanish=[dana], large=[dana])
    cody_s, dana_s = (Letter.objects.get(invitation=each) for each in (cody, dana))
    assert (cody_s.template.language, cody_s.is_large) == ("en", False)
    assert "martes, 10 de marzo de 2026, a las 1:00 p. m." in dana_s.text
    assert "venta o entrega de heroína" in dana_s.text
    body = printed(Letter.objects.filter(pk__in=[each.pk for each in letters]).by_name())
    pages = text_of(body.pdf)
    assert "Dear Cody Farrow" in pages[0]
    assert any("Hola, Dana Whitlow" in page for page in pages[1:])
    assert len(pages) > 2  # large print takes more than one
    assert "No hemos contado" in pages[-1]  # nobody signs an empty page
    assert findings(body.pdf) == []
    assert printed([dana_s]).sha256 == printed([dana_s]).sha256


def test_what_somebody_is_called_is_no_markup(cora, cody, clock):
    cody.dealer.first_name = "<b>Cody</b> {chief}"
    cody.dealer.save()
    letter = made(ask(cora, cody)[0])
    assert "Dear <b>Cody</b> {chief} Farrow," in text_of(letter.content)[0]


def rewritten(by, more):
    template = words_of()
    return services.write_letter_template(by=by, template=template, body=f"{template.body}\n\n{more}", at=NOON)


def test_nothing_is_printed_where_something_is_missing_and_everybody_is_named(cora, cody, dana):
    rewritten(cora, "{influential} will be there. {transport}")
    with pytest.raises(ValidationError) as refusal:
        ask(cora, cody, dana)
    assert refusal.value.messages == [
        f"{name}: the letter lacks {{influential}}, somebody close who agreed to be named; {{transport}}, the ride that"
        " is arranged. Nothing was printed."
        for name in ("Cody Farrow", "Dana Whitlow")
    ]
    assert not Letter.objects.exists()


def test_somebody_close_is_named_only_with_the_persons_consent(cora, cody, ray):
    rewritten(cora, "{influential} will be there.")
    aunt = dealing.log_influential(
        by=ray, dealer=cody.dealer, name="Rose Farrow", relation="aunt", willing="yes", contact="", reliability="B",
        validity="2", source="Call", at=NOON,
    )  # fmt: skip
    cody.influential = aunt
    cody.save()
    for hours, consents in enumerate((False, True)):
        InfluentialContact.objects.create(
            invitation=cody, influential=aunt, how="By phone", consents=consents, by=cora, at=NOON + hours * HOUR
        )
        if not consents:
            with pytest.raises(ValidationError, match=r"lacks \{influential\}"):
                ask(cora, cody)
    assert "Rose Farrow will be there." in ask(cora, cody)[0].text


def test_a_warrant_without_a_promise_bars_the_letter(cora, sal, cody, ray):
    logged_warrant(cody.dealer, ray)
    with pytest.raises(ValidationError, match="Cody Farrow: An active warrant stands"):
        ask(cora, cody)
    services.keep_warrant_promise(
        by=sal, call_in=cody.call_in, dealer=cody.dealer, how="The court holds it until 11 Mar.", at=NOON
    )
    assert ask(cora, cody)


def test_on_the_plea_form_the_letter_goes_by_way_of_counsel_or_a_waiver_stands(cora, charge):
    with pytest.raises(ValidationError, match="counsel has no notice"):
        ask(cora, charge)
    charge.counsel_name, charge.counsel_noticed_on, charge.counsel_answer = "Ada Roe", TODAY, "objects"
    charge.save()
    with pytest.raises(ValidationError, match="Counsel objects"):
        ask(cora, charge)
    charge.counsel_answer = "agrees"
    charge.save()
    [letter] = ask(cora, charge)
    assert "charged before the Otter Criminal Division with: selling or dispensing heroin" in letter.text
    assert "your next day there is Thursday, March 19, 2026, at 1:00 p.m." in letter.text
    assert "Your lawyer: Ada Roe." in letter.text
    Letter.objects.all().delete()
    charge.counsel_name, charge.counsel_noticed_on, charge.counsel_answer = "", None, "waived"
    charge.save()
    assert "Your lawyer: none; you gave up that right in writing." in ask(cora, charge)[0].text


def test_a_letter_in_the_making_waits_a_new_one_voids_the_old(cora, cody, clock):
    first = ask(cora, cody)[0]
    with pytest.raises(IntegrityError, match="one_letter_in_the_making"), transaction.atomic():
        Letter.objects.create(invitation=cody, template=first.template, text="x", by=cora, at=NOON, **SIGNED)
    made(first)
    second = ask(cora, cody, at=NOON + HOUR)[0]
    assert list(Letter.objects.newest()) == [second]


def test_letters_go_out_before_the_evening(cora, cody):
    with pytest.raises(RuleBroken, match="not to come any more"):
        ask(cora, cody, at=cody.call_in.starts_at)
    held(cody.call_in)
    with pytest.raises(RuleBroken, match="not to come any more"):
        ask(cora, cody)


def test_somebody_withdrawn_meanwhile_stops_all(cora, cody, dana):
    services.withdraw_invitation(by=cora, invitation=dana, because="Moved away.", at=NOON)
    with pytest.raises(RuleBroken, match="not invited to this call-in any more"):
        ask(cora, cody, dana)


def test_what_can_not_be_printed_says_so_and_is_tried_again(cora, cody, clock, monkeypatch):
    [letter] = ask(cora, cody)

    def broken(letters):
        raise ValueError("Cody Farrow")

    monkeypatch.setattr(tasks, "printed", broken)
    for _ in range(4):
        tasks.make_letter(letter=str(letter.pk))
    letter.refresh_from_db()
    assert letter.failed_because == tasks.STOPPED
    with pytest.raises(RuleBroken, match="broken off three times"):
        services.download_letter(by=cora, letter=letter)
    monkeypatch.undo()
    services.retry_letter(by=cora, letter=letter)
    assert made(letter).made_at
    with pytest.raises(RuleBroken, match="has not failed"):
        services.retry_letter(by=cora, letter=letter)
    with pytest.raises(RuleBroken, match="not waiting"):
        services.give_up_letter(by=clock, letter=letter, because="x")


def test_a_letter_that_says_something_else_today_is_out_of_date(cora, cody, clock):
    made(ask(cora, cody)[0])
    [before] = board.of_call_in(cody.call_in, cora, NOON).addressees
    cody.call_in.starts_at += HOUR
    cody.call_in.save()
    [after] = board.of_call_in(cody.call_in, cora, NOON).addressees
    assert (before.is_outdated, after.is_outdated) == (False, True)


def test_who_is_not_on_it_neither_asks_nor_takes_a_letter(cora, ray, otis, pat, cody, clock, client):
    letter = made(ask(cora, cody)[0])
    for stranger in (ray, otis):
        with pytest.raises(Http404):
            services.download_letter(by=stranger, letter=letter)
        client.force_login(stranger)
        for address in (f"/call-ins/{cody.call_in_id}/letters/", f"/call-ins/letters/{letter.pk}/log-service-attempt/"):
            assert client.get(address).status_code == 404
    with pytest.raises(PermissionDenied):
        ask(pat, cody)
    with pytest.raises(PermissionDenied):
        services.retry_letter(by=otis, letter=letter)


def test_the_tab_and_its_progress_from_asking_to_the_file(soon, cora, cody, dana, clock, client):
    client.force_login(cora)
    tab = f"/call-ins/{cody.call_in_id}/letters/"
    asked = client.post(f"{tab}ask/", {"invitations": [cody.pk, dana.pk], "in_spanish": [dana.pk], **SIGNED})
    assert (asked.status_code, asked["Location"]) == (302, tab)
    assert "0 of 2 letters printed" in client.get(tab).content.decode()
    assert client.get(f"{tab}progress/?seen=0").status_code == 204
    assert client.post(f"{tab}download/")["Location"] == tab
    first, second = Letter.objects.order_by("pk")
    made(first)
    assert "1 of 2 letters printed" in client.get(f"{tab}progress/?seen=0").content.decode()
    made(second)
    assert client.get(f"{tab}progress/?seen=1")["HX-Refresh"] == "true"
    one = client.post(f"/call-ins/letters/{first.pk}/download/")
    assert (one["Content-Type"], one.content[:5]) == ("application/pdf", b"%PDF-")
    everything = client.post(f"{tab}download/")
    assert "Farrow" not in everything["Content-Disposition"]
    assert len(text_of(everything.content)) == 2
    lines = AuditEntry.objects.filter(outcome="done", verb__startswith="callins.download_letter")
    assert sorted(lines.values_list("verb", flat=True)) == ["callins.download_letter", "callins.download_letters"]


def test_the_page_keeps_what_was_ticked_when_it_is_refused(soon, cora, cody, dana, ray, client):
    logged_warrant(dana.dealer, ray)
    client.force_login(cora)
    page = client.post(f"/call-ins/{cody.call_in_id}/letters/ask/", {"invitations": [cody.pk, dana.pk], **SIGNED})
    said = page.content.decode()
    assert "Dana Whitlow: An active warrant stands" in said
    assert "Chief Ida Marsh" in said
    assert not Letter.objects.exists()


def test_by_the_api(soon, cora, cody, clock, client):
    client.force_login(cora)
    tab = f"/api/call-ins/{cody.call_in_id}/letters/"
    asked = client.post(f"{tab}ask/", {"invitations": [str(cody.pk)], **SIGNED}, content_type="application/json")
    assert asked.status_code == 201, asked.content
    letter = asked.json()["letters"][0]
    made(Letter.objects.get(pk=letter["id"]))
    [addressee] = client.get(tab).json()["addressees"]
    assert (addressee["dealer"]["known_as"], addressee["handed_over"]) == ("Cody Farrow", None)
    taken = client.post(f"/api/call-ins/letters/{letter['id']}/download/", {}, content_type="application/json")
    assert taken.content[:5] == b"%PDF-"


def test_old_letters_keep_their_words(cora, cody, clock):
    before = letter_for(cody)
    rewritten(cora, "A new last word.")
    before.refresh_from_db()
    assert before.template.version == 1
    assert ask(cora, cody, at=NOON + HOUR)[0].template.version == 2


def test_the_tab_asks_no_more_often_for_two_than_for_one(cora, cody, whitlow, ray, sal, pru, west_end, clock):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            board.of_call_in(cody.call_in, cora, NOON)
            deliveries(cora)
        return len(queries)

    made(ask(cora, cody)[0])
    asked()
    before = asked()
    made(ask(cora, invited(cody.call_in, whitlow, case=qualified(whitlow, ray, sal, pru, west_end)))[0])
    assert asked() == before
