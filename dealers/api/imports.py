"""Lists of names from elsewhere, by JSON."""

from django.urls import path
from django.utils import timezone
from rest_framework import exceptions

from dealers import imports, services
from dealers.api.base import Log
from dealers.forms import imports as forms
from dealers.serializers import dossier as serializers


class ImportDealers(Log):
    """Drafts from a list in CSV, all or none: with a row that has errors nothing is logged, and every error is told.

    Each draft goes to a supervisor like any other. The columns are those of the page.
    """

    form, service, answer = forms.ImportDealersForm, services.import_dealers, serializers.Imported

    def facts(self, form):
        rows = imports.rows_in(form.text_given(), timezone.localdate())
        if wrong := [f"Line {row.line}: {error}" for row in rows for error in row.errors]:
            raise exceptions.ValidationError({"file" if form.cleaned_data["file"] else "text": wrong})
        return {"market": form.cleaned_data["market"], "rows": rows}

    def reply(self, record, **given):
        return super().reply({"dealers": record}, **given)


urlpatterns = [path("import/", ImportDealers.as_view(), name="import_dealers")]
