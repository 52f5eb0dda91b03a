"""Who is admitted: from an accepted offer or by the court."""

from rest_framework import serializers

from callins.dtc.serializers.base import ParticipantFacts


class AcceptedOfferFacts(serializers.Serializer):
    """What the police side says of somebody whom a call-in sends here."""

    id = serializers.UUIDField()
    last_name = serializers.CharField()
    first_name = serializers.CharField()
    date_of_birth = serializers.DateField(allow_null=True)
    phone = serializers.CharField()
    docket = serializers.CharField()
    charges = serializers.CharField()
    called_in_on = serializers.DateField()


class WaitingFacts(serializers.Serializer):
    offer = AcceptedOfferFacts(allow_null=True)
    participant = ParticipantFacts(allow_null=True)
    since = serializers.DateField()
    lacking = serializers.ListField(child=serializers.CharField())
    next_step = serializers.CharField()


class AdmissionsFacts(serializers.Serializer):
    waiting = WaitingFacts(many=True)
