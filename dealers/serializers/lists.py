"""What the API tells of lists of dealers."""

from rest_framework import serializers

from dealers.models import SavedList
from dealers.serializers.dossier import DealerName
from dmi.accounts.serializers import OfficerName


class SavedListFacts(serializers.ModelSerializer):
    """A question under a name; whoever asks it sees whom he may see."""

    query = serializers.DictField(child=serializers.CharField(), help_text="The filters of the list of dealers.")
    by = OfficerName()

    class Meta:
        model = SavedList
        fields = ["id", "name", "query", "columns", "is_shared", "by", "at"]


class AssignedFacts(serializers.Serializer):
    """Who has a new owner, and in words who could not get him."""

    officer = OfficerName()
    dealers = DealerName(many=True)
    refusals = serializers.ListField(child=serializers.CharField())
