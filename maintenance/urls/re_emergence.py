"""Whether a closed market comes back."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
