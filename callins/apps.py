from django.apps import AppConfig


class CallinsConfig(AppConfig):
    name = "callins"
