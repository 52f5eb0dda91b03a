"""Whether a closed market comes back, by JSON."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
