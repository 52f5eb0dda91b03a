"""One dealer."""

from django.http import HttpResponse
from django.urls import path
from drf_spectacular.types import OpenApiTypes

from dealers.models import Dealer, Photo
from dealers.serializers import dossier as serializers
from dmi.api.reads import Look
from dmi.api.renderers import Jpeg
from dmi.audit import trail


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
        photo = trail.find(Photo.objects.standing().with_picture("page"), by=request.user, pk=photo_id)
        return HttpResponse(bytes(photo.page), content_type=Jpeg.media_type)


urlpatterns = [
    path("photos/<uuid:photo_id>/page.jpg", ViewPhoto.as_view(), name="view_photo"),
    path("<uuid:dealer_id>/", ViewDealer.as_view(), name="view_dealer"),
]
