"""Forms for lists of dealers: kept under a name, given to an officer."""

from django import forms
from django.http import QueryDict

from dealers.forms.fields import PeopleField
from dealers.models import Dealer
from dmi.accounts.models import User
from dmi.forms import ActionForm

NO_QUESTION = ("page", "list", "csrfmiddlewaretoken")


class SaveListForm(ActionForm):
    name = forms.CharField(label="Name of the list", max_length=60)
    asked = forms.CharField(
        label="What it asks", max_length=2000, required=False, widget=forms.HiddenInput,
        help_text="As the address of the list has it behind its question mark: filters, order and columns.",
    )  # fmt: skip
    is_shared = forms.BooleanField(
        label="Share it with colleagues", required=False, help_text="Each sees in it whom he may see himself."
    )

    def clean(self):
        """The question in its parts: what is empty asks nothing."""
        asked = QueryDict(self.cleaned_data.pop("asked", "").replace("%00", ""))  # PostgreSQL takes no NUL
        query = {name: asked[name] for name in asked if asked[name] and name not in (*NO_QUESTION, "columns")}
        return self.cleaned_data | {"query": query, "columns": asked.getlist("columns")}


class AssignDealersForm(ActionForm):
    dealers = PeopleField(Dealer.objects.none(), label="Who is assigned", widget=forms.CheckboxSelectMultiple)
    officer = forms.ModelChoiceField(User.objects.none(), label="To whom", empty_label="Choose an officer")

    def offer(self, officer):
        self.fields["dealers"].queryset = Dealer.objects.visible_to(officer).with_names()
        self.fields["officer"].queryset = User.objects.visible_to(officer).holding("dealers.view_dealer")
