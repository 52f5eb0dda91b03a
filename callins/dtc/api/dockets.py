"""The court’s sessions and their dockets, by JSON."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
