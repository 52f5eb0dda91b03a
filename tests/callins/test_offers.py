"""callins.make_offer, answer_offer, sign_agreement, download_agreement, and the sheet to sign on paper."""

import hashlib
import io
from datetime import date, timedelta

import pgtrigger
import pikepdf
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from callins import services
from callins.models import Agreement, CallIn, Invitation, Offer
from dealers.cases.models import Case
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.api.conftest import with_token
from tests.callins.made import IN_A_WEEK
from tests.callins.offered import LATE, PLEA, drawn, offered, on_a_plea, scanned, signed
from tests.cases.made import built
from tests.conftest import NOON, TODAY

REASON = "Wants to see the children."


def answered(by, offer, answer="accepted", why="", at=LATE):
    """The evening has begun, as whoever leads it has entered."""
    CallIn.objects.filter(state="planned").update(state="held", held_at=IN_A_WEEK)
    return services.answer_offer(by=by, offer=Offer.objects.with_terms().get(), answer=answer, why=why, at=at)


def address(verb, record):
    return reverse(f"callins:{verb}", args=[record.pk])


def lines(verb):
    return AuditEntry.objects.filter(verb=f"callins.{verb}", outcome="done")


@pytest.fixture
def pleading(invitation):
    return on_a_plea(invitation)


def test_a_plea_has_its_conditions_one_per_row(cora, pleading):
    offered(cora, pleading, **PLEA)
    offer = offered(cora, pleading, **PLEA | {"testing": ["Twice a week.", "By the clinic."]})  # anew: nobody signed
    rows = [(row.number, row.kind, row.text) for row in offer.conditions.all()]
    assert rows[1:] == [
        (2, "testing", "Twice a week."), (3, "testing", "By the clinic."),
        (4, "inspection", "Bedroom and kitchen, 8:00 to 20:00."),
    ]  # fmt: skip
    assert Offer.objects.get().reduced_from == "18 months to serve"
    assert lines("make_offer").count() == 2


def test_a_plea_goes_to_counsel_or_a_waiver_is_on_file(cora, invitation):
    pleading = on_a_plea(invitation, counsel_name="", counsel_noticed_on=None, counsel_answer="not_asked")
    with pytest.raises(RuleBroken, match="The offer goes to counsel: record counsel and the notice, or the waiver"):
        offered(cora, pleading, **PLEA)
    pleading = on_a_plea(pleading, counsel_answer="objects")
    with pytest.raises(RuleBroken, match="Marsh objects"):
        offered(cora, pleading, **PLEA)
    offered(cora, on_a_plea(pleading, counsel_name="", counsel_noticed_on=None, counsel_answer="waived"), **PLEA)


@pytest.mark.parametrize(
    ("said", "field", "why"),
    [
        ({"sentence": ""}, "sentence", "A plea needs it"),
        ({"treatment_court": [], "testing": [], "inspection": []}, "treatment_court", "at least one condition"),
        ({"plea_entered_on": date(2026, 3, 9)}, "plea_entered_on", "still to come"),
    ],
)
def test_half_a_plea_is_refused(cora, pleading, said, field, why):
    with pytest.raises(ValidationError, match=why) as refused:
        offered(cora, pleading, **PLEA | said)
    assert list(refused.value.message_dict) == [field]


def test_on_banked_cases_there_is_help_and_no_plea(cora, invitation):
    with pytest.raises(ValidationError, match="there is no plea"):
        offered(cora, invitation, **PLEA)
    with pytest.raises(ValidationError, match="Say which help is offered"):
        offered(cora, invitation, services=[])
    assert offered(cora, invitation).services == ["treatment"]


def test_an_agreement_without_signature_is_refused(cora, pleading):
    offer = offered(cora, pleading, **PLEA)
    with pytest.raises(RuleBroken, match="an agreement without signature"):
        answered(cora, offer)
    for page, why in ((drawn(strokes=0), "Nothing is drawn yet"), (scanned(), "draw it again")):
        with pytest.raises(RuleBroken, match=why):
            signed(cora, offer, page=page)
    assert not Agreement.objects.exists()
    signed(cora, offer)
    kept = Agreement.objects.get()
    assert kept.sha256 == hashlib.sha256(kept.content).hexdigest()
    assert len(pikepdf.open(io.BytesIO(kept.content)).pages) == 1
    assert answered(cora, offer, why=REASON).state == "accepted"
    assert Offer.objects.get().answered_at == LATE
    assert [lines(verb).count() for verb in ("sign_agreement", "answer_offer")] == [1, 1]


