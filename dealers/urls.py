from django.urls import path, register_converter

from dealers import views


class PhotoSize:
    regex = "page|sheet"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


register_converter(PhotoSize, "size")

app_name = "dealers"
urlpatterns = [
    path("", views.view_dealers, name="view_dealers"),
    path("log/", views.log_dealer, name="log_dealer"),
    path("import/", views.import_dealers, name="import_dealers"),
    path("cards/", views.view_cards, name="view_cards"),
    path("log-observation/", views.log_observation, name="log_observation"),
    path("photos/<uuid:photo_id>/<size:size>.jpg", views.view_photo, name="view_photo"),
    path("<uuid:dealer_id>/", views.view_dealer, name="view_dealer"),
    path("<uuid:dealer_id>/timeline/", views.view_timeline, name="view_timeline"),
    path("<uuid:dealer_id>/log-tie/", views.log_tie, name="log_tie"),
    path("<uuid:dealer_id>/log-caution/", views.log_caution, name="log_caution"),
    path("<uuid:dealer_id>/add-photo/", views.add_photo, name="add_photo"),
    path("<uuid:dealer_id>/add-source-document/", views.add_source_document, name="add_source_document"),
    path("<uuid:dealer_id>/approve-predicate/", views.approve_predicate, name="approve_predicate"),
    path("<uuid:dealer_id>/return-draft/", views.return_draft, name="return_draft"),
]
