"""The word that a market's list is complete: declared by its lead investigator, confirmed, taken back."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone

from dealers import services
from dealers.forms import declarations as forms
from dealers.models import Involvement, ListDeclaration
from dealers.views.base import opened
from dmi.audit.doors import permitted
from dmi.forms import ActionForm
from markets.models import Market


@permitted("dealers.declare_list_complete")
def declare_list_complete(request, market_id):
    market = opened(request, Market.objects.worked_by(request.user), market_id)
    form = forms.DeclareListCompleteForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(
        services.declare_list_complete, by=request.user, market=market, at=timezone.now()
    ):
        messages.success(request, "The list is declared complete. It stands once a supervisor confirms it.")
        return redirect(form.record)
    counts = Involvement.objects.visible_to(request.user).of_people_on_file().open().in_market(market).by_role()
    layers = [(label, counts[role]) for role, label in Involvement.Role.choices if role in counts]
    shown = {"form": form, "market": market, "layers": layers, "people": sum(counts.values())}
    return render(request, "dealers/declare_list_complete.html", shown)


@permitted("dealers.confirm_list_complete")
def confirm_list_complete(request, declaration_id):
    done = "The list is confirmed. Names approved from now on count against it."
    form = ActionForm(request.POST, officer=request.user)  # nothing to fill in
    return act(request, declaration_id, form, services.confirm_list_complete, done)


@permitted("dealers.reopen_list")
def reopen_list(request, declaration_id):
    form = forms.ReopenListForm(request.POST or None, officer=request.user)
    return act(request, declaration_id, form, services.reopen_list, "The list is open again.")


def act(request, declaration_id, form, service, done):
    """A form about one declaration: done, back to the board; refused, the form again. The page bears the verb."""
    declaration = opened(request, ListDeclaration.objects.with_people().with_names_since(), declaration_id)
    if request.method == "POST" and form.submit(service, by=request.user, declaration=declaration, at=timezone.now()):
        messages.success(request, done)
        return redirect(declaration)
    template = f"dealers/{request.resolver_match.url_name}.html"
    return render(request, template, {"form": form, "declaration": declaration, "market": declaration.market})
