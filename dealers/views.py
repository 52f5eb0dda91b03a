"""Pages of dealers: fetch what is visible, build the form, submit, redirect, render."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from dealers import forms, imports, services
from dealers.dossier import events_of, tabs_for, timeline_rows
from dealers.filters import DealerFilter
from dealers.models import Dealer, Photo, Tie
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.errors import RuleBroken
from dmi.tables import text_of

PAGE = 40
TIMELINE_PAGE = 50
RECENT = 8


def found(request, dealer_id):
    """The dealer whose page this is, or 404."""
    return trail.find(Dealer.objects.with_parts(), by=request.user, pk=dealer_id)


@require_GET
@permitted("dealers.view_dealers")
def view_dealers(request):
    rows = Dealer.objects.visible_to(request.user).with_parts().with_last_entry()
    filtered = DealerFilter(request.GET, rows, request=request)
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    if words := request.GET.get("q", "").strip():
        trail.enter_search(request.user, "dealers.view_dealers", words, page.paginator.count)
    return render(request, "dealers/view_dealers.html", {"page": page, "filter": filtered})


@require_GET
@permitted("dealers.view_dealer")
def view_dealer(request, dealer_id):
    dealer = trail.read(Dealer.objects.with_parts(), by=request.user, verb="dealers.view_dealer", pk=dealer_id)
    recent = list(timeline_rows(dealer, request.user)[:RECENT])
    ties = Tie.objects.visible_to(request.user).of(dealer).for_timeline()
    shown = {
        "events": events_of(recent),
        "ties": [(tie, tie.other(dealer)) for tie in ties],
        "looks": trail.looks_at(dealer),
        "predicate": dealer.predicate,
    }
    return dossier(request, dealer, "dealers/view_dealer.html", **shown)


@require_GET
@permitted("dealers.view_timeline")
def view_timeline(request, dealer_id):
    dealer = trail.read(Dealer.objects.with_parts(), by=request.user, verb="dealers.view_timeline", pk=dealer_id)
    page = Paginator(timeline_rows(dealer, request.user), TIMELINE_PAGE).get_page(request.GET.get("page"))
    return dossier(request, dealer, "dealers/view_timeline.html", page=page, events=events_of(page.object_list))


def dossier(request, dealer, template, **shown):
    """A page of the dossier: the person on top, the tabs of every app that knows more."""
    return render(
        request, template, {"dealer": dealer, "tabs": tabs_for(request.user), "today": timezone.localdate(), **shown}
    )


@permitted("dealers.log_dealer")
def log_dealer(request):
    form = forms.LogDealerForm(request.POST or None, request.FILES or None, officer=request.user)
    if request.method == "POST" and form.submit(services.log_dealer, by=request.user, at=timezone.now()):
        messages.success(request, f"{form.record} is logged as a draft; your supervisors see it.")
        if "add_tie" in request.POST and request.user.has_perm("dealers.log_tie"):
            return redirect("dealers:log_tie", form.record.pk)
        return redirect(after_logging(request.user, form.record))
    return render(request, "dealers/log_dealer.html", {"form": form})


def after_logging(officer, dealer):
    """To the dossier, or to the form again for those who open no dossiers."""
    return dealer.get_absolute_url() if officer.has_perm("dealers.view_dealer") else "dealers:log_dealer"


@permitted("dealers.log_observation")
def log_observation(request):
    named = Dealer.objects.visible_to(request.user).filter_ids(request.GET.getlist("dealer"))
    form = forms.LogObservationForm(request.POST or None, officer=request.user, initial={"dealers": named})
    if request.method == "POST" and form.submit(services.log_observation, by=request.user, at=timezone.now()):
        messages.success(request, "The observation is logged.")
        return redirect(form.cleaned_data["dealers"][0])
    return render(request, "dealers/log_observation.html", {"form": form})


@permitted("dealers.log_tie")
def log_tie(request, dealer_id):
    return act(request, dealer_id, forms.LogTieForm, services.log_tie, "dealers/log_tie.html", "The tie is logged.")


@permitted("dealers.log_caution")
def log_caution(request, dealer_id):
    return act(
        request,
        dealer_id,
        forms.LogCautionForm,
        services.log_caution,
        "dealers/log_caution.html",
        "The caution is logged.",
    )


@permitted("dealers.add_photo")
def add_photo(request, dealer_id):
    return act(
        request, dealer_id, forms.AddPhotoForm, services.add_photo, "dealers/add_photo.html", "The photo is kept."
    )


@permitted("dealers.add_source_document")
def add_source_document(request, dealer_id):
    return act(
        request, dealer_id, forms.AddSourceDocumentForm, services.add_source_document,
        "dealers/add_source_document.html", "The source document is named.",
    )  # fmt: skip


@permitted("dealers.approve_predicate")
def approve_predicate(request, dealer_id):
    return act(
        request, dealer_id, forms.ApprovePredicateForm, services.approve_predicate, "dealers/approve_predicate.html",
        "The predicate is approved; the name is on file.",
    )  # fmt: skip


def act(request, dealer_id, form_class, service, template, done):
    """A form about one dealer: done, back to the dossier; refused, the form again with what was typed."""
    dealer = found(request, dealer_id)
    form = form_class(request.POST or None, request.FILES or None, officer=request.user)
    if request.method == "POST" and form.submit(service, by=request.user, dealer=dealer, at=timezone.now()):
        messages.success(request, done)
        return redirect(dealer)
    return render(request, template, {"form": form, "dealer": dealer})


@permitted("dealers.return_draft")
def return_draft(request, dealer_id):
    dealer = found(request, dealer_id)
    form = forms.ReturnDraftForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(services.return_draft, by=request.user, dealer=dealer):
        messages.success(request, "The draft went back to its author.")
        return redirect("desk")
    return render(request, "dealers/return_draft.html", {"form": form, "dealer": dealer})


@permitted("dealers.import_dealers")
def import_dealers(request):
    """First the list is checked and every row's errors shown; the good rows are logged when somebody says so."""
    form = forms.ImportDealersForm(request.POST or None, request.FILES or None, officer=request.user)
    rows, text = [], ""
    if request.method == "POST" and form.is_valid():
        try:
            text = text_of(form.cleaned_data["file"].read()) if form.cleaned_data["file"] else form.cleaned_data["text"]
            rows = imports.rows_in(text, timezone.localdate())
        except RuleBroken as refusal:
            form.add_error(None, str(refusal))
        good = [row for row in rows if not row.errors]
        if "log" in request.POST and good and logged(request, form, good):
            return redirect("dealers:view_dealers")
    return render(
        request, "dealers/import_dealers.html", {"form": form, "rows": rows, "text": text, "columns": imports.COLUMNS}
    )


def logged(request, form, rows):
    """True when the good rows became drafts; else the refusal stands in the form."""
    market = form.cleaned_data["market"]
    try:
        dealers = services.import_dealers(by=request.user, market=market, rows=rows, at=timezone.now())
    except RuleBroken as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, f"{len(dealers)} drafts are logged; each waits for a supervisor.")
    return True


@require_GET
@permitted("dealers.view_photo")
@cache_control(private=True, max_age=3600)
def view_photo(request, photo_id, size):
    """The picture for a page or for a list; it passes the same gates as its dealer."""
    photo = trail.find(Photo.objects.only("id", size), by=request.user, pk=photo_id)
    response = HttpResponse(bytes(getattr(photo, size)), content_type="image/jpeg")
    response["Content-Disposition"] = "inline"
    return response


@require_GET
@permitted("dealers.view_cards")
def view_cards(request):
    """What patrol sees of the people in its markets: the officer's card, no dossier."""
    people = Dealer.objects.visible_to(request.user).on_file().with_parts().prefetch_related("cautions", "vehicles")
    page = Paginator(people, PAGE).get_page(request.GET.get("page"))
    return render(request, "dealers/view_cards.html", {"page": page})
