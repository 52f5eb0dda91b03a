"""Consents, and what is told under them."""

from rest_framework import serializers

from callins.dtc.models import (
    Consent,
    StatusReport,
)


class ConsentFacts(serializers.ModelSerializer):
    class Meta:
        model = Consent
        fields = [
            "id", "rule", "scope", "discloser", "recipients", "purpose", "signed_on", "signed_by", "expires_on",
            "revocable_from", "revocable_on", "revoked_at",
        ]  # fmt: skip


class StatusReportFacts(serializers.ModelSerializer):
    class Meta:
        model = StatusReport
        fields = ["id", "says", "as_of"]
