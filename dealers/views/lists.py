"""Many dealers on one page: narrowed, kept under a name, given to an officer, taken along as a file."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, QueryDict, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET, require_POST

from dealers import listed, services
from dealers.filters import DealerListFilter
from dealers.forms import lists as forms
from dealers.models import Dealer, SavedList
from dealers.services.assign_dealers import named
from dmi import tables
from dmi.accounts.models import TaskForce
from dmi.api.renderers import Xlsx
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.forms import ActionForm

PAGE = 40
BESIDE = {"list", "page", "order", "file"}  # what goes with a saved list without changing its question


def asked_for(request):
    """(question, saved list or None): the address's own, else that of the saved list it names."""
    if "list" not in request.GET:
        return request.GET, None
    saved = trail.find(SavedList.objects.select_related("by"), by=request.user, pk=request.GET["list"])
    if set(request.GET) - BESIDE:
        return request.GET, saved
    question = QueryDict(mutable=True)
    question.update({**saved.query, **request.GET.dict()})
    question.setlist("columns", saved.columns)
    return question, saved


def narrowed(request):
    """(filter, rows, saved list): nobody where a filter asks for what the officer may not choose."""
    question, saved = asked_for(request)
    rows = Dealer.objects.visible_to(request.user).with_last_entry(request.user)
    filtered = DealerListFilter(question, rows, request=request)
    return filtered, (filtered.qs if filtered.is_valid() else rows.none()), saved


@require_GET
@permitted("dealers.view_dealers")
def view_dealers(request):
    filtered, rows, saved = narrowed(request)
    columns = filtered.chosen_columns()
    page = Paginator(listed.with_columns(rows, columns, request.user), PAGE).get_page(request.GET.get("page"))
    if words := filtered.data.get("q", "").strip():
        trail.enter_search(request.user, "dealers.view_dealers", words, page.paginator.count)
    else:
        trail.enter(request.user, "dealers.view_dealers", trail.Outcome.READ)
    shown = {
        "page": page, "form": filtered.form, "columns": columns, "order": filtered.data.get("order") or "name",
        "is_narrowed": bool(filtered.asked()), "saved": saved, "asked": question_of(filtered, columns),
        "lists": SavedList.objects.visible_to(request.user).select_related("by"),
        "save_form": forms.SaveListForm(initial={"name": saved.name} if saved else None, prefix=None),
        "assign_form": forms.AssignDealersForm(officer=request.user) if may_assign(request.user) else None,
        "has_more_filters": bool(set(filtered.asked()) - listed.FIRST_FILTERS), "labels": listed.COLUMNS,
    }  # fmt: skip
    return render(request, "dealers/view_dealers.html", shown)


def may_assign(officer):
    return officer.has_perm("dealers.assign_dealers")


def question_of(filtered, columns):
    """The list as an address has it: to be saved, exported or come back to."""
    question = QueryDict(mutable=True)
    question.update(filtered.asked())
    if order := filtered.data.get("order"):
        question["order"] = order
    question.setlist("columns", columns)
    return question.urlencode()


@require_GET
@permitted("dealers.export_dealers")
def export_dealers(request):
    """The list as it is narrowed, with the columns chosen. The trail has how many, and what was asked without words."""
    filtered, rows, saved = narrowed(request)
    listed.enter_export(request.user, filtered.understood(), saved, rows.count())
    columns = filtered.chosen_columns()
    lines = listed.lines(rows, columns, request.user, timezone.get_current_timezone())
    name = f"law-enforcement-sensitive-dealers-{localdate():%Y-%m-%d}"
    if request.GET.get("file") == "xlsx":
        file = tables.write_xlsx(listed.header(columns), lines, "Dealers")
        return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=Xlsx.media_type)
    answer = StreamingHttpResponse(
        tables.write_csv(listed.header(columns), lines), content_type="text/csv; charset=utf-8"
    )
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


@permitted("dealers.assign_dealers")
@require_POST
def assign_dealers(request):
    form = forms.AssignDealersForm(request.POST, officer=request.user)
    if form.submit(services.assign_dealers, by=request.user):
        messages.success(request, f"Assigned to {form.record.officer}: {named(form.record.dealers)}.")
        for refusal in form.record.refusals():
            messages.warning(request, refusal)
    return back(request, form)


@permitted("dealers.save_list")
@require_POST
def save_list(request):
    form = forms.SaveListForm(request.POST, officer=request.user)
    if form.submit(services.save_list, by=request.user, at=timezone.now()):
        messages.success(request, f"The list “{form.record}” is saved.")
        return redirect(form.record)
    return back(request, form)


@permitted("dealers.delete_list")
@require_POST
def delete_list(request, list_id):
    saved = trail.find(SavedList.objects.select_related("by"), by=request.user, pk=list_id)
    form = ActionForm(request.POST)
    if form.submit(services.delete_list, by=request.user, saved=saved):
        messages.success(request, f"The list “{saved}” is deleted; nobody in it is.")
    return back(request, form)


def back(request, form):
    """To the list as it was narrowed, with what was refused."""
    for name, errors in form.errors.items():
        label = f"{form.fields[name].label}: " if name in form.fields else ""
        for error in errors:
            messages.error(request, f"{label}{error}")
    return redirect(f"{reverse('dealers:view_dealers')}?{QueryDict(request.POST.get('asked', '')).urlencode()}")


@require_GET
@permitted("dealers.view_cards")
def view_cards(request):
    """What patrol sees of the people in its markets: the officer's card, no dossier."""
    trail.enter(request.user, "dealers.view_cards", trail.Outcome.READ)
    today = localdate()
    people = Dealer.objects.visible_to(request.user).on_file().with_card(request.user)
    people = people.with_printed_conditions(today, TaskForce.objects.get().condition_days)
    page = Paginator(people, PAGE).get_page(request.GET.get("page"))
    cards = [(dealer, dealer.age_on(today)) for dealer in page]
    return render(request, "dealers/view_cards.html", {"page": page, "cards": cards})
