"""What the API tells of imported lists."""

from rest_framework import serializers

from dealers import imports
from dealers.models import ImportBatch
from dealers.serializers.dossier import DealerName
from dmi.accounts.serializers import OfficerName
from markets.serializers.markets import MarketName


class BatchFacts(serializers.ModelSerializer):
    """A list on its way to becoming drafts."""

    market = MarketName()
    by = OfficerName()
    columns = serializers.SerializerMethodField(help_text="For each column of the list which of ours it is, or “”.")
    unknown = serializers.SerializerMethodField(help_text="What is said of columns from which nothing is read.")
    bad_count = serializers.IntegerField(help_text="Rows with errors.")
    alike_count = serializers.IntegerField(help_text="Good rows that look like a record or an earlier row.")

    class Meta:
        model = ImportBatch
        fields = [
            "id", "source", "file_name", "market", "state", "failed_because", "columns", "unknown", "row_count",
            "good_count", "bad_count", "alike_count", "imported_count", "by", "at", "imported_at", "undone_at",
        ]  # fmt: skip

    def get_columns(self, batch) -> dict[str, str]:
        return {name: batch.mapping.get(name, "") for name in batch.header}

    def get_unknown(self, batch) -> list[str]:
        return [each.words for each in imports.unknown(batch.header, batch.mapping)]


class RowError(serializers.Serializer):
    column = serializers.CharField(allow_blank=True, help_text="Empty: the whole row.")
    message = serializers.CharField()


class AlikeFacts(serializers.Serializer):
    """A record, another row, or only whom to call about a record that you may not see."""

    words = serializers.CharField()
    row = serializers.IntegerField(allow_null=True, help_text="The line of another row.")
    dealer = DealerName(allow_null=True)
    percent = serializers.IntegerField(allow_null=True, help_text="From 0, strangers, to 100, one person.")
    reasons = serializers.ListField(child=serializers.CharField())


class CheckedRow(serializers.Serializer):
    line = serializers.IntegerField()
    name = serializers.CharField(source="row.name", allow_blank=True)
    is_good = serializers.BooleanField()
    is_alike = serializers.BooleanField(help_text="Left out unless somebody chooses it.")
    errors = RowError(many=True)
    alike = AlikeFacts(many=True)
