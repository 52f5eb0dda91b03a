"""What somebody needs, the plan and its tasks, who helps."""

from rest_framework import serializers

from callins.dtc.models import Need, NeedsAssessment, PlanStep, Referral, ServiceDelivered


class NeedFacts(serializers.ModelSerializer):
    class Meta:
        model = Need
        fields = ["id", "area", "is_urgent", "words", "met_on"]


class AssessmentFacts(serializers.ModelSerializer):
    needs = NeedFacts(many=True, source="in_order")

    class Meta:
        model = NeedsAssessment
        fields = ["id", "assessed_on", "instrument", "words", "needs"]


class NeededFacts(serializers.Serializer):
    need = NeedFacts()
    since = serializers.DateField(help_text="Since when it has been there without a break.")
    days = serializers.IntegerField(help_text="Up to today, or to the day on which it was met.")


class PlanStepFacts(serializers.ModelSerializer):
    class Meta:
        model = PlanStep
        fields = ["id", "need", "words", "sees_to_it", "due_on", "done_on", "dropped_why"]


class PlannedStepFacts(serializers.Serializer):
    step = PlanStepFacts(source="row")
    is_overdue = serializers.BooleanField()


class PhaseTaskFacts(serializers.Serializer):
    code = serializers.CharField(source="asked.task.code")
    words = serializers.CharField(source="asked.task.words")
    stays = serializers.BooleanField(source="asked.task.stays", help_text="A restart does not ask for it again.")
    done_on = serializers.DateField(source="asked.done_on", allow_null=True)
    done_before = serializers.DateField(
        source="asked.done_before", allow_null=True, help_text="In an earlier attempt; it is asked for again."
    )
    basis = serializers.CharField()


class PhaseTasksFacts(serializers.Serializer):
    number = serializers.IntegerField()
    is_current = serializers.BooleanField()
    tasks = PhaseTaskFacts(many=True)


class ReferralFacts(serializers.ModelSerializer):
    days_to_first = serializers.IntegerField(allow_null=True)

    class Meta:
        model = Referral
        fields = ["id", "provider", "service", "referred_on", "first_seen_on", "days_to_first", "ended_on"]


class ReferredFacts(serializers.Serializer):
    referral = ReferralFacts(source="row")
    waiting = serializers.IntegerField(allow_null=True, help_text="Days without a first visit.")
    delivered = serializers.ListField(child=serializers.CharField())
    last_on = serializers.DateField(allow_null=True)


class ServiceDeliveredFacts(serializers.ModelSerializer):
    class Meta:
        model = ServiceDelivered
        fields = ["id", "delivered_on", "units", "unit"]


class PlanFacts(serializers.Serializer):
    """What somebody needs, what is planned, who helps."""

    assessment = AssessmentFacts(allow_null=True)
    earlier = AssessmentFacts(many=True)
    needs = NeededFacts(many=True)
    steps = PlannedStepFacts(many=True)
    phases = PhaseTasksFacts(many=True)
    referrals = ReferredFacts(many=True)
