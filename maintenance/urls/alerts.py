"""New names and places, and the actions that answer them."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