def test_what_is_signed_or_answered_is_not_changed(cora, pleading):
    offer = offered(cora, pleading, **PLEA)
    signed(cora, offer)
    for act in (lambda: offered(cora, pleading, **PLEA), lambda: signed(cora, Offer.objects.get())):
        with pytest.raises(RuleBroken, match="signed"):
            act()
    answered(cora, offer)
    with pytest.raises(RuleBroken, match="was accepted on 10 March 2026; it is answered once"):
        answered(cora, offer, "declined")
    with pytest.raises(RuleBroken, match="its terms stand"):
        offered(cora, pleading, **PLEA)


def test_declined_the_charges_go_on_in_state_court(cora, ray, west_end, farrow, pleading):
    Invitation.objects.update(case=built(farrow, ray, west_end))
    offer = offered(cora, pleading, **PLEA)
    answered(cora, offer, "declined")
    case = Case.objects.get()
    assert case.next_step == "Offer declined on 10 Mar 2026: to state court"
    assert case.next_step_on == TODAY + timedelta(days=7)


def test_nothing_is_answered_and_no_case_tells_before_it_is_held(cora, ray, west_end, farrow, pleading):
    """Everybody who sees the case would read there who is invited."""
    case = built(farrow, ray, west_end)
    Invitation.objects.update(case=case)
    offer = offered(cora, pleading, **PLEA)
    signed(cora, offer)
    with pytest.raises(RuleBroken, match="has not been held"):
        services.answer_offer(by=cora, offer=offer, answer="accepted", at=LATE)
    assert Case.objects.get().next_step == case.next_step


def test_new_terms_wait_for_who_signs_or_answers_at_this_moment(cora, pleading):
    offered(cora, pleading, **PLEA)
    with CaptureQueriesContext(connection) as asked:
        offered(cora, pleading, **PLEA)
    held = [query["sql"] for query in asked if query["sql"].endswith("FOR UPDATE")]
    assert any('FROM "callins_offer"' in sql for sql in held)


def test_a_banked_case_waits_whatever_is_said_to_the_help(cora, ray, west_end, farrow, invitation):
    case = built(farrow, ray, west_end)
    before = case.next_step
    Invitation.objects.update(case=case, outcome="attended", arrived_at=IN_A_WEEK)
    answered(cora, offered(cora, invitation), "declined")
    assert Case.objects.get().next_step == before


def test_nobody_answers_before_the_evening_or_unseen(cora, pleading):
    offer = offered(cora, pleading, **PLEA)
    for act in (answered, signed):
        with pytest.raises(RuleBroken, match="This call-in is on 10 March 2026; the offer is made there"):
            act(cora, offer, at=NOON)
    Invitation.objects.update(outcome="pending", arrived_at=None)
    with pytest.raises(RuleBroken, match="record the arrival first"):
        answered(cora, offer, "declined")
    CallIn.objects.update(state="called_off")
    with pytest.raises(RuleBroken, match="called off"):
        offered(cora, Invitation.objects.get(), **PLEA)


