"""Consents: what a participant allows to be told."""

from django import forms

from callins.dtc.forms.base import day
from callins.dtc.models import Consent
from dmi.accounts.models import User
from dmi.accounts.roles import Role
from dmi.forms import DAY, ActionForm

RULES = [
    (Consent.Rule.PATIENT, "2.31: the participant’s own. May be revoked at any time"),
    (Consent.Rule.JUSTICE, "2.35: to those who watch over the case. May be revoked from a date or event that it names"),
]
SCOPES = [
    (Consent.Scope.STATUS, "Status: one word and its date, for court, prosecutor, supervising officer"),
    (Consent.Scope.DOCKET, f"{Consent.Scope(Consent.Scope.DOCKET).label}, for the court"),
    (Consent.Scope.COURSE, "Phase, day and next meeting, for a liaison"),
    (Consent.Scope.CONTACT, "Support contact: a name and a liaison, no reason"),
    (Consent.Scope.PROCEEDINGS, "Use in a proceeding: on a paper of its own"),
    (Consent.Scope.COUNSELLING, "Counselling notes: on a paper of its own"),
]
SHOWN = {Role.PROSECUTOR, Role.COURT_CLERK, Role.PARTNER, Role.LIAISON}  # as what somebody is named


class OfficersField(forms.ModelMultipleChoiceField):
    """Chosen by name on the page; by badge in the API."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **facts):
        super().__init__(User.objects.none(), to_field_name="badge", required=False, **facts)

    def label_from_instance(self, officer):
        named_as = [Role(role).label.lower() for role in officer.roles if role in SHOWN]
        return f"{officer}, {' and '.join(named_as)}"


class RecordConsentForm(ActionForm):
    """The elements of 42 CFR 2.31(a), one by one, and what 2.35 asks for besides."""

    rule = forms.ChoiceField(label="Under which rule was it signed?", choices=RULES, widget=forms.RadioSelect)
    scope = forms.ChoiceField(label="What may be told?", choices=SCOPES, widget=forms.RadioSelect)
    discloser = forms.CharField(label="Who may tell it", max_length=120, initial="Treatment court team")
    recipients = forms.CharField(
        label="To whom", max_length=200, help_text="As the paper names them: people or offices, like “Windsor court”."
    )
    is_to_court = forms.BooleanField(
        label="It names the court", required=False,
        help_text="Nobody is enrolled, and nobody stands on a docket that leaves the team, without one that does.",
    )  # fmt: skip
    officers = OfficersField(
        label="Who of them has an account here",
        help_text="They find on a page of their own what is told under this consent; nobody else of their office does.",
    )
    purpose = forms.CharField(
        label="What for", max_length=200, help_text="As narrow as it is, like “To supervise the plea”."
    )
    signed_on = day("Signed on")
    signed_by = forms.CharField(
        label="Signed by", max_length=120, help_text="The participant, or who may by law: counsel confirms whom."
    )
    expires_on = forms.DateField(
        label="Expires on", widget=DAY, required=False,
        help_text="In force to the end of that day. 2.31 needs it; under 2.35 empty means until the final disposition.",
    )  # fmt: skip
    revocable_from = forms.CharField(
        label="May be revoked from", max_length=160, required=False,
        help_text="2.35 needs it: a date or an event, no later than the final disposition.",
    )  # fmt: skip
    revocable_on = forms.DateField(
        label="The day of that, where it is known", widget=DAY, required=False,
        help_text="Of an event it is added once it has come.",
    )  # fmt: skip

    def offer(self, officer):
        known = User.objects.visible_to(officer)
        may_be_told = known.holding("dtc.view_status_reports") | known.holding("dtc.view_courses")
        self.fields["officers"].queryset = may_be_told


class MakeConsentRevocableForm(ActionForm):
    revocable_on = day("From which day", help_text="The day on which what the consent names came, or will come.")
