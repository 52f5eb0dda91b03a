"""How the court does, by admission cohort, by JSON."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
