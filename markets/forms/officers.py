from django import forms

from dmi.accounts.models import User
from dmi.forms import ActionForm


class AssignOfficerForm(ActionForm):
    officer = forms.ModelChoiceField(User.objects.none(), label="Officer", empty_label="Choose an officer")
    is_lead = forms.BooleanField(label="Leads the investigation", required=False)

    def offer(self, officer):
        self.fields["officer"].queryset = User.objects.visible_to(officer).holding("markets.view_market")
