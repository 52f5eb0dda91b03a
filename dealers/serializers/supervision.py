"""What the API tells of supervision."""

from rest_framework import serializers

from dealers.models import Condition, Supervision, Violation
from dealers.serializers.facts import TOLD, Fact, Versioned
from dmi.accounts.serializers import OfficerName


class ViolationFacts(serializers.ModelSerializer):
    by = OfficerName()

    class Meta:
        model = Violation
        fields = ["id", "what", "seen_on", "reported_on", "outcome", "outcome_on", "by", "at"]


class ConditionFacts(Versioned):
    """One condition, and whether police may act on it or only report it."""

    verified_by = OfficerName()

    class Meta:
        model = Condition
        fields = ["id", "words", "permits", "source", "verified_on", "verified_by", "until_on", "version"]


class ConditionRow(ConditionFacts):
    violations = ViolationFacts(many=True)

    class Meta(ConditionFacts.Meta):
        fields = [*ConditionFacts.Meta.fields, "violations"]


class SupervisionFacts(Fact):
    class Meta:
        model = Supervision
        fields = ["id", "kind", "supervising_officer", "phone", "from_on", "until_on", *TOLD]


class SupervisionRow(SupervisionFacts):
    conditions = ConditionRow(many=True)

    class Meta(SupervisionFacts.Meta):
        fields = [*SupervisionFacts.Meta.fields, "conditions"]


class Supervised(serializers.Serializer):
    """All of a dealer's supervision. What nobody verified for so many days prints on no card."""

    condition_days = serializers.IntegerField(help_text="Days for which a verified condition prints.")
    supervisions = SupervisionRow(many=True)


class ConditionOnCard(serializers.ModelSerializer):
    class Meta:
        model = Condition
        fields = ["words", "permits", "verified_on"]


class SupervisionOnCard(serializers.ModelSerializer):
    """What an officer needs of it: whom to call, and the conditions that somebody verified lately."""

    conditions = ConditionOnCard(many=True, source="terms")

    class Meta:
        model = Supervision
        fields = ["kind", "supervising_officer", "phone", "conditions"]
