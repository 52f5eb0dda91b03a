"""What the API tells of alerts and actions. Of what an action is about only its readers are told, not its acts."""

from rest_framework import serializers

from dealers.serializers.dossier import DealerName
from dmi.accounts.serializers import OfficerName
from maintenance.models import Action, NewDealerAlert
from maintenance.serializers.meetings import ItemFacts
from markets.serializers.markets import MarketName
from markets.serializers.places import HotPlaceFacts


class ActionFacts(serializers.ModelSerializer):
    assignee = OfficerName()
    by = OfficerName()

    class Meta:
        model = Action
        fields = ["id", "step", "what", "assignee", "due_on", "state", "outcome", "ended_at", "by", "at"]


class AlertFacts(serializers.ModelSerializer):
    """A new name or place, and the clock that runs until the first action."""

    market = MarketName()
    dealer = DealerName(allow_null=True)
    hot_place = HotPlaceFacts(allow_null=True)
    closed_by = OfficerName(allow_null=True)
    hours_to_act = serializers.FloatField(allow_null=True, help_text="From the alert to the first action.")

    class Meta:
        model = NewDealerAlert
        fields = [
            "id", "market", "source", "what", "dealer", "hot_place", "raised_at", "due_at", "first_action_at",
            "hours_to_act", "closed_at", "closed_by", "outcome", "why",
        ]  # fmt: skip


class AlertWhole(AlertFacts):
    actions = ActionFacts(many=True, source="seen_actions")
    next_step = serializers.ChoiceField(
        Action.Step.choices, help_text="The least step of the ladder that was not tried yet."
    )

    class Meta(AlertFacts.Meta):
        fields = [*AlertFacts.Meta.fields, "actions", "next_step"]


class ActionRow(ActionFacts):
    """With what it answers, as far as you may see it."""

    alert = AlertFacts(allow_null=True)
    item = ItemFacts(allow_null=True)

    class Meta(ActionFacts.Meta):
        fields = [*ActionFacts.Meta.fields, "alert", "item"]


class ReassignedFacts(serializers.Serializer):
    count = serializers.IntegerField(help_text="How many actions have another assignee.")
