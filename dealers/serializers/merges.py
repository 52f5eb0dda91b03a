"""What the API tells of a merge."""

from rest_framework import serializers

from dealers import merging
from dealers.models import Merge
from dealers.serializers.dossier import DealerName


class MergeFacts(serializers.ModelSerializer):
    """`moved` lists the keys of the rows that went over, by relation, as far as you see them."""

    kept = DealerName()
    other = DealerName()
    moved = serializers.SerializerMethodField()

    class Meta:
        model = Merge
        fields = ["id", "kept", "other", "because", "moved", "at", "undone_at"]

    def get_moved(self, merge) -> dict[str, list[str]]:
        return merging.moved_as_told(merge, self.context["request"].user)
