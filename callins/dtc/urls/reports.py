"""What was told, to whom, and the page of those who are told."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
