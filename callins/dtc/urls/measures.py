"""How the court does, by admission cohort."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
