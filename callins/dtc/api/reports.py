"""What was told, to whom, and the page of those who are told, by JSON."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
