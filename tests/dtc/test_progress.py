"""The participant's own sheet: one page, in plain words, in the language that he speaks."""

import io
from http import HTTPStatus

import pypdf
import pytest
from django.urls import reverse

from callins.dtc import plans, services
from callins.dtc.models import AuditEntry, Enrolment, Meeting
from callins.dtc.paper import progress
from callins.dtc.paper.languages import ENGLISH, SPANISH
from callins.dtc.program.configuration import PHASES
from callins.dtc.program.events import PauseKind
from dmi.accounts.compartment import treatment
from tests.accessible_pdf import findings
from tests.dtc.enrolled import attended, day, enrolled, given, noon, sanctioned

LONG = "Maximiliana-Guadalupe Fernández de Córdoba y Montemayor-Villaseñor"


def sheet(enrolment, number, speaks="en", meeting=None):
    """The words of each page, as it is printed on that day in that language."""
    enrolment.participant.speaks = speaks
    enrolment.participant.save()
    plan = plans.plan_of(Enrolment.objects.of(enrolment.participant), day(number))
    body = progress.printed(plan, meeting, noon(number))
    assert findings(body.pdf) == []
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(body.pdf)).pages]


def test_both_languages_have_all_of_the_words():
    assert set(SPANISH.tasks) == {task.words for phase in PHASES for task in phase.tasks}
    assert set(ENGLISH.places) == set(SPANISH.places) == set(PauseKind)
    for name in ("weeks", "meetings", "excused", "tests", "days"):
        assert all(one != other for one, other in zip(getattr(ENGLISH, name), getattr(SPANISH, name), strict=True))


@pytest.fixture
def restarted(tess, bexley):
    """A relapse on day 20, then a week in the hospital; day 40 of the calendar is day 13."""
    services.complete_task(by=tess, enrolment=bexley, task="orientation", done_on=day(2), at=noon(2))
    services.complete_task(by=tess, enrolment=bexley, task="safe_place", done_on=day(3), at=noon(3))
    attended(bexley, tess, 1, 8, 15, 22)
    attended(bexley, tess, 36, how="excused")
    given(bexley, tess, 20, ("confirmed", "heroin"))
    services.begin_pause(by=tess, enrolment=bexley, kind="hospital", began_on=day(25), at=noon(25))
    services.end_pause(by=tess, enrolment=bexley, ended_on=day(32), at=noon(32))
    sanctioned(bexley, tess, 36)
    services.refer_participant(
        by=tess, enrolment=bexley, provider="Otter Valley Clinic", service="counselling", referred_on=day(36),
        at=noon(36),
    )  # fmt: skip
    services.add_plan_step(
        by=tess, enrolment=bexley, words="Sign the lease.", sees_to_it="Shawna", due_on=day(50), at=noon(36)
    )
    return bexley


def test_where_somebody_stands_after_a_restart_and_a_pause_in_both_languages(restarted):
    meeting = Meeting(starts_at=noon(43), place="Grange Hall", led_by="Tess Lindqvist")
    [page] = sheet(restarted, 40, meeting=meeting)
    for words in (
        "My progress", "Shawna Bexley", "I am in phase 1 of 3. Today is day 13 of 180.", "Phase 1: 30 days",
        "I have been in the program for 5 weeks, since January 1, 2026.", "I was excused once.", "I kept 1 of 1 test.",
        "✓ Orientation", "My next meeting: Friday, February 13, 2026, 12:00 p.m., Grange Hall.", "Needs assessment",
        "Still to do: Needs assessment A safe place to sleep An essay Sign the lease (by February 20)",
        "The earliest day I can finish: Monday, July 27, 2026.", "Tess Lindqvist leads my weekly meeting.",
        "On January 21, 2026 I started again at day 0. The days before it (20) do not count toward the 180.",
        "From January 26, 2026 I was in the hospital for 7 days.", "Otter Valley Clinic: counselling",
        "42 CFR part 2 prohibits unauthorized use or disclosure of these records.",
    ):  # fmt: skip
        assert words in page, words
    [page] = sheet(restarted, 40, "es", meeting)
    for words in (
        "Mi progreso", "Estoy en la fase 1 de 3. Hoy es el día 13 de 180.", "Cumplí con 1 de 1 prueba.",
        "Llevo 5 semanas en el programa, desde el 1 de enero de 2026.", "Falté una vez con permiso.",
        "Mi próxima reunión: viernes, 13 de febrero de 2026, 12:00 p. m., Grange Hall.",
        "Me falta: Evaluación de mis necesidades Un lugar seguro para dormir An essay",
        "El 21 de enero de 2026 empecé de nuevo en el día 0. Los días anteriores (20) no cuentan para los 180.",
        "Desde el 26 de enero de 2026 estuve en el hospital durante 7 días.", "Esta hoja es mía.",
        "La norma federal 42 CFR parte 2 prohíbe usar o divulgar estos registros sin autorización.",
    ):  # fmt: skip
        assert words in page, words
    for secret in ("heroin", "relapse", "recaída", "positiv"):
        assert secret not in page.casefold()


def test_one_page_with_long_names_and_while_the_clock_stands(tess, restarted):
    person = restarted.participant
    person.first_name, person.last_name = LONG, LONG
    person.save()
    for number in range(3):
        services.refer_participant(
            by=tess, enrolment=restarted, provider=LONG[:80], service=("For the whole family, " * 9)[:80],
            referred_on=day(37 + number), at=noon(40),
        )  # fmt: skip
        services.add_plan_step(
            by=tess,
            enrolment=restarted,
            words="Words without an end " * 9,
            sees_to_it=LONG,
            due_on=day(60),
            at=noon(40),
        )
    services.begin_pause(by=tess, enrolment=restarted, kind="custody", began_on=day(39), at=noon(40))
    meeting = Meeting(starts_at=noon(43), place=("Grange Hall, second entrance " * 5)[:120], led_by=LONG)
    for speaks, words in (
        ("en", "Since February 9, 2026 I am in custody: 2 days so far."),
        ("es", "bajo custodia: 2 días"),
    ):
        [page] = sheet(restarted, 40, speaks, meeting)
        assert words in page
        assert page.count(LONG) >= 2


def test_who_has_left_is_told_so_and_nothing_comes_next(tess, bexley):
    services.withdraw_participant(by=tess, enrolment=bexley, decided_on=day(16), why="Moved away", at=noon(16))
    [page] = sheet(bexley, 20)
    assert "I left the program on January 17, 2026." in page
    assert "I was in the program for 2 weeks, from January 1, 2026 on." in page
    assert ENGLISH.next_title not in page


def test_it_opens_to_the_team_alone_and_each_look_is_on_the_record(client, tess, ray):
    with treatment():
        key = [enrolled(tess).participant_id]
    addresses = [reverse(f"{door}callins:dtc:download_progress", args=key) for door in ("", "api:")]
    client.force_login(ray)
    assert {client.get(address).status_code for address in addresses} == {HTTPStatus.NOT_FOUND}
    client.force_login(tess)
    for address in addresses:
        answer = client.get(address)
        assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
        assert "exley" not in answer["Content-Disposition"]
    with treatment():
        lines = AuditEntry.objects.filter(verb="dtc.download_progress").values_list("outcome", flat=True)
        assert sorted(lines) == ["forbidden", "forbidden", "read", "read"]
