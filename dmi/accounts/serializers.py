"""What the API tells of officers and tokens."""

from rest_framework import serializers

from dmi.accounts.models import AccountReview, ActingRole, Agency, ReviewedAccount, TaskForce, Token, User


class OfficerName(serializers.ModelSerializer):
    name = serializers.CharField(source="name_with_rank")

    class Meta:
        model = User
        fields = ["id", "badge", "name"]


class AgencyName(serializers.ModelSerializer):
    class Meta:
        model = Agency
        fields = ["id", "name"]


class Officer(serializers.ModelSerializer):
    agency = AgencyName(allow_null=True)

    class Meta:
        model = User
        fields = [
            "id", "badge", "full_name", "rank", "phone", "email", "agency", "roles", "is_sworn", "shift", "is_active",
            "locked_at",
        ]  # fmt: skip


class TokenFacts(serializers.ModelSerializer):
    class Meta:
        model = Token
        fields = ["id", "name", "scope", "made_at", "expires_at", "revoked_at"]


class MadeToken(TokenFacts):
    secret = serializers.CharField(help_text="Shown in this answer and never again.")

    class Meta(TokenFacts.Meta):
        fields = [*TokenFacts.Meta.fields, "secret"]


class LentRole(serializers.ModelSerializer):
    officer = OfficerName()
    lent_by = OfficerName()

    class Meta:
        model = ActingRole
        fields = ["id", "officer", "role", "because", "from_on", "until_on", "lent_by", "lent_at", "ended_at"]


class AccountReviewLine(serializers.ModelSerializer):
    opened_by = OfficerName()
    signed_by = OfficerName(allow_null=True)

    class Meta:
        model = AccountReview
        fields = ["id", "opened_by", "opened_at", "signed_by", "signed_at"]


class AccountLookedAt(serializers.ModelSerializer):
    officer = OfficerName()
    by = OfficerName(allow_null=True)

    class Meta:
        model = ReviewedAccount
        fields = ["officer", "roles", "verdict", "by", "at"]


class AccountReviewFacts(AccountReviewLine):
    accounts = AccountLookedAt(many=True)

    class Meta(AccountReviewLine.Meta):
        fields = [*AccountReviewLine.Meta.fields, "accounts"]


class SettingsFacts(serializers.ModelSerializer):
    class Meta:
        model = TaskForce
        fields = [
            "name", "time_zone", "home_state", "idle_days", "draft_days", "tip_days", "search_days", "backup_days",
            "condition_days", "fewest_support_names", "capacity_days", "capacity_kinds", "overdoses", "overdose_hours",
            "juvenile_until", "youthful_until", "juvenile_statute",
        ]  # fmt: skip
