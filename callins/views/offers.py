"""Offers: made with their conditions, signed on the tablet or on paper, answered."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from callins import paper, planning, services
from callins.forms import offers as forms
from callins.models import CallIn, Invitation, Offer
from callins.views.acting import act
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.errors import RuleBroken
from dmi.forms import ActionForm


def found(request, offer_id):
    return trail.find(Offer.objects.with_terms(), by=request.user, pk=offer_id)


@permitted("callins.make_offer")
def make_offer(request, invitation_id):
    invitation = trail.find(Invitation.objects.with_people(), by=request.user, pk=invitation_id)
    earlier = Offer.objects.visible_to(request.user).of(invitation).with_terms().first()
    is_plea = invitation.call_in.form == CallIn.Form.PLEA
    form = forms.MakeOfferForm(
        request.POST or None, officer=request.user, initial=terms_of(earlier), is_plea=is_plea
    )  # fmt: skip
    shown = {
        "invitation": invitation, "earlier": earlier, "is_plea": is_plea,
        "reserved": planning.reserved_for(invitation.call_in),
    }  # fmt: skip
    done = f"The offer to {invitation.dealer} is written down. Print it, or have it signed here."
    return act(
        request, form, services.make_offer, done=done, back=invitation, shown=shown, invitation=invitation,
        at=timezone.now(),
    )  # fmt: skip


def terms_of(offer):
    """The form filled from the offer that stands."""
    if not offer:
        return {}
    terms = {name: getattr(offer, name) for name in ("services", *forms.MakeOfferForm.PLEA, *forms.MakeOfferForm.COURT)}
    conditions = offer.conditions.all()
    return terms | {
        kind: [each.text for each in conditions if each.kind == kind] for kind in forms.MakeOfferForm.CONDITIONS
    }


@permitted("callins.sign_agreement")
def sign_agreement(request, offer_id):
    offer = found(request, offer_id)
    form = forms.SignAgreementForm(request.POST or None, request.FILES or None, officer=request.user)
    done = "The agreement is signed and kept under its SHA-256. Now record the answer."
    return of_offer(request, offer, form, services.sign_agreement, done)


@permitted("callins.answer_offer")
def answer_offer(request, offer_id):
    offer = found(request, offer_id)
    form = forms.AnswerOfferForm(request.POST or None, officer=request.user)
    return of_offer(request, offer, form, services.answer_offer, "The answer is recorded.")


def of_offer(request, offer, form, service, done):
    shown = {"offer": offer, "invitation": offer.invitation}
    return act(
        request, form, service, done=done, back=offer.invitation, shown=shown, offer=offer, at=timezone.now()
    )  # fmt: skip


@never_cache
@permitted("callins.download_agreement_sheet")
@require_GET
def download_agreement_sheet(request, offer_id):
    """The same text without a signature, for whom paper is better."""
    verb = "callins.download_agreement_sheet"
    offer = trail.read(Offer.objects.with_terms(), by=request.user, verb=verb, pk=offer_id)
    try:
        body = paper.agreement(offer, by=request.user, at=timezone.now())
    except RuleBroken as no_room:
        messages.error(request, str(no_room))
        return redirect(offer.invitation)
    return paper.attached(body.pdf, paper.file_name(offer))


@never_cache
@permitted("callins.download_agreement")
@require_POST
def download_agreement(request, offer_id):
    """The line is committed by the service; only then do bytes leave."""
    offer = found(request, offer_id)
    form = ActionForm(request.POST)
    if not form.submit(services.download_agreement, by=request.user, offer=offer):
        messages.error(request, form.non_field_errors()[0])
        return redirect(offer.invitation)
    signed = offer.signed
    return paper.attached(bytes(signed.content), paper.file_name(offer, signed.media_type), signed.media_type)
