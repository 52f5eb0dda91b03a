"""A participant's History and Access."""

from rest_framework import serializers

from callins.dtc.models import AuditEntry
from dealers.serializers.tabs import ActFacts


class TreatmentActFacts(ActFacts):
    """What one act changed. Without an officer and a verb: written beside the services."""


class TreatmentLookFacts(serializers.ModelSerializer):
    """A line of the compartment's trail about a participant."""

    class Meta:
        model = AuditEntry
        fields = ["at", "badge", "verb", "outcome"]
