"""What the API tells of the CRT’s meetings."""

from rest_framework import serializers

from dealers.serializers.dossier import DealerName
from dmi.accounts.serializers import OfficerName
from maintenance.models import AgendaItem, Decision, Meeting, MeetingAttendance
from markets.serializers.markets import MarketName
from markets.serializers.places import HotPlaceFacts


class MeetingFacts(serializers.ModelSerializer):
    recorder = OfficerName()
    is_open = serializers.BooleanField()

    class Meta:
        model = Meeting
        fields = ["id", "week_of", "held_on", "recorder", "opened_at", "headline", "is_open", "closed_at"]


class MeetingRow(MeetingFacts):
    points = serializers.IntegerField(help_text="Points of the agenda that you see.")
    decided = serializers.IntegerField()

    class Meta(MeetingFacts.Meta):
        fields = [*MeetingFacts.Meta.fields, "points", "decided"]


class AttendanceFacts(serializers.ModelSerializer):
    """Somebody at the table: an officer, or a guest by name and agency."""

    officer = OfficerName(allow_null=True)
    by = OfficerName()

    class Meta:
        model = MeetingAttendance
        fields = ["id", "officer", "name", "agency", "by", "at"]


class Carried(serializers.Serializer):
    carried = serializers.IntegerField(help_text="How many points were carried over to the next meeting.")


class DecisionFacts(serializers.ModelSerializer):
    by = OfficerName()
    owner = OfficerName(allow_null=True)
    liaison = OfficerName(allow_null=True)
    version = serializers.CharField(help_text="Said as `seen` by whoever replaces or takes back this decision.")

    class Meta:
        model = Decision
        fields = [
            "kind", "attention", "reason", "patrol_line", "officer_action", "expires_on", "owner", "liaison", "by",
            "decided_at", "version",
        ]  # fmt: skip


class ItemFacts(serializers.ModelSerializer):
    """A point of the agenda: a person or a place."""

    dealer = DealerName(allow_null=True)
    hot_place = HotPlaceFacts(allow_null=True)
    choices = serializers.ListField(child=serializers.ChoiceField(Decision.Kind.choices))

    class Meta:
        model = AgendaItem
        fields = ["id", "position", "section", "dealer", "hot_place", "reasons", "is_on_sheet", "choices"]


class ItemRow(ItemFacts):
    decision = DecisionFacts(allow_null=True, default=None)

    class Meta(ItemFacts.Meta):
        fields = [*ItemFacts.Meta.fields, "decision"]


class WeekLine(serializers.Serializer):
    """One measure of a market: the four weeks before, oldest first, then this one."""

    label = serializers.CharField()
    counts = serializers.ListField(child=serializers.IntegerField())
    until = serializers.DateField(help_text="The last day of this week, as far as the lists speak.")
    mean = serializers.FloatField(help_text="Of the four weeks before.")
    mean_a_year_ago = serializers.FloatField(allow_null=True, help_text="A week, of the same five weeks a year ago.")
    is_more = serializers.BooleanField(help_text="More than chance does, against the four weeks.")
    is_less = serializers.BooleanField()


class MarketWeekFacts(serializers.Serializer):
    market = MarketName()
    until = serializers.DateField()
    lines = WeekLine(many=True)


class MeetingWithWeek(MeetingFacts):
    markets = MarketWeekFacts(many=True)

    class Meta(MeetingFacts.Meta):
        fields = [*MeetingFacts.Meta.fields, "markets"]


class MeetingWithAgenda(MeetingFacts):
    agenda = ItemRow(many=True)
    present = AttendanceFacts(many=True, help_text="Who sits at the table.")

    class Meta(MeetingFacts.Meta):
        fields = [*MeetingFacts.Meta.fields, "agenda", "present"]