def acting_pdf():
    """One page that opens a program, as a scanner never writes it."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        filed = pikepdf.Dictionary(F="x.exe", EF=pikepdf.Dictionary(F=pdf.make_stream(b"MZ a program")))
        pdf.pages[0].obj.AF, pdf.pages[0].obj.PieceInfo = pikepdf.Array([filed]), pikepdf.Dictionary(X="x")
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        output = io.BytesIO()
        pdf.save(output)
    return SimpleUploadedFile("page.pdf", output.getvalue())


@pytest.mark.parametrize(
    ("page", "media_type"),
    [(scanned, "image/jpeg"), (lambda: scanned("page.png", "PNG"), "image/jpeg"), (acting_pdf, "application/pdf")],
    ids=["jpeg", "png", "pdf"],
)
def test_a_scanned_page_is_kept_without_what_acts(cora, pleading, page, media_type):
    signed(cora, offered(cora, pleading, **PLEA), "scanned", page())
    kept = Agreement.objects.get()
    assert (kept.how, kept.media_type) == ("scanned", media_type)
    assert not [word for word in (b"JavaScript", b"/AF", b"/PieceInfo") if word in bytes(kept.content)]


@pytest.mark.parametrize(
    ("content", "why"), [(b"%PDF-1.7 torn", "can not be read"), (b"MZ a program", "no page that can be read")]
)
def test_what_is_no_page_is_refused(cora, pleading, content, why):
    with pytest.raises(RuleBroken, match=why):
        signed(cora, offered(cora, pleading, **PLEA), "scanned", SimpleUploadedFile("page.pdf", content))


def test_what_was_signed_is_handed_out_as_it_was_and_a_changed_file_is_named(client, cora, pleading):
    offer = offered(cora, pleading, **PLEA)
    with pytest.raises(RuleBroken, match="Nothing is signed yet"):
        services.download_agreement(by=cora, offer=offer)
    signed(cora, offer)
    client.force_login(cora)
    answer = client.post(address("download_agreement", offer))
    assert answer.content == bytes(Agreement.objects.get().content)
    assert (answer["X-Content-Type-Options"], "attachment" in answer["Content-Disposition"]) == ("nosniff", True)
    assert "Farrow" not in answer["Content-Disposition"]
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        Agreement.objects.update(content=b"another")
    with pgtrigger.ignore("callins.Agreement:agreement_stays_as_signed"):  # as the tables' owner could
        Agreement.objects.update(content=b"another")
    answer = client.post(address("download_agreement", offer), follow=True)
    assert "This file is not what was signed" in answer.content.decode()
    assert lines("download_agreement").count() == 1


def test_only_who_is_on_it_and_may_makes_and_signs(cora, pru, ray, otis, pleading):
    offer = offered(cora, pleading, **PLEA)
    for by in (pru, otis):
        with pytest.raises((Http404, PermissionDenied)):
            services.download_agreement(by=by, offer=offer)
    CallIn.objects.update(held_at=IN_A_WEEK, state="held")
    with pytest.raises(PermissionDenied):
        signed(ray, offer)
    with pytest.raises(PermissionDenied):
        offered(ray, pleading, **PLEA)
    with pytest.raises(Http404):
        services.download_agreement(by=otis, offer=offer)
    assert offered(pru, pleading, **PLEA).by == pru
    assert answered(pru, offer, "declined").state == "declined"


def test_the_pages_lead_from_offer_to_answer(client, monkeypatch, cora, pleading):
    monkeypatch.setattr(timezone, "now", lambda: LATE)
    client.force_login(cora)
    said = PLEA | {kind: "\r\n".join(PLEA[kind]) for kind in ("treatment_court", "testing", "inspection")}
    assert client.post(address("make_offer", pleading), said | {"services": ["housing"]}).status_code == 302
    offer = Offer.objects.get()
    assert offer.conditions.count() == 3
    assert "Twice a week, at random." in client.get(address("make_offer", pleading)).content.decode()
    sheet = client.get(address("download_agreement_sheet", offer))
    assert sheet["Content-Type"] == "application/pdf"
    assert "Nothing is signed yet" in client.get(address("answer_offer", offer)).content.decode()
    signing = {"how": "drawn", "page": drawn(), "witness": "Cora Whitfield"}
    assert client.post(address("sign_agreement", offer), signing).status_code == 302
    CallIn.objects.update(state="held", held_at=IN_A_WEEK)
    assert client.post(address("answer_offer", offer), {"answer": "accepted"}).status_code == 302
    page = client.get(address("view_invitation", pleading)).content.decode()
    assert "Accepted" in page


def test_the_api_takes_conditions_as_lists(monkeypatch, cora, pleading):
    monkeypatch.setattr(timezone, "now", lambda: LATE)
    client = with_token(cora)
    made = client.post(f"/api{address('make_offer', pleading)}", PLEA | {"services": ["housing"]})
    assert made.status_code == 201
    assert [row["kind"] for row in made.json()["conditions"]] == ["treatment_court", "testing", "inspection"]
    wrong = client.post(f"/api{address('make_offer', pleading)}", PLEA | {"testing": "Twice a week"})
    assert wrong.json()["errors"]["testing"] == ["Send a list of texts or ids."]
    offer = Offer.objects.get()
    path = f"/api{address('sign_agreement', offer)}"
    body = {"how": "scanned", "page": scanned(), "witness": "Cora Whitfield"}
    answer = client.post(path, body, format="multipart")
    assert answer.json()["signed"]["sha256"] == Agreement.objects.get().sha256
    CallIn.objects.update(state="held", held_at=IN_A_WEEK)
    accepted = client.post(f"/api{address('answer_offer', offer)}", {"answer": "accepted"})
    assert accepted.json()["state"] == "accepted"
