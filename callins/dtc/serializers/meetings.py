"""The weekly meeting, and who was there."""

from rest_framework import serializers

from callins.dtc.models import Attendance, Meeting
from callins.dtc.serializers.base import ParticipantFacts


class WeeklyMeetingFacts(serializers.ModelSerializer):
    class Meta:
        model = Meeting
        fields = ["id", "starts_at", "place", "led_by", "called_off_why"]


class WeeklyMeetingRow(WeeklyMeetingFacts):
    attended = serializers.IntegerField()
    excused = serializers.IntegerField()
    missed = serializers.IntegerField()
    left = serializers.IntegerField(help_text="How many are to be recorded still.")

    class Meta(WeeklyMeetingFacts.Meta):
        fields = [*WeeklyMeetingFacts.Meta.fields, "attended", "excused", "missed", "left"]


class AttendanceFacts(serializers.ModelSerializer):
    class Meta:
        model = Attendance
        fields = ["id", "how", "excuse", "corrected_why", "at"]


class RoomTestsFacts(serializers.Serializer):
    """Of this week: whether they were given, never what was found."""

    given = serializers.IntegerField()
    missed = serializers.IntegerField()
    excused = serializers.IntegerField()
    awaited = serializers.UUIDField(source="awaited.pk", default=None, help_text="The test that is waited for.")


class RoomRowFacts(serializers.Serializer):
    participant = ParticipantFacts(source="enrolment.participant")
    stands = serializers.CharField(help_text="attended, excused, missed, left to record, paused, or gone since.")
    phase = serializers.IntegerField(source="status.phase")
    day = serializers.IntegerField(source="status.day")
    tests = RoomTestsFacts()
    attendance = AttendanceFacts(allow_null=True)


class RoomfulFacts(serializers.Serializer):
    meeting = WeeklyMeetingFacts()
    next = WeeklyMeetingFacts(allow_null=True)
    recorded = serializers.IntegerField()
    expected = serializers.IntegerField()
    rows = RoomRowFacts(many=True)


class RestAttendedFacts(serializers.Serializer):
    recorded = serializers.IntegerField(source="*")
