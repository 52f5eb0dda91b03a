"""How the court does, by admission cohort."""

from django.http import StreamingHttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from callins.dtc import stays
from callins.dtc.doors import walled
from callins.dtc.models import Enrolment
from dmi import tables
from dmi.audit import trail


@walled("dtc.view_measures")
@require_GET
def view_measures(request):
    """Everything, for the team: what would not leave the task force is marked. The curve of all, or of one quarter."""
    trail.enter(request.user, "dtc.view_measures", trail.Outcome.READ)
    told = stays.measures_on(localdate(), Enrolment.objects.visible_to(request.user), request.GET.get("cohort", ""))
    return render(request, "dtc/view_measures.html", {"told": told})


@walled("dtc.export_measures")
@require_GET
def export_measures(request):
    """As CSV, without what tells of fewer than five people."""
    trail.enter(request.user, "dtc.export_measures", trail.Outcome.READ)
    today = localdate()
    header, rows = stays.table_on(today, Enrolment.objects.visible_to(request.user))
    answer = StreamingHttpResponse(tables.write_csv(header, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="treatment-court-measures-{today:%Y-%m-%d}.csv"'
    return answer
