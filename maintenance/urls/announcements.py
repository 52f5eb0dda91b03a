"""Public words that the town is no haven, and how it is measured."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
