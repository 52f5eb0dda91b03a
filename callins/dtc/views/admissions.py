"""Who is admitted: from an accepted offer or by the court, ordinarily or as an exception."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from callins.dtc import inward, services
from callins.dtc.doors import walled
from callins.dtc.forms import admissions as forms
from callins.dtc.forms.base import as_it_stands
from callins.dtc.models import Consent, Enrolment, Participant
from callins.dtc.views.base import act
from callins.dtc.waiting import called, waiting
from dealers.models.dealer import is_id
from dmi.audit import trail

PAGE = 25


@walled("dtc.view_admissions")
@require_GET
def view_admissions(request):
    trail.enter(request.user, "dtc.view_admissions", trail.Outcome.READ)
    words = request.GET.get("q", "")
    rows = called(words, waiting(request.user, timezone.now()))
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    shown = {"page": page, "form": forms.SearchForm({"q": words}), "is_narrowed": bool(words.strip())}
    return render(request, "dtc/view_admissions.html", shown)


@walled("dtc.open_file")
def open_file(request):
    """From the offer that the way here names, or by hand; on to the admission, whoever's file it turns out to be."""
    now, asked = timezone.now(), request.GET.get("offer", "")
    offer = inward.accepted_offer(asked) if is_id(asked) else None
    form = forms.OpenFileForm(request.POST or None, officer=request.user, initial=known(offer))
    if request.method == "POST" and form.submit(services.open_file, by=request.user, at=now):
        if form.record.at == now:
            messages.success(request, "The file is open.")
        else:
            messages.info(request, f"This person has a file here since {form.record.at:%-d %b %Y}; this is it.")
        return redirect("callins:dtc:enrol_participant", form.record.pk)
    return render(request, "dtc/open_file.html", {"form": form, "offer": offer})


def known(offer):
    if offer is None:
        return {}
    return {
        "last_name": offer.last_name, "first_name": offer.first_name, "date_of_birth": offer.date_of_birth,
        "phone": offer.phone, "offer_id": offer.id,
    }  # fmt: skip


@walled("dtc.change_participant")
def change_participant(request, participant_id):
    participant = trail.find(Participant.objects.all(), by=request.user, pk=participant_id)
    now = as_it_stands(participant)
    form = forms.ChangeParticipantForm(request.POST or None, officer=request.user, initial=now)
    about = {"back": participant, "participant": participant}
    return act(request, form, services.change_participant, done="Changed; the history keeps what it was.", **about)


@walled("dtc.enrol_participant")
def enrol_participant(request, participant_id):
    """Shows under which consent the court may be told, and which offer it is about; without a consent, where to go."""
    participant, now = trail.find(Participant.objects.all(), by=request.user, pk=participant_id), timezone.now()
    form = forms.EnrolParticipantForm(request.POST or None, officer=request.user)
    offers = inward.offers_of(participant)
    form.choose_among(offers)
    given = {"by": request.user, "participant": participant, "at": now}
    if request.method == "POST" and form.submit(services.enrol_participant, **given):
        messages.success(request, "Enrolled; phase one begins.")
        return redirect(participant)
    shown = {
        "form": form,
        "participant": participant,
        "back": participant.get_absolute_url(),
        "here": "Enrol",
        "offers": offers,
        "consents": Consent.objects.visible_to(request.user).of(participant).to_the_court().in_force(now),
        "earlier": Enrolment.objects.visible_to(request.user).of(participant),
    }
    return render(request, "dtc/enrol_participant.html", shown)
