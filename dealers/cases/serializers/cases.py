"""What the API tells of a case."""

from rest_framework import serializers

from dealers.cases.models import Case, Count, Step, Trigger, Waiver
from dealers.serializers.dossier import DealerName
from dmi.accounts.serializers import OfficerName
from markets.serializers.markets import MarketName


class CaseName(serializers.ModelSerializer):
    class Meta:
        model = Case
        fields = ["id", "number"]


class CaseFacts(CaseName):
    """Where a case stands, who answers for it, and by when its prosecution should have commenced."""

    dealer = DealerName()
    market = MarketName()
    owner = OfficerName(allow_null=True)
    prosecutor = OfficerName(allow_null=True)
    by = OfficerName()
    last_day = serializers.DateField(allow_null=True, help_text="Of the limitation, waivers counted.")

    class Meta(CaseName.Meta):
        fields = [
            *CaseName.Meta.fields, "dealer", "market", "court", "basis", "state", "owner", "next_step", "next_step_on",
            "prosecutor", "approved_without_lab", "commence_by", "last_day", "banked_on", "commenced_on",
            "commenced_by", "docket", "outcome", "by", "at",
        ]  # fmt: skip


class CasesOf(serializers.Serializer):
    cases = CaseFacts(many=True)


class CountFacts(serializers.ModelSerializer):
    statute = serializers.CharField()
    last_day = serializers.DateField(allow_null=True, help_text="On which a prosecution for this may commence.")
    buy = serializers.UUIDField(source="buy_id", allow_null=True)
    by = OfficerName()

    class Meta:
        model = Count
        fields = ["id", "offence", "statute", "offence_on", "last_day", "buy", "by", "at"]


class StepFacts(serializers.ModelSerializer):
    by = OfficerName()

    class Meta:
        model = Step
        fields = ["verb", "source", "target", "because", "by", "at"]


class TriggerFacts(serializers.ModelSerializer):
    requested_by = OfficerName()
    decided_by = OfficerName(allow_null=True)
    hours_to_decision = serializers.FloatField(allow_null=True)
    hours_to_arrest = serializers.FloatField(allow_null=True)

    class Meta:
        model = Trigger
        fields = [
            "id", "kind", "happened_at", "words", "requested_by", "requested_at", "decided_by", "decided_at",
            "is_granted", "decided_because", "vouched_for_time", "arrested_at", "hours_to_decision", "hours_to_arrest",
        ]  # fmt: skip


class WaiverFacts(serializers.ModelSerializer):
    consented_by = OfficerName()

    class Meta:
        model = Waiver
        fields = ["id", "signed_on", "until_on", "consented_by", "consented_on", "at"]


class CaseFile(CaseFacts):
    counts = CountFacts(many=True)
    steps = StepFacts(many=True)
    triggers = TriggerFacts(many=True)
    waivers = WaiverFacts(many=True)
    missing = serializers.ListField(
        child=serializers.CharField(), help_text="What it lacks before it is evidence-ready, in words."
    )

    class Meta(CaseFacts.Meta):
        fields = [*CaseFacts.Meta.fields, "counts", "steps", "triggers", "waivers", "missing"]


class TransitionFacts(serializers.Serializer):
    number = serializers.IntegerField()
    verb = serializers.CharField()
    sources = serializers.ListField(child=serializers.CharField())
    target = serializers.CharField()
    guards = serializers.ListField(child=serializers.CharField(), help_text="What must hold.")
    roles = serializers.ListField(child=serializers.CharField(), help_text="Whose act it is.")
    writes = serializers.CharField(help_text="What is written besides the state.")


class States(serializers.Serializer):
    transitions = TransitionFacts(many=True)
