"""What the API tells of the monthly pages."""

import json

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from dmi.accounts.serializers import OfficerName
from maintenance.models import MonthlyPage


class MonthlyPageFacts(serializers.ModelSerializer):
    by = OfficerName()

    class Meta:
        model = MonthlyPage
        fields = ["id", "month", "words", "contents_sha256", "by", "at"]


class MonthlyPageWhole(MonthlyPageFacts):
    """With what was frozen: every figure as it was told then, null where no list spoke of it."""

    contents = serializers.SerializerMethodField()

    class Meta(MonthlyPageFacts.Meta):
        fields = [*MonthlyPageFacts.Meta.fields, "contents"]

    @extend_schema_field(OpenApiTypes.OBJECT)
    def get_contents(self, page):
        return json.loads(page.contents)
