"""The program's rules, as rows that hold from a date."""

from rest_framework import serializers

from callins.dtc.models import ProgramRules


class ProgramRulesFacts(serializers.ModelSerializer):
    """`id` is null where the rules are the seed's, or were withdrawn just now."""

    phases = serializers.JSONField(help_text="[{days, clear_days, tasks: [{code, words, stays}]}]")

    class Meta:
        model = ProgramRules
        fields = [
            "id", "from_on", "phases", "relapse", "week_starts", "odds_of", "odds_in", "floor", "urine_hours",
            "oral_fluid_hours", "check_ins_a_week", "why", "at",
        ]  # fmt: skip


class RulesInForceFacts(serializers.Serializer):
    """What holds today, seed values included, and every row that was set: those after today may be withdrawn."""

    today = serializers.DateField()
    in_force = ProgramRulesFacts()
    rows = ProgramRulesFacts(many=True)
