"""Consents: what a participant allows to be told."""

from rest_framework import serializers

from callins.dtc.models import Consent


class ConsentFacts(serializers.ModelSerializer):
    officers = serializers.ListField(
        child=serializers.CharField(), source="badges", help_text="Badges of the recipients who have an account."
    )

    class Meta:
        model = Consent
        fields = [
            "id", "rule", "scope", "discloser", "recipients", "is_to_court", "officers", "purpose", "signed_on",
            "signed_by", "expires_on", "revocable_from", "revocable_on", "revoked_at",
        ]  # fmt: skip


class ConsentStanding(serializers.Serializer):
    """A consent, and whether it is in force at this minute."""

    consent = ConsentFacts()
    why_not = serializers.CharField(help_text="Empty while it is in force.")
    ends_soon = serializers.BooleanField()
    told_times = serializers.IntegerField()


class ConsentsOfParticipant(serializers.Serializer):
    consents = ConsentStanding(many=True)
