"""Dealers in the API: the same verbs at the same addresses behind /api/."""

from http import HTTPStatus

from django.http import HttpResponse
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from rest_framework import exceptions

from dealers import filters, forms, imports, serializers, services
from dealers.models import Dealer, Observation, Photo, Tie
from dmi.api.acts import Act
from dmi.api.reads import Listing, Look
from dmi.api.renderers import Jpeg
from dmi.audit import trail


class OfPeople(Listing):
    """A list that names people: every page of it is on the record."""

    def looked_at(self, request, rows):
        trail.enter(request.user, self.verb, trail.Outcome.READ)


class ViewDealers(OfPeople):
    """The people on file in your markets, and your own drafts. A search is entered with its number of hits."""

    verb = "dealers.view_dealers"
    answer = serializers.DealerRow
    ordering = ("-number",)
    filters = filters.DealerFilter

    def rows(self, officer):
        return Dealer.objects.visible_to(officer).with_parts(officer).select_related("approved_by")

    def looked_at(self, request, rows):
        if words := request.query_params.get("q", "").strip():
            trail.enter_search(request.user, self.verb, words, rows.count())
        else:
            super().looked_at(request, rows)


class ViewCards(OfPeople):
    """The officers' cards of the people on file in your markets."""

    verb = "dealers.view_cards"
    answer = serializers.Card
    ordering = ("-number",)

    def rows(self, officer):
        return Dealer.objects.visible_to(officer).on_file().with_card(officer)


class ViewObservations(OfPeople):
    """What was seen in your markets, as far as it names somebody you may see; the last logged first."""

    verb = "dealers.view_timeline"
    answer = serializers.ObservationRow
    ordering = ("-logged_at", "-id")
    filters = filters.ObservationFilter

    def rows(self, officer):
        return Observation.objects.visible_to(officer).with_people(officer)


class ViewTies(OfPeople):
    """Who is tied to whom, where you may see both; the last logged first."""

    verb = "dealers.view_timeline"
    answer = serializers.TieFacts
    ordering = ("-logged_at", "-id")
    filters = filters.TieFilter

    def rows(self, officer):
        return Tie.objects.visible_to(officer).for_timeline()


class ViewDealer(Look):
    """The dossier. Its observations and ties are lists of their own, narrowed by `dealer`."""

    verb = "dealers.view_dealer"
    answer = serializers.Dossier

    def record(self, request, dealer_id):
        return trail.read(Dealer.objects.with_dossier(request.user), by=request.user, verb=self.verb, pk=dealer_id)


class ViewPhoto(Look):
    """The picture as pages show it."""

    verb = "dealers.view_photo"
    answer = OpenApiTypes.BINARY
    renderer_classes = [Jpeg]

    def get(self, request, photo_id):
        photo = trail.find(Photo.objects.with_picture("page"), by=request.user, pk=photo_id)
        return HttpResponse(bytes(photo.page), content_type=Jpeg.media_type)


class Log(Act):
    """An act that makes something new, at this moment."""

    status = HTTPStatus.CREATED

    def given(self, request):
        return {"at": timezone.now()}


class LogDealer(Log):
    form, service, answer = forms.LogDealerForm, services.log_dealer, serializers.DealerFacts


class LogObservation(Log):
    form, service, answer = forms.LogObservationForm, services.log_observation, serializers.ObservationFacts


class ImportDealers(Log):
    """Drafts from a list in CSV, all or none: with a row that has errors nothing is logged, and every error is told.

    Each draft goes to a supervisor like any other. The columns are those of the page.
    """

    form, service, answer = forms.ImportDealersForm, services.import_dealers, serializers.Imported

    def facts(self, form):
        rows = imports.rows_in(form.text_given(), timezone.localdate())
        if wrong := [f"Line {row.line}: {error}" for row in rows for error in row.errors]:
            raise exceptions.ValidationError({"file" if form.cleaned_data["file"] else "text": wrong})
        return {"market": form.cleaned_data["market"], "rows": rows}

    def reply(self, record, **given):
        return super().reply({"dealers": record}, **given)


class OfDealer(Act):
    """An act on the dealer of the address."""

    def given(self, request, dealer_id):
        return {"dealer": trail.find(Dealer.objects.with_dossier(request.user), by=request.user, pk=dealer_id)}


class OfDealerNow(OfDealer):
    """And of this moment."""

    def given(self, request, dealer_id):
        return super().given(request, dealer_id) | {"at": timezone.now()}


class LogTie(OfDealerNow):
    form, service, answer = forms.LogTieForm, services.log_tie, serializers.TieFacts
    status = HTTPStatus.CREATED


class LogCaution(OfDealerNow):
    form, service, answer = forms.LogCautionForm, services.log_caution, serializers.CautionFacts
    status = HTTPStatus.CREATED


class AddPhoto(OfDealerNow):
    form, service, answer = forms.AddPhotoForm, services.add_photo, serializers.PhotoFacts
    status = HTTPStatus.CREATED


class AddSourceDocument(OfDealerNow):
    form, service, answer = forms.AddSourceDocumentForm, services.add_source_document, serializers.DealerFacts


class ApprovePredicate(OfDealerNow):
    form, service, answer = forms.ApprovePredicateForm, services.approve_predicate, serializers.DealerFacts


class ReturnDraft(OfDealer):
    form, service, answer = forms.ReturnDraftForm, services.return_draft, serializers.DealerFacts


app_name = "dealers"
urlpatterns = [
    path("", ViewDealers.as_view(), name="view_dealers"),
    path("log/", LogDealer.as_view(), name="log_dealer"),
    path("import/", ImportDealers.as_view(), name="import_dealers"),
    path("cards/", ViewCards.as_view(), name="view_cards"),
    path("observations/", ViewObservations.as_view(), name="view_observations"),
    path("ties/", ViewTies.as_view(), name="view_ties"),
    path("log-observation/", LogObservation.as_view(), name="log_observation"),
    path("photos/<uuid:photo_id>/page.jpg", ViewPhoto.as_view(), name="view_photo"),
    path("<uuid:dealer_id>/", ViewDealer.as_view(), name="view_dealer"),
    path("<uuid:dealer_id>/log-tie/", LogTie.as_view(), name="log_tie"),
    path("<uuid:dealer_id>/log-caution/", LogCaution.as_view(), name="log_caution"),
    path("<uuid:dealer_id>/add-photo/", AddPhoto.as_view(), name="add_photo"),
    path("<uuid:dealer_id>/add-source-document/", AddSourceDocument.as_view(), name="add_source_document"),
    path("<uuid:dealer_id>/approve-predicate/", ApprovePredicate.as_view(), name="approve_predicate"),
    path("<uuid:dealer_id>/return-draft/", ReturnDraft.as_view(), name="return_draft"),
]
