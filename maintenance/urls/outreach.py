"""Outreach after sweeps and overdoses."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
