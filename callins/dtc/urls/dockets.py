"""The court’s sessions and their dockets."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
