"""What the team and the clerk start the day from."""

from rest_framework import serializers


class DeskFacts(serializers.Serializer):
    in_program = serializers.IntegerField()
