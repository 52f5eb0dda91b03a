"""New names and places, and the actions that answer them, by JSON."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
