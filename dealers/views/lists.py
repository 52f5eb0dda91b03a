"""Many dealers on one page."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET

from dealers.filters import DealerListFilter
from dealers.models import Dealer
from dmi.accounts.models import TaskForce
from dmi.audit import trail
from dmi.audit.doors import permitted

PAGE = 40
NARROWING = ("q", "market", "role", "status")


@require_GET
@permitted("dealers.view_dealers")
def view_dealers(request):
    rows = Dealer.objects.visible_to(request.user).with_parts(request.user).with_last_entry(request.user)
    filtered = DealerListFilter(request.GET, rows, request=request)
    page = Paginator(filtered.qs, PAGE).get_page(request.GET.get("page"))
    if words := request.GET.get("q", "").strip():
        trail.enter_search(request.user, "dealers.view_dealers", words, page.paginator.count)
    else:
        trail.enter(request.user, "dealers.view_dealers", trail.Outcome.READ)
    shown = {
        "page": page,
        "form": filtered.form,
        "order": request.GET.get("order") or "name",
        "is_narrowed": any(filtered.form[name].value() for name in NARROWING),
    }
    return render(request, "dealers/view_dealers.html", shown)


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
