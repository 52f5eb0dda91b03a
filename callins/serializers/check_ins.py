"""What the API tells of check-ins and support contacts. Of why somebody is one there is nothing to tell."""

from rest_framework import serializers

from callins.models import CheckIn, CheckInSchedule, OfferCondition, SupportContact
from dealers.serializers.dossier import DealerName
from dmi.accounts.serializers import OfficerName
from dmi.audit.versions import version


class AllowingCondition(serializers.ModelSerializer):
    class Meta:
        model = OfferCondition
        fields = ["id", "number", "kind", "text"]


class ScheduleFacts(serializers.ModelSerializer):
    dealer = DealerName()
    liaison = OfficerName()
    condition = AllowingCondition(allow_null=True)
    version = serializers.SerializerMethodField(help_text="What a change sends back as `seen`.")

    class Meta:
        model = CheckInSchedule
        fields = [
            "id", "dealer", "liaison", "condition", "times_a_week", "where", "from_on", "until_on", "version",
        ]  # fmt: skip

    def get_version(self, schedule) -> str:
        return version(schedule, schedule.CORRECTED)


class CheckInFacts(serializers.ModelSerializer):
    by = OfficerName()

    class Meta:
        model = CheckIn
        fields = [
            "id", "at", "by", "is_met", "place", "wellbeing", "support_offered", "is_inspected", "basis", "basis_said",
            "present", "findings",
        ]  # fmt: skip


class LoggedCheckIn(CheckInFacts):
    inspection_refused = serializers.CharField(
        help_text="Why the inspection was not kept, where it had no basis; the visit was."
    )

    class Meta(CheckInFacts.Meta):
        fields = [*CheckInFacts.Meta.fields, "inspection_refused"]


class StopFacts(serializers.Serializer):
    """A schedule as the day finds it."""

    schedule = ScheduleFacts()
    fault = serializers.CharField(source="schedule.fault", help_text="Why this liaison can not go on visiting.")
    done = serializers.IntegerField(source="week.done", help_text="Days of this week on which the person was met.")
    owed = serializers.IntegerField(source="week.owed", help_text="Visits that this week owes.")
    next_due = serializers.DateField(source="week.next_due", allow_null=True)
    overdue_since = serializers.DateField(allow_null=True)
    last_met_on = serializers.DateField(allow_null=True)


class RoundsFacts(serializers.Serializer):
    today = serializers.DateField()
    stops = StopFacts(many=True)


class ScheduleWhole(StopFacts):
    visits = CheckInFacts(many=True, help_text="Every attempt, the latest first.")


class SupportContactFacts(serializers.ModelSerializer):
    dealer = DealerName()
    liaison = OfficerName()

    class Meta:
        model = SupportContact
        fields = ["id", "dealer", "liaison", "from_on", "until_on", "asks_to_call"]
