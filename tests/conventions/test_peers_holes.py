"""How desks like this one were broken, each tried here. What stands elsewhere is not repeated: search and filters by id
in tests/dealers/test_search.py and test_lists.py, formulas in tests/dmi/test_tables.py, letters in tests/callins.
"""

import io

import pytest
from django import forms
from django.apps import apps
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.models.fields.files import FileField
from PIL import Image

from dmi.audit.models import AuditEntry
from dmi.forms import ActionForm
from tests.conventions.site import doors

SERVERS_OWN = {
    "id", "pk", "by", "at", "status", "verb", "known_as", "logged_by", "logged_at",
    "approved_at", "validated_on", "merged_into", "imported_in", "frozen_at", "contents_sha256", "locked_at",
    "password", "last_login", "outcome_by", "ended_by", "ended_at",
}  # fmt: skip
FOR_THE_OFFICER_TO_SAY = {
    "dealers.cases.forms.court.CloseWarrantForm.status",  # how it ended
    "markets.forms.places.ChangeHotPlaceForm.status",
    "dmi.accounts.forms.officers.AddOfficerForm.password",  # the first one
    "dmi.accounts.forms.officers.GivePasswordForm.password",  # in place of one that is forgotten
}
NAME = "<img src=x onerror=alert(1)>"
CODE = ("dmi", "markets", "dealers", "callins", "maintenance")


def forms_of(kind):
    for each in kind.__subclasses__():
        yield each
        yield from forms_of(each)


def test_no_form_takes_what_the_server_decides():
    """Mass assignment (IRIS CVE-2026-22783, CVE-2026-42540). An address or a row is chosen by its own name."""
    list(doors())  # imports every room
    taken = {
        f"{form.__module__}.{form.__name__}.{name}"
        for form in forms_of(ActionForm)
        for name in SERVERS_OWN & set(form.base_fields)
    }
    assert taken == FOR_THE_OFFICER_TO_SAY
    ours = [form for form in forms_of(forms.ModelForm) if form.__module__.partition(".")[0] in CODE]
    assert ours == []


def test_no_text_is_called_safe():
    """mark_safe on names in errors and file names (NetBox CVE-2025-69848)."""
    unsafe = ("mark_safe", "SafeString", "safestring", "@html_safe", "is_safe=True")
    found = [
        f"{path}: {word}"
        for room in CODE
        for path in (settings.BASE_DIR / room).rglob("*.py")
        for word in unsafe
        if word in path.read_text()
    ]
    assert found == []


def photo():
    kept = io.BytesIO()
    Image.new("RGB", (40, 50)).save(kept, "JPEG")
    return kept.getvalue()


@pytest.mark.parametrize("content", [photo(), b"GIF89a", b"<svg onload=alert(1)>"])
def test_the_name_of_a_file_stands_on_no_page(client, ray, farrow, content):
    client.force_login(ray)
    file = SimpleUploadedFile(f"{NAME}.jpg", content, content_type="image/jpeg")
    said = {"photo": file, "taken_on": "2026-03-03"}
    for address in (f"/dealers/{farrow.pk}/add-photo/", "/dealers/imports/upload/"):
        assert NAME.encode() not in client.post(address, said | {"file": file}, follow=True).content
    assert NAME.encode() not in client.get(farrow.get_absolute_url()).content


def test_no_file_lies_where_a_web_server_hands_it_out():
    """Media served without the parent's permission (NetBox #22399): there is no media folder, and no file field."""
    assert settings.MEDIA_URL in {"", "/"}
    fields = [field for model in apps.get_models() for field in model._meta.get_fields()]
    assert [field for field in fields if isinstance(field, FileField)] == []


def test_no_history_is_rewritten(db):
    """As the police side, which pages and tasks run as: neither the trail nor the history of a row."""
    with connection.cursor() as cursor:
        cursor.execute("""
            SELECT relname, right_to FROM pg_class, unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) AS right_to
            WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
              AND (relname LIKE 'audit_%' AND relname IN ('audit_auditentry', 'audit_seal') OR EXISTS (
                SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'pgh_id'))
              AND has_table_privilege('dmi_police', pg_class.oid, right_to)
        """)
        assert cursor.fetchall() == []


def test_every_look_is_entered_not_the_first_alone(client, ray, farrow):
    """Only the first view was logged (CRT)."""
    client.force_login(ray)
    for _ in range(3):
        client.get(farrow.get_absolute_url())
    assert AuditEntry.objects.filter(verb="dealers.view_dealer", outcome="read").count() == 3
