"""What the API tells of a dossier's tabs."""

from rest_framework import serializers

from dealers.models import Photo
from dealers.serializers.dossier import DealerName, SourceDocumentFacts, TieFacts
from dmi.accounts.serializers import OfficerName
from dmi.audit.models import AuditEntry


class NeighboursFacts(serializers.Serializer):
    """Who is near: a lead for review, not evidence."""

    near = DealerName(many=True, help_text="One step away, as many as the drawing holds.")
    far = DealerName(many=True, help_text="Two steps away; nobody where they are too many to read.")
    ties = TieFacts(many=True, help_text="Every tie of this dealer.")
    among = TieFacts(many=True, help_text="Ties among the others.")


class KeptPhoto(serializers.ModelSerializer):
    """A photo that stands. Its picture is view_photo's."""

    by = OfficerName()

    class Meta:
        model = Photo
        fields = ["id", "taken_on", "source", "reliability", "validity", "by", "at"]


class Files(serializers.Serializer):
    photos = KeptPhoto(many=True)
    source_documents = SourceDocumentFacts(many=True)


class ChangeFacts(serializers.Serializer):
    label = serializers.CharField()
    old = serializers.CharField(help_text="Empty: nothing stood there.")
    new = serializers.CharField(help_text="Empty: nothing stands there now.")


class ChangedRecord(serializers.Serializer):
    """One record and what was done to it: entered, changed, withdrawn or removed."""

    kind = serializers.CharField()
    name = serializers.CharField()
    done = serializers.CharField()
    changes = ChangeFacts(many=True)


class ActFacts(serializers.Serializer):
    """What one act changed. Without an officer and a verb: written beside the services."""

    at = serializers.DateTimeField()
    by = OfficerName(allow_null=True)
    verb = serializers.CharField()
    lines = ChangedRecord(many=True)


class LookFacts(serializers.ModelSerializer):
    """A line of the trail about a dealer. From which machine is told by the page, to supervisors."""

    class Meta:
        model = AuditEntry
        fields = ["at", "badge", "verb", "outcome"]
