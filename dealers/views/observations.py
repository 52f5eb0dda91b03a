"""What was seen, of whom: logged with people found by typing, corrected by who wrote it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone

from dealers import services
from dealers.forms import observations as forms
from dealers.models import Dealer, Observation
from dealers.views.base import opened
from dmi.audit import trail, versions
from dmi.audit.doors import permitted


@permitted("dealers.log_observation")
def log_observation(request):
    """Also the search for people: by htmx a part of the page, without script the whole with what was typed."""
    if request.htmx and "who" in request.GET:
        return found(request, forms.LogObservationForm(officer=request.user))
    if "find" in request.POST:
        return found_on_page(request, forms.LogObservationForm, "dealers/log_observation.html")
    named = Dealer.objects.visible_to(request.user).filter_ids(request.GET.getlist("dealer"))
    form = forms.LogObservationForm(request.POST or None, officer=request.user, initial={"dealers": named})
    if request.method == "POST" and form.submit(services.log_observation, by=request.user, at=timezone.now()):
        messages.success(request, "The observation is logged.")
        return redirect(form.cleaned_data["dealers"][0])
    return render(request, "dealers/log_observation.html", {"form": form})


def found(request, form):
    search_for(request, form, request.GET["who"])
    return render(request, "dealers/_who_found.html", {"form": form})


def found_on_page(request, form_class, template, **shown):
    """The page as it was typed, with whom the words may mean."""
    form = form_class.begun(request.POST, request.user)
    search_for(request, form, request.POST.get("who", ""))
    return render(request, template, {"form": form, **shown})


def search_for(request, form, words):
    form.find(words.replace("\0", " ").strip())
    if form.words:
        trail.enter_search(request.user, request.resolver_match.func.verb, form.words, len(form.found))


@permitted("dealers.correct_observation")
def correct_observation(request, observation_id):
    rows = Observation.objects.visible_to(request.user).with_people(request.user)
    entry = opened(request, rows, observation_id)
    form = forms.CorrectObservationForm(request.POST or None, officer=request.user, initial=as_it_stands(entry))
    whose = entry.people[0]
    if request.method == "POST" and form.submit(
        services.correct_observation, by=request.user, observation=entry, at=timezone.now()
    ):
        messages.success(request, "The entry is corrected. The history keeps what stood there.")
        return redirect("dealers:view_timeline", whose.pk)
    shown = {"form": form, "entry": entry, "dealer": whose, "may_correct": entry.may_be_corrected_by(request.user)}
    return render(request, "dealers/correct_observation.html", shown)


def as_it_stands(entry):
    """What a correction begins with, and the version it was filled from."""
    now = {name: getattr(entry, name) for name in entry.CORRECTED}
    return now | {"seen": versions.version(entry, entry.CORRECTED)}
