from django.urls import path

from dealers.views import search

urlpatterns = [path("search/", search.search, name="search")]
