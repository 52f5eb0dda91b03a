"""Forms for letters: their words, for whom, and how each was served."""

from django import forms

from callins.models import Invitation
from callins.services.log_service_attempt import DELIVERED
from dmi.forms import ActionForm

OUTCOMES = [(DELIVERED, "Handed over"), ("not_delivered", "Not handed over")]


class InviteesField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, invitation):
        return str(invitation.dealer)


def invitees(label, **kwargs):
    return InviteesField(Invitation.objects.none(), label=label, **kwargs)


class SignedForm(ActionForm):
    signed_by_chief = forms.CharField(label="Signs for the police", max_length=80, help_text="With title.")
    signed_by_community = forms.CharField(label="Signs for the community", max_length=80, help_text="With title.")


class AskForLettersForm(SignedForm):
    invitations = invitees("For whom")
    in_spanish = invitees("In Spanish", required=False)
    in_large_print = invitees("In large print", required=False)

    @classmethod
    def of(cls, call_in, said, officer, **kwargs):
        form = cls(said, officer=officer, **kwargs)
        people = Invitation.objects.visible_to(officer).of(call_in).standing().with_people()
        for name in ("invitations", "in_spanish", "in_large_print"):
            form.fields[name].queryset = people
        return form

    def ticks(self):
        """By invitation: the boxes for a letter, for Spanish, for large print."""
        columns = (self["invitations"], self["in_spanish"], self["in_large_print"])
        return {str(row[0].data["value"]): row for row in zip(*columns, strict=True)}


class LogServiceAttemptForm(ActionForm):
    outcome = forms.ChoiceField(label="What came of it", choices=OUTCOMES, widget=forms.RadioSelect)
    place = forms.CharField(label="Where", max_length=120)
    to_whom = forms.CharField(
        label="To whom", max_length=80, required=False, help_text="The person, counsel, somebody of the household."
    )
    note = forms.CharField(
        label="In a few words", max_length=200, required=False, help_text="Why not, or what was said."
    )


class WriteLetterTemplateForm(ActionForm):
    body = forms.CharField(
        label="Words", max_length=6000, widget=forms.Textarea(attrs={"rows": 28, "spellcheck": "true"}),
        help_text="Fields in braces, like {name}. A line that begins with “# ” is a heading, with “- ” an item.",
    )  # fmt: skip
