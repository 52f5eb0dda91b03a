"""Fidelity to the core elements, and the monthly page."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
