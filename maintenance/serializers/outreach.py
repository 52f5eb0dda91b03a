"""What the API tells of outreach: where and by when. A name is for whom the person agreed to."""

from rest_framework import serializers

from dmi.accounts.serializers import OfficerName
from maintenance.models import OutreachTask


class OutreachFacts(serializers.ModelSerializer):
    partner = OfficerName(allow_null=True)
    days_to_contact = serializers.IntegerField(
        allow_null=True, help_text="From what happened; null until contact is made."
    )

    class Meta:
        model = OutreachTask
        fields = [
            "id", "occasion", "happened_on", "place", "partner", "due_on", "contacted_on", "days_to_contact",
            "ended_on", "outcome",
        ]  # fmt: skip


class OutreachPage(OutreachFacts):
    agreed_name = serializers.SerializerMethodField(help_text="To who reaches out and who took the word; else empty.")
    agreed_phone = serializers.SerializerMethodField(help_text="As the name.")

    class Meta(OutreachFacts.Meta):
        fields = [*OutreachFacts.Meta.fields, "has_agreed", "agreed_name", "agreed_phone"]

    def get_agreed_name(self, task) -> str:
        return task.agreed_name if task.is_told_names(self.context["request"].user) else ""

    def get_agreed_phone(self, task) -> str:
        return task.agreed_phone if task.is_told_names(self.context["request"].user) else ""
