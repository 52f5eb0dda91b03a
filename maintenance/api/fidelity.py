"""Fidelity to the core elements, and the monthly page, by JSON."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
