"""The monthly page without names: made by analyst or commander, read by chief and mayor."""

from datetime import date

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dmi.audit import trail
from dmi.audit.doors import permitted
from maintenance import services
from maintenance.forms.monthly_pages import MONTHS_BACK, MakeMonthlyPageForm
from maintenance.models import MonthlyPage
from maintenance.monthly import MonthContents, contents_of
from maintenance.monthly.paper import file_name, printed

PAGE = 24


@require_GET
@permitted("maintenance.view_monthly_pages")
def view_monthly_pages(request):
    rows = MonthlyPage.objects.visible_to(request.user).with_maker()
    missing = MonthlyPage.objects.visible_to(request.user).missing(timezone.localdate(), 1)
    shown = {"page": Paginator(rows, PAGE).get_page(request.GET.get("page")), "missing": missing}
    return render(request, "maintenance/view_monthly_pages.html", shown)


@permitted("maintenance.make_monthly_page")
def make_monthly_page(request):
    """With what the page would say of the month chosen, so that nothing is frozen unread."""
    missing = MonthlyPage.objects.visible_to(request.user).missing(timezone.localdate(), MONTHS_BACK)
    month = chosen(request.GET.get("month"), missing)
    form = MakeMonthlyPageForm(request.POST or None, officer=request.user, initial={"month": month})
    if request.method == "POST" and form.submit(services.make_monthly_page, by=request.user, at=timezone.now()):
        messages.success(request, "The page is made. What it says stays as it stands.")
        return redirect(form.record)
    shown = {"form": form, "month": month, "missing": missing}
    if month:
        shown["contents"] = contents_of(month, words="", on=timezone.localdate())
    return render(request, "maintenance/make_monthly_page.html", shown)


def chosen(said: str | None, missing: list[date]) -> date | None:
    """The month asked for, where its page can be made; else the latest."""
    return next((month for month in missing if month.isoformat() == said), missing[0] if missing else None)


@require_GET
@permitted("maintenance.view_monthly_page")
def view_monthly_page(request, page_id):
    page = trail.read(
        MonthlyPage.objects.with_whole(), by=request.user, verb="maintenance.view_monthly_page", pk=page_id
    )
    shown = {"page": page, "contents": MonthContents.from_json(page.contents)}
    return render(request, "maintenance/view_monthly_page.html", shown)


@require_GET
@permitted("maintenance.download_monthly_page")
def download_monthly_page(request, page_id):
    """The line is written; only then is it printed from what was frozen."""
    page = trail.read(
        MonthlyPage.objects.with_whole(), by=request.user, verb="maintenance.download_monthly_page", pk=page_id
    )
    answer = HttpResponse(printed(page), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{file_name(page)}"'
    return answer
