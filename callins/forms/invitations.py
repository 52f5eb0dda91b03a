"""Forms of an invitation: who is invited on what, what a supervisor lifts, counsel, who comes and with whom."""

from django import forms

from callins import invitees
from callins.models import Invitation
from dealers.cases.models import Case, Prosecution
from dealers.models import Influential
from dmi.forms import DAY, ActionForm

Answer = Invitation.CounselAnswer


def said(label, help_text="", **kwargs):
    rows = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, max_length=300, widget=rows, help_text=help_text, **kwargs)


class CounselForm(ActionForm):
    counsel_name = forms.CharField(label="Counsel", max_length=80, required=False)
    counsel_noticed_on = forms.DateField(label="Notice given on", required=False, widget=DAY)
    counsel_answer = forms.ChoiceField(
        label="Counsel's answer", choices=Answer, required=False, initial=Answer.NOT_ASKED, widget=forms.RadioSelect,
        help_text="On the plea form letter and offer go to counsel, or a waiver is on file.",
    )  # fmt: skip

    def clean_counsel_answer(self):
        return self.cleaned_data["counsel_answer"] or Answer.NOT_ASKED


class InviteDealerForm(CounselForm):
    case = forms.ModelChoiceField(Case.objects.none(), label="Case", required=False, empty_label="None of these")
    prosecution = forms.ModelChoiceField(
        Prosecution.objects.none(), label="Prosecution", required=False, empty_label="None of these"
    )
    field_order = ("case", "prosecution")

    @classmethod
    def about(cls, found, said, officer):
        """What carries this person's invitation; where there is only one, nothing to choose."""
        form = cls(said, officer=officer, initial={"counsel_name": found.counsel})
        cases, courts = form.fields["case"], form.fields["prosecution"]
        states = invitees.carrying(found.call_in)
        cases.queryset = Case.objects.visible_to(officer).in_state(*states).of(found.dealer)
        if found.is_plea:
            courts.queryset = Prosecution.objects.visible_to(officer).open().of(found.dealer)
        if len(found.grounds) < 2:
            cases.widget = courts.widget = forms.HiddenInput()
        elif not found.is_plea:
            courts.widget = forms.HiddenInput()
        return form


class KeepWarrantPromiseForm(ActionForm):
    how = said(
        "How the promise is kept",
        "Who holds the warrant back and until when; who was told: court, dispatch, the agency that holds it.",
    )

    @classmethod
    def about(cls, found, said, officer):
        clearance = found.clearances.get("promise")
        return cls(said, officer=officer, initial={"how": clearance.words if clearance else ""})


class OverrideBarForm(ActionForm):
    because = said("Why this person is invited all the same")

    @classmethod
    def about(cls, found, said, officer):
        return cls(said, officer=officer, initial={"because": found.override.words if found.override else ""})


class WithdrawInvitationForm(ActionForm):
    because = said("Why")


class RecordCounselForm(CounselForm):
    pass


class RecordRsvpForm(ActionForm):
    rsvp = forms.ChoiceField(label="Comes?", choices=Invitation.Rsvp, widget=forms.RadioSelect)


class ArrangeAttendanceForm(ActionForm):
    transport = forms.CharField(
        label="How the person gets there", max_length=160, required=False, help_text="Who drives, from where, when."
    )
    companion = forms.CharField(
        label="Brings", max_length=80, required=False, help_text="Whoever the person wants there: name and relation."
    )


class InfluentialField(forms.ModelChoiceField):
    def label_from_instance(self, influential):
        return f"{influential} ({influential.get_willing_display().lower()})"


class LogInfluentialContactForm(ActionForm):
    influential = InfluentialField(
        Influential.objects.none(), label="With whom", empty_label=None,
        help_text="Not a suspect: whoever is on file can not be chosen to speak.",
    )  # fmt: skip
    how = forms.CharField(label="How you spoke", max_length=80, help_text="Visit at home, telephone, after church.")
    consents = forms.BooleanField(
        label="Consents to speak for the call-in, and to be named", required=False,
        help_text="Asked in so many words; who hesitates has not consented.",
    )  # fmt: skip
    words = forms.CharField(
        label="The words you planned together", max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 4}), help_text="In the person's own words, as they will be said.",
    )  # fmt: skip

    @classmethod
    def about(cls, invitation, said, officer):
        """Those close to this person."""
        form = cls(said, officer=officer)
        standing = Influential.objects.visible_to(officer).standing()
        form.fields["influential"].queryset = standing.of(invitation.dealer)
        return form
