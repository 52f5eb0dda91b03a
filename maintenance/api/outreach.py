"""Outreach after sweeps and overdoses, by JSON."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
