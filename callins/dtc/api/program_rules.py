"""The program’s rules, as rows that hold from a date, by JSON."""

from django.urls.resolvers import URLPattern

urlpatterns: list[URLPattern] = []
