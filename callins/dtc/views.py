"""Pages behind the wall. Who has no right here gets 404, not 403: even that a page exists is nobody's business."""

from django.http import Http404
from django.shortcuts import render


def view_desk(request):
    if not request.user.has_perm("dtc.view_desk"):
        raise Http404
    return render(request, "dtc/view_desk.html")


view_desk.verb = "dtc.view_desk"  # type: ignore[attr-defined]
