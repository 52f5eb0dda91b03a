"""Forms for check-ins: who is visited how often, what was found at the door; and for support contacts."""

from django import forms
from django.utils import timezone

from callins.models import CheckIn, OfferCondition, ReservedService
from callins.models.check_in import TIMES_A_WEEK
from dealers.forms.fields import MOMENT, PersonField
from dealers.models import Dealer
from dmi.accounts.models import User
from dmi.forms import DAY, ActionForm, CorrectionForm

NOT_INSPECTED = ("", "Not inspected")


class ConditionField(forms.ModelChoiceField):
    def label_from_instance(self, condition):
        return f"{condition.offer.invitation.dealer}, condition {condition}"


class ScheduleForm(ActionForm):
    liaison = forms.ModelChoiceField(
        User.objects.none(), label="Liaison", empty_label="Choose an officer",
        help_text="Not whoever builds this person’s case or answers for the record.",
    )  # fmt: skip
    times_a_week = forms.IntegerField(
        label="Times a week", min_value=1, max_value=7, initial=TIMES_A_WEEK,
        help_text="Outside the mandatory meeting. Two visits on one day count once.",
    )  # fmt: skip
    where = forms.CharField(
        label="Where", max_length=120, help_text="House number and street first: it makes the route."
    )
    condition = ConditionField(
        OfferCondition.objects.none(), label="Condition that allows inspections", required=False,
        empty_label="None: visits only",
        help_text="Of an accepted plea. Without one an inspection needs consent, or the supervising officer.",
    )  # fmt: skip

    def offer(self, officer):
        self.fields["liaison"].queryset = User.objects.visible_to(officer).holding("callins.log_check_in")
        conditions = OfferCondition.objects.visible_to(officer).about_inspections().with_dealer()
        self.fields["condition"].queryset = conditions


class ScheduleCheckInsForm(ScheduleForm):
    dealer = PersonField(Dealer.objects.none(), label="Who", empty_label="Choose a person")
    from_on = forms.DateField(label="From", widget=DAY, initial=timezone.localdate)

    field_order = ("dealer", "liaison", "times_a_week", "where", "condition", "from_on")

    def offer(self, officer):
        super().offer(officer)
        self.fields["dealer"].queryset = Dealer.objects.visible_to(officer).on_file().with_names()


class ChangeCheckInsForm(CorrectionForm, ScheduleForm):
    def only_of(self, dealer):
        """On the page, where it is known of whom it is, other people's conditions are no choice."""
        self.fields["condition"].queryset = self.fields["condition"].queryset.binding(dealer)


class EndCheckInsForm(ActionForm):
    until_on = forms.DateField(
        label="Last day", widget=DAY, initial=timezone.localdate, help_text="No reason is asked for, and none is kept."
    )


class LogCheckInForm(ActionForm):
    """Three taps and save; what else there is stands folded."""

    wellbeing = forms.ChoiceField(label="How is this person?", choices=CheckIn.Wellbeing, widget=forms.RadioSelect)
    support = forms.MultipleChoiceField(
        label="Support offered", choices=ReservedService.Service, required=False, widget=forms.CheckboxSelectMultiple
    )
    support_said = forms.CharField(label="In your words", max_length=70, required=False)
    place = forms.CharField(label="Where", max_length=120, required=False, help_text="Left empty: as scheduled.")
    visited_at = forms.DateTimeField(label="When", required=False, widget=MOMENT, help_text="Left empty: now.")
    basis = forms.ChoiceField(
        label="Basis of the inspection", choices=[NOT_INSPECTED, *CheckIn.Basis.choices], required=False,
        widget=forms.RadioSelect,
    )  # fmt: skip
    basis_said = forms.CharField(
        label="Who consented, or which officer", max_length=120, required=False,
        help_text="The occupant by name, or the supervising officer who was there.",
    )  # fmt: skip
    present = forms.CharField(label="Who was there", max_length=160, required=False)
    findings = forms.CharField(
        label="What you found", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Without a basis it is not kept; the visit is.",
    )  # fmt: skip

    def at_the_door(self, schedule):
        """What the page knows already: the place, and whether a condition of a plea can be the basis at all."""
        self.fields["place"].initial = schedule.where
        if schedule.allows_inspections:
            bases = [(value, words_of(value, schedule)) for value, _ in CheckIn.Basis.choices]
        else:
            bases = [choice for choice in CheckIn.Basis.choices if choice[0] != CheckIn.Basis.CONDITION]
        self.fields["basis"].widget.choices = [NOT_INSPECTED, *bases]

    @property
    def wants_inspection(self):
        """Whether something is filled in that stands folded otherwise."""
        return any(self[name].value() for name in ("basis", "basis_said", "present", "findings"))


def words_of(basis, schedule):
    is_condition = basis == CheckIn.Basis.CONDITION
    return f"Condition {schedule.condition}" if is_condition else CheckIn.Basis(basis).label


class AddSupportContactForm(ActionForm):
    dealer = PersonField(Dealer.objects.none(), label="Who", empty_label="Choose a person")
    liaison = forms.ModelChoiceField(
        User.objects.none(), label="Liaison", empty_label="Choose an officer", help_text="Whom officers call."
    )
    from_on = forms.DateField(label="From", widget=DAY, initial=timezone.localdate)
    until_on = forms.DateField(label="Until", widget=DAY, required=False, help_text="Left empty: no end is set.")
    asks_to_call = forms.BooleanField(label="Asks to be called", required=False)

    def offer(self, officer):
        self.fields["dealer"].queryset = Dealer.objects.visible_to(officer).on_file().with_names()
        self.fields["liaison"].queryset = User.objects.visible_to(officer).may_be_liaison()
        self.fields["liaison"].initial = officer


class EndSupportContactForm(ActionForm):
    until_on = forms.DateField(label="Last day", widget=DAY, initial=timezone.localdate)
