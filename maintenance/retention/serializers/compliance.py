"""What the API tells of the month's compliance: as it was frozen, by reference alone."""

import json

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from maintenance.retention.models import ComplianceReport


class ComplianceFacts(serializers.ModelSerializer):
    class Meta:
        model = ComplianceReport
        fields = ["id", "month", "contents_sha256", "made_at"]


class ComplianceWhole(ComplianceFacts):
    contents = serializers.SerializerMethodField()

    class Meta(ComplianceFacts.Meta):
        fields = [*ComplianceFacts.Meta.fields, "contents"]

    @extend_schema_field(OpenApiTypes.OBJECT)
    def get_contents(self, report):
        return json.loads(report.contents)
