"""add_support_contact, end_support_contact, and who finds one."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.urls import reverse

from callins import services
from callins.models import SupportContact
from dealers.dossier import events_of, timeline_rows
from dmi.accounts.roles import Role
from dmi.audit.models import AuditEntry
from dmi.errors import RuleBroken
from tests.api.conftest import with_token
from tests.callins.visited import DAY, supported
from tests.conftest import NOON, TODAY, officer


@pytest.fixture
def liv(liv):
    liv.phone = "802-555-0132"
    liv.save()
    return liv


def ended(by, contact, on=TODAY, at=NOON):
    return services.end_support_contact(by=by, support_contact=contact, until_on=on, at=at)


def test_a_contact_begins_and_ends_without_a_reason(liv, farrow):
    contact = supported(liv, farrow, liv, asks_to_call=True)
    assert ended(liv, contact).until_on == TODAY
    with pytest.raises(RuleBroken, match="This ended on 3 March 2026"):
        ended(liv, contact, TODAY, NOON + DAY)
    for verb in ("add_support_contact", "end_support_contact"):
        [line] = AuditEntry.objects.filter(verb=f"callins.{verb}", outcome="done")
        assert "farrow" not in str(vars(line)).casefold()


def test_what_can_not_be_a_contact(liv, cora, tess, farrow, rook):
    supported(cora, farrow, liv, until_on=TODAY + DAY)
    with pytest.raises(RuleBroken, match="is a support contact in these days already"):
        supported(cora, farrow, liv, from_on=TODAY + DAY)
    assert supported(cora, farrow, liv, from_on=TODAY + 2 * DAY)
    with pytest.raises(RuleBroken, match="can not be a liaison"):
        supported(cora, farrow, tess, from_on=TODAY + 9 * DAY)
    with pytest.raises(ValidationError, match="comes after the first"):
        supported(cora, farrow, liv, until_on=TODAY - DAY)
    with pytest.raises(Http404):
        supported(cora, rook, liv)


def test_a_contact_ends_no_earlier_than_it_began_and_never_later_than_it_stands(liv, farrow):
    contact = supported(liv, farrow, liv, until_on=TODAY + DAY)
    for on, why in ((TODAY - DAY, "not before it"), (TODAY + 2 * DAY, "as it stands")):
        with pytest.raises(ValidationError, match=why):
            ended(liv, contact, on)


def test_who_has_nothing_to_do_with_support_finds_nothing(client, ray, otis, sal, liv, farrow):
    contact = supported(liv, farrow, liv)
    stranger = officer("s9", Role.SUPERVISOR)
    with pytest.raises(Http404):
        ended(stranger, contact)
    for investigator in (ray, otis):
        with pytest.raises(PermissionDenied):
            ended(investigator, contact)
        assert not SupportContact.objects.visible_to(investigator).exists()
    for reader in (ray, sal):
        assert all("support" not in event.template for event in events_of(timeline_rows(farrow, reader)))
    client.force_login(ray)
    for page in ("view_timeline", "view_history", "view_access", "view_dealer"):
        assert "upport contact" not in client.get(reverse(f"dealers:{page}", args=[farrow.pk])).text, page


def test_the_list_names_whom_to_call_and_never_why(client, cora, liv, farrow):
    contact = supported(cora, farrow, liv, asks_to_call=True)
    client.force_login(liv)
    page = client.get(reverse("callins:view_support_contacts")).text
    assert "Cody Farrow" in page
    assert "802-555-0132" in page
    assert "Asks to be called" in page
    told = with_token(liv).get("/api/support-contacts/").data["results"][0]
    assert set(told) == {"id", "dealer", "liaison", "from_on", "until_on", "asks_to_call"}
    address = reverse("callins:end_support_contact", args=[contact.pk])
    assert "Ended" in client.post(address, {"until_on": str(TODAY)}, follow=True).text
