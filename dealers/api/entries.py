"""Entering a dealer and what was seen, by JSON."""

from django.urls import path

from dealers import services
from dealers.api.base import Log, LogOfDealer, OfDealer, OfDealerNow
from dealers.forms import entries as forms
from dealers.serializers import dossier as serializers


class LogDealer(Log):
    form, service, answer = forms.LogDealerForm, services.log_dealer, serializers.DealerFacts


class LogTie(LogOfDealer):
    form, service, answer = forms.LogTieForm, services.log_tie, serializers.TieFacts


class LogCaution(LogOfDealer):
    form, service, answer = forms.LogCautionForm, services.log_caution, serializers.CautionFacts


class AddPhoto(LogOfDealer):
    form, service, answer = forms.AddPhotoForm, services.add_photo, serializers.PhotoFacts


class AddSourceDocument(OfDealerNow):
    form, service, answer = forms.AddSourceDocumentForm, services.add_source_document, serializers.DealerFacts


class ApprovePredicate(OfDealerNow):
    form, service, answer = forms.ApprovePredicateForm, services.approve_predicate, serializers.DealerFacts


class ReturnDraft(OfDealer):
    form, service, answer = forms.ReturnDraftForm, services.return_draft, serializers.DealerFacts


urlpatterns = [
    path("log/", LogDealer.as_view(), name="log_dealer"),
    path("<uuid:dealer_id>/log-tie/", LogTie.as_view(), name="log_tie"),
    path("<uuid:dealer_id>/log-caution/", LogCaution.as_view(), name="log_caution"),
    path("<uuid:dealer_id>/add-photo/", AddPhoto.as_view(), name="add_photo"),
    path("<uuid:dealer_id>/add-source-document/", AddSourceDocument.as_view(), name="add_source_document"),
    path("<uuid:dealer_id>/approve-predicate/", ApprovePredicate.as_view(), name="approve_predicate"),
    path("<uuid:dealer_id>/return-draft/", ReturnDraft.as_view(), name="return_draft"),
]
