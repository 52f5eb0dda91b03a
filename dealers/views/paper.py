"""The dossier on paper. The line that it left is on the trail before it does."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from dealers import paper, services
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.errors import RuleBroken


def found(request, dealer_id, at):
    return trail.find(paper.people(request.user, timezone.localdate(at)), by=request.user, pk=dealer_id)


@require_GET
@never_cache
@permitted("dealers.print_dossier")
def print_dossier(request, dealer_id):
    """A page without a menu, for the browser's own print dialog."""
    at = timezone.now()
    dealer = found(request, dealer_id, at)
    try:
        paper.refuse_draft(dealer)
    except RuleBroken as refusal:
        trail.enter(request.user, "dealers.print_dossier", trail.Outcome.REFUSED, dealer)
        messages.error(request, str(refusal))
        return redirect(dealer)
    trail.enter(request.user, "dealers.print_dossier", trail.Outcome.READ, dealer)
    return render(request, "dealers/print_dossier.html", paper.contents(dealer, request.user, at))


@never_cache
@permitted("dealers.download_dossier")
@require_POST
def download_dossier(request, dealer_id):
    """The line is committed by the service; only then are the bytes made and sent."""
    at = timezone.now()
    dealer = found(request, dealer_id, at)
    try:
        services.download_dossier(by=request.user, dealer=dealer)
        content = paper.as_pdf(dealer, request.user, at)
    except RuleBroken as refusal:
        messages.error(request, str(refusal))
        return redirect(dealer)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{paper.file_name(dealer, at)}"'
    return response
