"""Which way each dealer goes: the market's table, the two halves of a decision, the disparity report."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dealers.cases import services, tracks
from dealers.cases.forms import tracks as forms
from dealers.cases.models import TrackDecision, TrackFacts
from dealers.cases.views.acting import act, court_tab, one_of
from dealers.models import Dealer
from dmi.audit import trail
from dmi.audit.doors import permitted


@require_GET
@permitted("cases.view_tracks")
def view_tracks(request):
    return of_a_market(request, "cases.view_tracks", "cases/view_tracks.html", table)


@require_GET
@permitted("cases.view_disparity")
def view_disparity(request):
    return of_a_market(request, "cases.view_disparity", "cases/view_disparity.html", report)


def of_a_market(request, verb, template, shown_of):
    """Of the market chosen among those that the officer works."""
    form = forms.MarketChoiceForm(request.GET, officer=request.user)
    market = form.chosen
    trail.enter(request.user, verb, trail.Outcome.READ, market)
    found = tracks.of_market(market, request.user, timezone.localdate()) if market else []
    return render(request, template, {"market": market, "form": form, **shown_of(found)})


def table(found):
    return {"found": found, "tally": tracks.tally(found), "tracks": tracks.TRACKS}


def report(found):
    return {"breakdowns": tracks.breakdowns(found, timezone.localdate()), "tracks": tracks.TRACKS, "n": len(found)}


@permitted("cases.state_track_facts")
def state_track_facts(request, dealer_id):
    dealer = dealer_of(request, dealer_id)
    stated = TrackFacts.objects.visible_to(request.user).about([dealer]).first()
    now = {name: getattr(stated, name) for name in forms.StateTrackFactsForm.base_fields} if stated else None
    form = forms.StateTrackFactsForm(request.POST or None, officer=request.user, initial=now)
    return act(
        request, form, services.state_track_facts, done="The facts are stated; the rule proposes from them.",
        back=court_tab(dealer), shown=about(dealer), dealer=dealer,
    )  # fmt: skip


@permitted("cases.decide_track")
def decide_track(request, dealer_id):
    dealer = dealer_of(request, dealer_id)
    shown = about(dealer)
    form = forms.DecideTrackForm(
        request.POST or None, officer=request.user, initial={"decided": shown["standing"].proposal.track}
    )
    return act(
        request, form, services.decide_track, done="Decided; the prosecutor confirms it.", back=court_tab(dealer),
        shown=shown, dealer=dealer,
    )  # fmt: skip


@permitted("cases.confirm_track")
def confirm_track(request, dealer_id):
    return on_decision(request, dealer_id, forms.ConfirmTrackForm, services.confirm_track, "Confirmed: it stands.")


@permitted("cases.reopen_track")
def reopen_track(request, dealer_id):
    return on_decision(request, dealer_id, forms.ReopenTrackForm, services.reopen_track, "The decision is re-opened.")


def on_decision(request, dealer_id, form_class, service, done):
    decision = one_of(request, TrackDecision.objects.visible_to(request.user).current().with_people(), dealer=dealer_id)
    dealer = decision.dealer
    form = form_class(request.POST or None, officer=request.user)
    return act(request, form, service, done=done, back=court_tab(dealer), shown=about(dealer), decision=decision)


def dealer_of(request, dealer_id):
    return one_of(request, Dealer.objects.visible_to(request.user).with_dossier(request.user), pk=dealer_id)


def about(dealer):
    return {"dealer": dealer, "standing": tracks.of_dealer(dealer, timezone.localdate())}
