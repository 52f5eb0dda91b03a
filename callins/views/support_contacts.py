"""Support contacts: whom the hot sheet names beside those called in. Never why."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from callins import services
from callins.forms import check_ins as forms
from callins.models import SupportContact
from callins.views.acting import act
from dmi.audit import trail
from dmi.audit.doors import permitted

BACK = "callins:view_support_contacts"


@require_GET
@permitted("callins.view_support_contacts")
def view_support_contacts(request):
    trail.enter(request.user, "callins.view_support_contacts", trail.Outcome.READ)
    today = timezone.localdate()
    contacts = list(SupportContact.objects.visible_to(request.user).with_people().current_first(today))
    shown = {
        "standing": [contact for contact in contacts if contact.is_standing_on(today)],
        "over": [contact for contact in contacts if not contact.is_standing_on(today)],
    }
    return render(request, "callins/view_support_contacts.html", shown)


@permitted("callins.add_support_contact")
def add_support_contact(request):
    form = forms.AddSupportContactForm(request.POST or None, officer=request.user)
    done = "Added; the next hot sheet names this person, if enough others are named with it."
    given = {"at": timezone.now()}
    return act(request, form, services.add_support_contact, done=done, back=BACK, shown={}, **given)


@permitted("callins.end_support_contact")
def end_support_contact(request, support_contact_id):
    contact = trail.find(SupportContact.objects.with_people(), by=request.user, pk=support_contact_id)
    form = forms.EndSupportContactForm(request.POST or None, officer=request.user)
    given = {"support_contact": contact, "at": timezone.now()}
    done = "Ended; a sheet that is out already says what it says."
    return act(
        request, form, services.end_support_contact, done=done, back=BACK, shown={"support_contact": contact}, **given
    )
