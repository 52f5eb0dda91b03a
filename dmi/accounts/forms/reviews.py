"""The form of one account in the yearly review."""

from django import forms

from dmi.accounts.models import ReviewedAccount
from dmi.forms import ActionForm


class JudgeAccountForm(ActionForm):
    verdict = forms.ChoiceField(
        label="Does this person still need this account, with these roles?", choices=ReviewedAccount.Verdict,
        widget=forms.RadioSelect,
    )  # fmt: skip
