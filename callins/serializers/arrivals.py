"""What the API tells of the evening."""

from rest_framework import serializers

from callins.models import EvidenceShown, Invitation
from dealers.serializers.dossier import DealerName
from dmi.accounts.serializers import OfficerName


class ArrivalFacts(serializers.ModelSerializer):
    """Somebody at the door. `outcome_at`: when it was tapped; `arrived_at`: since when the person is here."""

    dealer = DealerName()

    class Meta:
        model = Invitation
        fields = ["id", "call_in", "dealer", "companion", "rsvp", "transport", "outcome", "outcome_at", "arrived_at"]


class EvidenceFacts(serializers.ModelSerializer):
    by = OfficerName()

    class Meta:
        model = EvidenceShown
        fields = ["id", "invitation", "what", "by", "at"]
