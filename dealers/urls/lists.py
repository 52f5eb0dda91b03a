from django.urls import path

from dealers.views import lists

urlpatterns = [
    path("", lists.view_dealers, name="view_dealers"),
    path("cards/", lists.view_cards, name="view_cards"),
]
