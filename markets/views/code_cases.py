"""Code enforcement. A partner's pages: whatever they show he may read, and nothing on them tells of people."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dmi.audit import trail
from dmi.audit.doors import permitted
from markets import services
from markets.forms import code_cases as forms
from markets.models import CodeCase, HotPlace, Inspection

PAGE = 50


@require_GET
@permitted("markets.view_code_cases")
def view_code_cases(request):
    trail.enter(request.user, "markets.view_code_cases", trail.Outcome.READ)
    cases = CodeCase.objects.visible_to(request.user).open_first().with_place().with_visits()
    page = Paginator(cases, PAGE).get_page(request.GET.get("page"))
    shown = {"page": page, "today": timezone.localdate(), "sees_markets": request.user.has_perm("markets.view_market")}
    return render(request, "markets/view_code_cases.html", shown)


@require_GET
@permitted("markets.view_code_case")
def view_code_case(request, code_case_id):
    case = trail.read(
        CodeCase.objects.with_place().with_visits(), by=request.user, verb="markets.view_code_case", pk=code_case_id
    )
    inspections = Inspection.objects.visible_to(request.user).of(case).select_related("by")
    shown = {
        "code_case": case,
        "inspections": list(inspections),
        "today": timezone.localdate(),
        "sees_place": HotPlace.objects.visible_to(request.user).contains(case.hot_place),
    }
    return render(request, "markets/view_code_case.html", shown)


@permitted("markets.open_code_case")
def open_code_case(request, hot_place_id):
    place = trail.find(HotPlace.objects.with_market(), by=request.user, pk=hot_place_id)
    form = forms.OpenCodeCaseForm(request.POST or None, officer=request.user)
    now = timezone.now()
    if request.method == "POST" and form.submit(
        services.open_code_case, by=request.user, hot_place=place, on=timezone.localdate(now), at=now
    ):
        messages.success(request, f"Case {form.record} is open; the inspector finds it on his desk.")
        return redirect(form.record)
    return render(request, "markets/open_code_case.html", {"form": form, "hot_place": place})


@permitted("markets.record_notice")
def record_notice(request, code_case_id):
    return act(request, code_case_id, forms.RecordNoticeForm, services.record_notice, "The notice is recorded.")


@permitted("markets.record_inspection")
def record_inspection(request, code_case_id):
    return act(
        request, code_case_id, forms.RecordInspectionForm, services.record_inspection, "The inspection is recorded."
    )


@permitted("markets.order_vacate")
def order_vacate(request, code_case_id):
    return act(request, code_case_id, forms.OrderVacateForm, services.order_vacate, "The order is recorded.")


@permitted("markets.close_code_case")
def close_code_case(request, code_case_id):
    return act(request, code_case_id, forms.CloseCodeCaseForm, services.close_code_case, "The case is closed.")


def act(request, code_case_id, form_class, service, done):
    """Done, back to the case; refused, the form again with what was typed. The page is called as its verb."""
    case = trail.find(CodeCase.objects.with_place().with_visits(), by=request.user, pk=code_case_id)
    form = form_class(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(service, by=request.user, code_case=case, at=timezone.now()):
        messages.success(request, done)
        return redirect(case)
    template = f"markets/{request.resolver_match.url_name}.html"
    return render(request, template, {"form": form, "code_case": case})
