"""The form that lends a role."""

from django import forms
from django.utils import timezone

from dmi.accounts.roles import Role
from dmi.forms import DAY, ActionForm

NEVER_LENT = {Role.CLOCK, Role.PARTNER}
LENT = [(role.value, role.label) for role in Role if role not in NEVER_LENT]


class LendRoleForm(ActionForm):
    role = forms.ChoiceField(label="Acting as", choices=LENT)
    from_on = forms.DateField(label="From", widget=DAY, initial=timezone.localdate)
    until_on = forms.DateField(label="Until, that day included", widget=DAY, help_text="At most 60 days.")
    because = forms.CharField(
        label="Why", max_length=160, help_text="Like: for Sgt. Brandt, on leave. The officer reads it on the desk."
    )
