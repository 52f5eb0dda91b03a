"""What the team and the clerk start the day from."""

from rest_framework import serializers

from callins.dtc.models import DocketSession


class ComingSession(serializers.ModelSerializer):
    class Meta:
        model = DocketSession
        fields = ["id", "starts_at", "courtroom", "judge"]


class MatterLine(serializers.Serializer):
    name = serializers.CharField()
    words = serializers.CharField()
    participant_id = serializers.UUIDField(allow_null=True)


class MatterFacts(serializers.Serializer):
    """One thing that waits for the team, with everybody it is about."""

    code = serializers.CharField()
    title = serializers.CharField()
    lines = MatterLine(many=True)


class DeskFacts(serializers.Serializer):
    in_program = serializers.IntegerField(allow_null=True)
    sessions = ComingSession(many=True)
    tests = serializers.DictField(
        child=serializers.IntegerField(), allow_null=True, help_text="How many at each stage of the day's roll."
    )
    matters = MatterFacts(many=True)
