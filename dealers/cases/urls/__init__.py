"""Addresses of cases: in each room those of its views. Every room names its own part of the address."""

app_name = "cases"
urlpatterns: list = []
