"""What is told, and the pages of those who are told it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from callins.dtc import services
from callins.dtc.doors import walled
from callins.dtc.forms import reports as forms
from callins.dtc.models import Consent, Disclosure, Enrolment, Participant, StatusReport
from callins.dtc.paper import report as paper
from callins.dtc.views.base import act, page
from callins.paper import attached
from dmi.audit import trail
from dmi.forms import ActionForm

ON_A_PAGE = 50


@walled("dtc.report_status")
def report_status(request, consent_id):
    """By the consent under which it is told: what its course carries is offered."""
    consent = trail.find(Consent.objects.with_people(), by=request.user, pk=consent_id)
    form = forms.ReportStatusForm(request.POST or None, officer=request.user)
    form.choose_from(Enrolment.objects.visible_to(request.user).of(consent.participant).first())
    done = "Told, with the notice; the account is kept."
    about = {"back": consent.participant, "tab": "view_consents", "consent": consent}
    return act(request, form, services.report_status, done=done, **about)


@walled("dtc.view_disclosures")
@require_GET
def view_disclosures(request, participant_id):
    """The whole account on one page, for who asks for it is to be given all of it."""
    verb = "dtc.view_disclosures"
    participant = trail.read(Participant.objects.all(), by=request.user, verb=verb, pk=participant_id)
    disclosures = Disclosure.objects.visible_to(request.user).of(participant).with_facts()
    narrowed = forms.DisclosureFilter(request.GET, disclosures, request=request)
    shown = {"disclosures": narrowed.qs, "form": narrowed.form, "is_narrowed": any(request.GET.values())}
    return page(request, participant, "dtc/view_disclosures.html", today=timezone.localdate(), **shown)


@walled("dtc.view_status_reports")
@require_GET
def view_status_reports(request):
    """To whom a consent names: the last word of each person."""
    trail.enter(request.user, "dtc.view_status_reports", trail.Outcome.READ)
    reports = StatusReport.objects.visible_to(request.user).latest().with_people()
    narrowed = forms.StatusReportFilter(request.GET, reports, request=request)
    shown = {
        "page": Paginator(narrowed.qs, ON_A_PAGE).get_page(request.GET.get("page")),
        "form": narrowed.form,
        "is_narrowed": any(said for name, said in request.GET.items() if name != "page"),
    }
    return render(request, "dtc/view_status_reports.html", shown)


@walled("dtc.view_status_report")
@require_GET
def view_status_report(request, status_report_id):
    verb = "dtc.view_status_report"
    report = trail.read(StatusReport.objects.with_people(), by=request.user, verb=verb, pk=status_report_id)
    earlier = StatusReport.objects.visible_to(request.user).before(report)
    return render(request, "dtc/view_status_report.html", {"report": report, "earlier": earlier})


@walled("dtc.download_status_report")
@never_cache
@require_POST
def download_status_report(request, status_report_id):
    """The line is committed by the service; only then do bytes leave."""
    report = trail.find(StatusReport.objects.with_people(), by=request.user, pk=status_report_id)
    form, at = ActionForm(request.POST), timezone.now()
    if not form.submit(services.download_status_report, by=request.user, report=report, at=at):
        messages.error(request, form.non_field_errors()[0])
        return redirect(report.consent)
    return attached(paper.letter(report).pdf, paper.file_name(report))


@walled("dtc.view_courses")
@never_cache
@require_GET
def view_courses(request):
    """To a liaison: to open the page is to be told, and accounted for."""
    courses = services.view_courses(by=request.user, at=timezone.now())
    return render(request, "dtc/view_courses.html", {"courses": courses})
