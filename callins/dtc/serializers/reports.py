"""What was told, to whom; and what those who are told find."""

from rest_framework import serializers

from callins.dtc.models import Disclosure, StatusReport
from callins.dtc.models.disclosure import NOTICE


class StatusReportFacts(serializers.ModelSerializer):
    class Meta:
        model = StatusReport
        fields = ["id", "says", "as_of"]


class ToldStatus(serializers.ModelSerializer):
    """Name, docket number, the word, the date, who says so; with the notice and the scope of the consent (2.32)."""

    name = serializers.CharField(source="enrolment.participant")
    docket = serializers.CharField(source="enrolment.docket")
    by = serializers.CharField(source="by.name_with_rank")
    scope = serializers.CharField(source="consent.get_scope_display")
    notice = serializers.ReadOnlyField(default=NOTICE)

    class Meta:
        model = StatusReport
        fields = ["id", "name", "docket", "says", "as_of", "by", "scope", "notice"]


class CourseTold(serializers.Serializer):
    name = serializers.CharField()
    phase = serializers.IntegerField()
    day = serializers.IntegerField()
    next_meeting = serializers.DateTimeField(allow_null=True)


class CoursesTold(serializers.Serializer):
    """Of those whom a liaison supports; nothing else is told."""

    courses = CourseTold(many=True)
    notice = serializers.CharField()


class DisclosureFacts(serializers.ModelSerializer):
    """A line of the account: what left, to whom, under which consent, when, by whom."""

    consent_id = serializers.UUIDField()
    rule = serializers.CharField(source="consent.rule")
    scope = serializers.CharField(source="consent.scope")
    by = serializers.CharField(source="by.name_with_rank")

    class Meta:
        model = Disclosure
        fields = ["id", "at", "what", "recipients", "consent_id", "rule", "scope", "by", "notice"]
