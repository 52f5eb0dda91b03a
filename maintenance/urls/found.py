"""A recalled edition, and a page found in the street."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
