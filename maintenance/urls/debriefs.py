"""What officers told from the street, and what became of it."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
