"""What the API tells of debriefs. On whose timeline one stands is told by the dossiers, to whom they open."""

from rest_framework import serializers

from dmi.accounts.serializers import OfficerName
from maintenance.models import Debrief
from markets.serializers.markets import MarketName

TOLD = [
    "id", "who", "where", "with_whom", "what", "seen_at", "at", "state", "answer", "triaged_at", "answer_seen_at",
]  # fmt: skip


class OwnDebrief(serializers.ModelSerializer):
    """To its author."""

    class Meta:
        model = Debrief
        fields = TOLD


class DebriefFacts(serializers.ModelSerializer):
    """To whoever triages."""

    author = OfficerName()
    market = MarketName(allow_null=True)
    triaged_by = OfficerName(allow_null=True)
    edition = serializers.CharField(
        source="copy.sheet.edition", default=None, allow_null=True, help_text="Of the hot sheet it answers."
    )
    has_photo = serializers.BooleanField()

    class Meta:
        model = Debrief
        fields = [*TOLD, "author", "market", "triaged_by", "edition", "has_photo"]
