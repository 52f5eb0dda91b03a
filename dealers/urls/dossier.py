from django.urls import path, register_converter

from dealers.views import dossier


class PhotoSize:
    regex = "page|sheet"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(PhotoSize, "size")

urlpatterns = [
    path("photos/<uuid:photo_id>/<size:size>.jpg", dossier.view_photo, name="view_photo"),
    path("<uuid:dealer_id>/", dossier.view_dealer, name="view_dealer"),
    path("<uuid:dealer_id>/timeline/", dossier.view_timeline, name="view_timeline"),
]
