"""Pages found in the street: traced to the copy they were, and logged."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from dmi.audit import trail
from dmi.audit.doors import permitted
from maintenance import services
from maintenance.filters import FoundPageFilter
from maintenance.forms import found as forms
from maintenance.hot_sheet.trace import read_mark
from maintenance.hot_sheet.traced import MOST, looked_up, traced
from maintenance.models import FoundPage

PAGE = 40


@require_GET
@permitted("maintenance.view_found_pages")
def view_found_pages(request):
    trail.enter(request.user, "maintenance.view_found_pages", trail.Outcome.READ)
    filtered = FoundPageFilter(request.GET, FoundPage.objects.visible_to(request.user).with_copy())
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    return render(request, "maintenance/view_found_pages.html", {"page": page, "filter": filtered})


@require_GET
@never_cache
@permitted("maintenance.trace_page")
def trace_page(request):
    """Whose copy a page was, when it left and how often. Each copy that is shown is a line on the trail."""
    form = forms.TracePageForm(request.GET or None)
    shown: dict[str, object] = {"form": form}
    if form.is_valid():
        found = read_mark(form.cleaned_data["mark"])
        copies = looked_up(found, request.user)
        shown |= {
            "found": found,
            "traced": traced(copies[:MOST], request.user),
            "has_more": len(copies) > MOST,
            "mark": form.cleaned_data["mark"],
        }
    return render(request, "maintenance/trace_page.html", shown)


@permitted("maintenance.log_found_page")
def log_found_page(request):
    initial = {"mark": request.GET.get("mark", "")[:60]}
    form = forms.LogFoundPageForm(request.POST or None, officer=request.user, initial=initial)
    if request.method == "POST" and form.submit(services.log_found_page, by=request.user, at=timezone.now()):
        messages.success(request, f"Logged under copy {form.record.copy.number} of {form.record.copy.sheet.edition}.")
        return redirect("maintenance:view_found_pages")
    return render(request, "maintenance/log_found_page.html", {"form": form})
