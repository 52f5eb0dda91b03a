"""The minutes on paper. The line that they left is on the trail before they do."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.errors import RuleBroken
from maintenance import minutes, services
from maintenance.models import Meeting


@never_cache
@permitted("maintenance.download_minutes")
@require_POST
def download_minutes(request, meeting_id):
    meeting = trail.find(Meeting.objects.with_people().with_attendances(), by=request.user, pk=meeting_id)
    try:
        services.download_minutes(by=request.user, meeting=meeting)
        content = minutes.as_pdf(meeting, request.user, timezone.now())
    except RuleBroken as refusal:
        messages.error(request, str(refusal))
        return redirect(meeting)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{minutes.file_name(meeting)}"'
    return response
