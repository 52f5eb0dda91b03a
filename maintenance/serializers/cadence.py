"""What the API tells of the CRT's calendar."""

from rest_framework import serializers

from dmi.accounts.models import TaskForce


class Rhythm(serializers.ModelSerializer):
    """The task force's own settings of its week."""

    meets_at = serializers.SerializerMethodField(help_text="An hour on the wall, like 10:00.")

    class Meta:
        model = TaskForce
        fields = [
            "name", "time_zone", "meets_on", "meets_at", "meets_every_days", "item_days", "alert_hours", "most_points",
        ]  # fmt: skip

    def get_meets_at(self, task_force) -> str:
        return f"{task_force.meets_at:%H:%M}"


class TurnFacts(serializers.Serializer):
    """One meeting and what follows from it."""

    edition = serializers.CharField(help_text="Of the sheet that follows, like 2026-W48.")
    meets_at = serializers.DateTimeField()
    frozen_by = serializers.DateTimeField(help_text="From then on the clock freezes what no hand froze.")
    starts_on = serializers.DateField(help_text="The first day of its sheet.")
    ends_on = serializers.DateField()


class CadenceFacts(serializers.Serializer):
    task_force = Rhythm()
    turns = TurnFacts(many=True)
