"""A recalled edition, and a page found in the street, by JSON."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
