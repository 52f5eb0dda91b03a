"""A participant's History and Access: who changed what, and who looked."""

from django.views.decorators.http import require_GET

from callins.dtc import access, history
from callins.dtc.doors import walled
from callins.dtc.forms import records as forms
from callins.dtc.models import Participant
from callins.dtc.views.base import page
from dmi.audit import trail


@walled("dtc.view_history")
@require_GET
def view_history(request, participant_id):
    """Who changed which field, from what to what."""
    participant = trail.read(Participant.objects.all(), by=request.user, verb="dtc.view_history", pk=participant_id)
    form = forms.HistoryForm(request.GET)
    told = history.page_of(participant, request.user, kind=form.asked(), before=request.GET.get("before", ""))
    acts = [(act, access.words_of_verb(act.verb)) for act in told.acts]
    return page(request, participant, "dtc/view_history.html", form=form, acts=acts, before=told.before)


@walled("dtc.view_access")
@require_GET
def view_access(request, participant_id):
    """Who looked and acted. That one looks here is a line too, and stands on top."""
    participant = trail.read(Participant.objects.all(), by=request.user, verb="dtc.view_access", pk=participant_id)
    filtered = forms.AccessFilter(request.GET, access.lines_about(participant), request=request)
    looks, before = access.page_of(filtered.qs, request.user, request.GET.get("before", ""))
    is_narrowed = any(filtered.form[name].value() for name in filtered.form.fields)
    shown = {"form": filtered.form, "looks": looks, "before": before, "is_narrowed": is_narrowed}
    return page(request, participant, "dtc/view_access.html", **shown)
