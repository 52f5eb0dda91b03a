"""dealers.correct_dealer: names and description; and two people at it at once."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404

from dealers import services
from dealers.models import Dealer
from dealers.models.kinds import PERSON, version_of
from dmi.audit.models import AuditEntry
from dmi.errors import ChangedMeanwhile, RuleBroken
from tests.conftest import NOON


def correct(by, dealer, *, seen=None, source="26-0812", **changed):
    """With everything else as it stands, as the form sends it."""
    stands = {name: getattr(dealer, name) for name in PERSON}
    seen = seen or version_of(dealer)
    return services.correct_dealer(by=by, dealer=dealer, seen=seen, source=source, at=NOON, **{**stands, **changed})


def seen_by_another(dealer):
    return Dealer.objects.get(pk=dealer.pk)


def test_a_name_corrected_is_what_pages_call_somebody_and_the_old_one_stays_in_the_history(sal, farrow):
    correct(sal, farrow, last_name="Farrell", suffix="Jr.")
    farrow.refresh_from_db()
    assert str(farrow) == "Cody Farrell Jr."
    events = Dealer.pgh_event_model.objects.filter(pgh_obj=farrow).order_by("pgh_id")
    assert [event.last_name for event in events][-2:] == ["Farrow", "Farrell"]
    assert events.last().pgh_context == {"by": str(sal.pk), "verb": "dealers.correct_dealer", "source": "26-0812"}


def test_the_history_tab_tells_old_and_new_and_what_shows_it(client, ray, sal, farrow):
    correct(sal, farrow, last_name="Farrell")
    client.force_login(ray)
    page = client.get(f"/dealers/{farrow.pk}/history/").content.decode()
    assert all(said in page for said in ("Farrow", "Farrell", "What shows it", "26-0812"))


def test_whose_legal_name_was_wrong_is_called_by_the_street_name(ray, farrow):
    correct(ray, farrow, last_name="", first_name="")
    assert farrow.known_as == "“Scooter”"


def test_who_is_called_by_a_street_name_stays_so_when_something_else_is_corrected(ray, rook):
    services.log_alias(by=ray, dealer=rook, name="Crow", at=NOON)
    correct(ray, rook, marks="scar, left brow")
    assert rook.known_as == "“Rook”"


def test_no_name_left_is_refused(ray, farrow):
    services.withdraw_fact(by=ray, dealer=farrow, fact=farrow.aliases.get(), because="Another Scooter.", at=NOON)
    with pytest.raises(RuleBroken, match="No name would be left"):
        correct(ray, farrow, last_name="", first_name="")


@pytest.mark.parametrize(("born", "why"), [(date(2026, 3, 4), "still to come"), (date(1850, 6, 6), "before 1900")])
def test_a_birth_that_can_not_be_is_refused(ray, farrow, born, why):
    with pytest.raises(ValidationError, match=why):
        correct(ray, farrow, date_of_birth=born)


def test_the_second_of_two_is_shown_what_the_first_changed(ray, sal, farrow):
    rays = seen_by_another(farrow)
    correct(sal, farrow, last_name="Farrell", marks="swallow, left neck")
    with pytest.raises(ChangedMeanwhile, match="Sal Brandt changed this meanwhile") as told:
        correct(ray, rays, seen=version_of(rays), first_name="Codie", height_inches=69)
    changes = {change.name: (change.before, change.after, change.by) for change in told.value.changes}
    who = "Sgt. Sal Brandt"
    assert changes == {"last_name": ("Farrow", "Farrell", who), "marks": ("", "swallow, left neck", who)}
    assert AuditEntry.objects.filter(verb="dealers.correct_dealer", outcome="refused").count() == 1
    assert version_of(seen_by_another(farrow)) == told.value.version


def test_what_was_changed_and_changed_back_is_no_change(ray, sal, farrow):
    seen = version_of(farrow)
    correct(sal, farrow, last_name="Farrell")
    correct(sal, farrow, last_name="Farrow")
    assert correct(ray, seen_by_another(farrow), seen=seen, marks="scar").marks == "scar"


def test_an_approval_meanwhile_is_nobodys_correction(ray, sal, rook):
    seen = version_of(rook)
    services.approve_predicate(by=sal, dealer=rook, is_lawfully_acquired=True, at=NOON)
    assert correct(ray, seen_by_another(rook), seen=seen, marks="scar").is_on_file


def typed(dealer, **changed):
    """What the browser sends of a form that was filled from this dealer."""
    stands = {name: getattr(dealer, name) or "" for name in PERSON}
    return {**stands, "seen": version_of(dealer), "source": "26-0812", **changed}


def test_on_the_page_nothing_typed_is_lost_and_saving_again_goes_through(client, ray, sal, farrow):
    rays = typed(farrow, first_name="Codie", last_name="Farrel")
    correct(sal, farrow, last_name="Farrell", marks="swallow, left neck")
    client.force_login(ray)
    address = f"/dealers/{farrow.pk}/correct/"
    page = client.post(address, rays)
    form, told = page.context["form"], page.content.decode()
    assert "What changed meanwhile" in told
    assert "Farrow</del>" in told
    assert "Below stands what you typed" in told  # the last name: both touched it
    assert "Taken over below" in told  # the marks: only sal did
    again = {field.name: field.value() or "" for field in form}
    assert (again["first_name"], again["last_name"], again["marks"]) == ("Codie", "Farrel", "swallow, left neck")
    assert client.post(address, again).status_code == 302
    farrow.refresh_from_db()
    assert (str(farrow), farrow.marks) == ("Codie Farrel", "swallow, left neck")


def test_otis_corrects_nobody_and_tess_nobody_at_all(otis, tess, farrow):
    with pytest.raises(Http404):
        correct(otis, farrow, last_name="Farrell")
    with pytest.raises(PermissionDenied):
        correct(tess, farrow, last_name="Farrell")


def test_the_trail_has_one_line_without_a_word_of_it(ray, farrow):
    correct(ray, farrow, last_name="Farrell", date_of_birth=date(1994, 6, 6))
    [line] = AuditEntry.objects.filter(verb="dealers.correct_dealer")
    assert (line.outcome, line.record) == ("done", f"dealers.dealer:{farrow.pk}")
    assert "Farrell" not in str(line.others)
    assert "1994" not in str(line.others)
