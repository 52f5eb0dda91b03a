"""Forms for what follows the evening: who stays in touch, contacts, help, the word, arrests, the end of an offer."""

from django import forms
from django.utils import timezone

from callins.models import CallIn, Offer, ReservedService
from callins.planning import reserved_for
from dealers.cases.models import Trigger
from dealers.cases.states import State
from dealers.forms.fields import MOMENT, NEVER_NAME
from dmi.accounts.models import User
from dmi.forms import DAY, ActionForm

TODAY = {"widget": DAY, "initial": timezone.localdate}
ENDS = (Offer.State.COMPLETED, Offer.State.BREACHED)
NO_TREATMENT = "Nothing of treatment court: no test, no attendance. " + NEVER_NAME


class EitherField(forms.NullBooleanField):
    """One of two tiles; by JSON true or false. Neither is chosen for the officer."""

    widget = forms.RadioSelect

    def __init__(self, yes, no, **kwargs):
        super().__init__(**kwargs)
        self.widget.choices = [("true", yes), ("false", no)]

    def validate(self, value):
        if value is None:
            raise forms.ValidationError("Choose one of the two.")


class SaidField(forms.CharField):
    def __init__(self, label, **kwargs):
        super().__init__(label=label, max_length=300, widget=forms.Textarea(attrs={"rows": 3}), **kwargs)


class OwnerField(forms.ModelChoiceField):
    def label_from_instance(self, officer):
        return f"{officer}, {officer.role_names.lower()}"


class AssignFollowUpForm(ActionForm):
    owner = OwnerField(
        User.objects.none(), label="Who stays in touch", empty_label="Choose an officer",
        help_text="Once the call-in is held he sees the invitation and finds every contact on his desk.",
    )  # fmt: skip

    def offer(self, officer):
        self.fields["owner"].queryset = User.objects.visible_to(officer).holding("callins.log_follow_up")


class LogFollowUpForm(ActionForm):
    is_reached = EitherField("Reached", "Not reached", label="Did you reach the person?")
    tried_at = forms.DateTimeField(label="When", widget=MOMENT, initial=timezone.now)
    note = SaidField("What was said", required=False, help_text="How the person is, what is needed. " + NO_TREATMENT)


class PlaceField(forms.ModelChoiceField):
    """A reserved place, with how many are left."""

    free: dict = {}  # by the service's key, set by the form

    def label_from_instance(self, place):
        left = self.free.get(place.pk, place.places)
        return f"{place}: {left} of {place.places} places left"


class AskForServiceForm(ActionForm):
    reserved = PlaceField(
        ReservedService.objects.none(), label="Where", required=False,
        empty_label="Something else", blank=True, widget=forms.RadioSelect,
    )  # fmt: skip
    service = forms.ChoiceField(
        label="If something else: what", required=False, choices=[("", "Choose"), *ReservedService.Service.choices]
    )
    provider = forms.CharField(label="From whom", max_length=80, required=False, help_text="As far as it is known.")
    asked_on = forms.DateField(label="Asked for on", **TODAY)

    @classmethod
    def about(cls, invitation, said, officer):
        """With the places of this call-in, as far as the officer sees it, and how many of each are free."""
        form = cls(said, officer=officer)
        field = form.fields["reserved"]
        field.queryset = ReservedService.objects.visible_to(officer).of(invitation.call_in)
        field.free = {each.service.pk: each.free for each in reserved_for(invitation.call_in)}
        return form


class DeliverServiceForm(ActionForm):
    delivered_on = forms.DateField(label="It came on", **TODAY)


class RecordWordForm(ActionForm):
    is_kept = EitherField("Kept", "Broken", label="The promise of the call-in")
    found_on = forms.DateField(label="Found on", **TODAY)
    basis = SaidField("On what it rests", help_text="A report’s number, who saw it. " + NO_TREATMENT)
    kind = forms.ChoiceField(
        label="Broken by", required=False, choices=[("", "Somebody else asks"), *Trigger.Kind.choices],
        help_text="With it you request the activation of the banked case in the same act; somebody else decides.",
    )  # fmt: skip
    happened_at = forms.DateTimeField(
        label="When that was", required=False, widget=MOMENT, help_text="The hours until the decision are measured."
    )

    @classmethod
    def about(cls, invitation, said, officer):
        """What requests an activation is asked of who may request it, while there is a banked case to activate."""
        form = cls(said, officer=officer)
        if not may_activate(invitation, officer):
            del form.fields["kind"], form.fields["happened_at"]
        return form


def may_activate(invitation, officer):
    is_banked = invitation.case is not None and invitation.case.state == State.BANKED
    return (
        is_banked
        and invitation.call_in.form == CallIn.Form.BANKED
        and officer.has_perm("cases.request_activation")
    )  # fmt: skip


class RecordRearrestForm(ActionForm):
    arrested_on = forms.DateField(label="Arrested on", **TODAY)
    offence = forms.CharField(label="For what", max_length=120)
    is_dealing = EitherField("For dealing", "Not for dealing", label="Was it dealing?")
    source = forms.CharField(label="Source", max_length=120, help_text="The report’s number, the jail’s list.")


class EndOfferForm(ActionForm):
    end = forms.ChoiceField(
        label="How it ended", widget=forms.RadioSelect,
        choices=[choice for choice in Offer.State.choices if choice[0] in ENDS],
    )  # fmt: skip
    ended_on = forms.DateField(label="On", **TODAY)
    why = SaidField("What was breached", required=False, help_text="Of a breach. " + NO_TREATMENT)
