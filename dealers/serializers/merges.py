"""What the API tells of a merge."""

from rest_framework import serializers

from dealers.models import Merge
from dealers.serializers.dossier import DealerName


class MergeFacts(serializers.ModelSerializer):
    """`moved` lists the keys of the rows that went over, by relation."""

    kept = DealerName()
    other = DealerName()
    moved = serializers.DictField(child=serializers.ListField(child=serializers.CharField()))

    class Meta:
        model = Merge
        fields = ["id", "kept", "other", "because", "moved", "at", "undone_at"]
