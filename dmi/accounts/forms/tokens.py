"""The form for a key."""

from django import forms

from dmi.accounts.models import Token
from dmi.forms import ActionForm

SCOPES = [(scope, label.capitalize()) for scope, label in Token.Scope.choices]


class MakeTokenForm(ActionForm):
    name = forms.CharField(label="What it is for", max_length=60)
    scope = forms.ChoiceField(label="It may", choices=SCOPES, initial=Token.Scope.READ, widget=forms.RadioSelect)
    days = forms.IntegerField(label="Days it lasts", min_value=1, max_value=365, initial=90)
