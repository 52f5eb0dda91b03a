"""Offers and agreements, by JSON; a signed page comes as multipart/form-data."""

from http import HTTPStatus

from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes

from callins import paper, services
from callins.api.arrivals import OfInvitation
from callins.forms import offers as forms
from callins.models import Offer
from callins.serializers import offers as serializers
from dmi.api.acts import Act
from dmi.api.reads import Look
from dmi.api.renderers import Pdf, Whatever
from dmi.audit import trail
from dmi.forms import ActionForm


class MakeOffer(OfInvitation):
    """Help, and on the plea form a reduced sentence on conditions: of each kind a list, one text each.

    Made again, it replaces what nobody signed yet. Refused: signed or answered already; a plea without counsel's notice
    or a waiver on file, or without a condition; on banked cases terms of a plea, or no help.
    """

    status = HTTPStatus.CREATED
    form, service, answer = forms.MakeOfferForm, services.make_offer, serializers.OfferFacts


class OfOffer(Act):
    def given(self, request, offer_id):
        offer = trail.find(Offer.objects.with_terms(), by=request.user, pk=offer_id)
        return {"offer": offer, "at": timezone.now()}


class AnswerOffer(OfOffer):
    form, service, answer = forms.AnswerOfferForm, services.answer_offer, serializers.OfferFacts


class SignAgreement(OfOffer):
    form, service, answer = forms.SignAgreementForm, services.sign_agreement, serializers.OfferFacts


class DownloadAgreement(Act):
    """What was signed, as it was signed. The line is written before a byte leaves."""

    form, service, answer = ActionForm, services.download_agreement, OpenApiTypes.BINARY
    renderer_classes = [Whatever]

    def given(self, request, offer_id):
        return {"offer": trail.find(Offer.objects.with_terms(), by=request.user, pk=offer_id)}

    def reply(self, record, **given):
        name = paper.file_name(record, record.signed.media_type)
        return paper.attached(bytes(record.signed.content), name, Whatever.media_type)


class DownloadAgreementSheet(Look):
    """The agreement to be signed on paper."""

    verb = "callins.download_agreement_sheet"
    answer = OpenApiTypes.BINARY
    renderer_classes = [Pdf]

    def get(self, request, offer_id):
        offer = trail.read(Offer.objects.with_terms(), by=request.user, verb=self.verb, pk=offer_id)
        body = paper.agreement(offer, by=request.user, at=timezone.now())
        return paper.attached(body.pdf, paper.file_name(offer))


urlpatterns = [
    path("call-ins/invitations/<uuid:invitation_id>/make-offer/", MakeOffer.as_view(), name="make_offer"),
    path("call-ins/offers/<uuid:offer_id>/answer/", AnswerOffer.as_view(), name="answer_offer"),
    path("call-ins/offers/<uuid:offer_id>/sign/", SignAgreement.as_view(), name="sign_agreement"),
    path("call-ins/offers/<uuid:offer_id>/sheet/", DownloadAgreementSheet.as_view(), name="download_agreement_sheet"),
    path("call-ins/offers/<uuid:offer_id>/agreement/", DownloadAgreement.as_view(), name="download_agreement"),
]
