"""Forms of treatment court: who is admitted, what happened, what the team decides."""

from django import forms
from django.contrib.postgres.forms import SimpleArrayField
from django.utils import timezone

from callins.dtc.models import Consent, Enrolment, Response, StatusReport
from callins.dtc.models.course import choices
from callins.dtc.program.configuration import PHASES
from callins.dtc.program.draw import Specimen
from callins.dtc.program.events import Attendance, Consequence, Finding, PauseKind
from dealers.forms.fields import MOMENT
from dmi.forms import DAY, ActionForm

TO_CHOOSE = [("", "Choose")]
CAUSES = [("cause", "For cause"), ("intake", "At intake")]


def day(label, **facts):
    return forms.DateField(label=label, widget=DAY, initial=timezone.localdate, **facts)


class EnrolParticipantForm(ActionForm):
    last_name = forms.CharField(label="Last name", max_length=80)
    first_name = forms.CharField(label="First name", max_length=80, required=False)
    date_of_birth = forms.DateField(label="Date of birth", widget=DAY)
    enrolled_on = day("Enrolled on", help_text="The first attempt starts that day, at day 0 of phase one.")
    docket = forms.CharField(label="Docket number", max_length=40, required=False)
    offence = forms.ChoiceField(
        label="Offence", choices=TO_CHOOSE + Enrolment.Offence.choices,
        help_text="Possession and misdemeanor sale are admitted ordinarily; anything else is an exception.",
    )  # fmt: skip
    approved_by = forms.CharField(label="Exception approved by", max_length=80, required=False)
    exception_reason = forms.CharField(label="Reason of the exception", max_length=300, required=False)


class RecordAttendanceForm(ActionForm):
    starts_at = forms.DateTimeField(label="Meeting", widget=MOMENT)
    place = forms.CharField(label="Where", max_length=120)
    how = forms.ChoiceField(label="Attendance", choices=TO_CHOOSE + choices(Attendance))
    excuse = forms.CharField(label="Why excused", max_length=200, required=False)


class OrderTestForm(ActionForm):
    why = forms.ChoiceField(label="Why", choices=TO_CHOOSE + CAUSES)
    specimen = forms.ChoiceField(label="Specimen", choices=choices(Specimen), initial=Specimen.URINE)


class RecordCollectionForm(ActionForm):
    collected_at = forms.DateTimeField(label="Given at", widget=MOMENT)
    observed_by = forms.CharField(label="Observed by", max_length=80, required=False)
    panel = SimpleArrayField(
        forms.CharField(max_length=60), label="Substances tested for", help_text="With commas between them."
    )
    creatinine = forms.DecimalField(
        label="Creatinine, mg/dL", min_value=0, max_value=1000, decimal_places=1, required=False,
        help_text="Below 20 the sample is dilute: neither negative nor positive.",
    )  # fmt: skip
    is_tampered = forms.BooleanField(label="Tampered with", required=False)


class RecordResultForm(ActionForm):
    finding = forms.ChoiceField(label="Finding", choices=TO_CHOOSE + choices(Finding))
    substance = forms.CharField(
        label="Substance", max_length=60, required=False, help_text="Empty where it is said of the whole test."
    )
    found_on = day("Found on")
    source = forms.CharField(
        label="Source", max_length=120, help_text="The cup, the laboratory’s number, or who decided."
    )


class CompleteTaskForm(ActionForm):
    task = forms.ChoiceField(
        label="Task", choices=TO_CHOOSE + [(task.code, task.words) for phase in PHASES for task in phase.tasks]
    )
    done_on = day("Done on")
    basis = forms.CharField(label="How that is known", max_length=200, required=False)


class BeginPauseForm(ActionForm):
    kind = forms.ChoiceField(label="Why the clock stands", choices=TO_CHOOSE + choices(PauseKind))
    began_on = day("First day that does not count")
    where = forms.CharField(label="Where", max_length=120, required=False)


class EndPauseForm(ActionForm):
    ended_on = day("First day that counts again")


class DecisionForm(ActionForm):
    decided_on = day("Decided on")
    why = forms.CharField(label="Why", max_length=300)


class LogResponseForm(ActionForm):
    kind = forms.ChoiceField(label="Kind", choices=TO_CHOOSE + Response.Kind.choices)
    behaviour = forms.CharField(label="What it answers", max_length=160)
    behaved_on = day("Day of that")
    response = forms.CharField(label="What was given", max_length=160)
    given_on = day("Given on", help_text="The sooner, the more it teaches; the days between are measured.")


class CloseSanctionForm(ActionForm):
    closed_on = day("Done on")


class LogSelfReportForm(ActionForm):
    used_on = day("Day of use")
    substance = forms.CharField(label="Substance", max_length=60, required=False)
    words = forms.CharField(label="What was told", max_length=300, required=False)


class DecideRelapseForm(DecisionForm):
    about = forms.CharField(
        label="Relapse", max_length=32, widget=forms.Select, help_text="By the API: the key under `undecided`."
    )
    consequence = forms.ChoiceField(label="What follows", choices=TO_CHOOSE + choices(Consequence))

    field_order = ("about", "consequence", "decided_on", "why")

    def choose_from(self, relapses):
        """On the page: those that wait."""
        self.fields["about"].widget.choices = [(each.about, f"{each.on:%-d %b %Y}") for each in relapses]


class LogPrescriptionForm(ActionForm):
    medicine = forms.CharField(label="Medicine", max_length=60)
    shows_as = SimpleArrayField(
        forms.CharField(max_length=60), label="Shows in a panel as", help_text="With commas between them."
    )
    prescriber = forms.CharField(label="Prescribed by", max_length=80)
    from_on = day("From")
    until_on = forms.DateField(label="Until", widget=DAY, required=False)


class RecordConsentForm(ActionForm):
    rule = forms.ChoiceField(label="Rule", choices=TO_CHOOSE + Consent.Rule.choices)
    scope = forms.ChoiceField(label="What may be told", choices=TO_CHOOSE + Consent.Scope.choices)
    discloser = forms.CharField(label="Who may tell it", max_length=120)
    recipients = forms.CharField(label="To whom", max_length=200)
    purpose = forms.CharField(label="Why", max_length=200)
    signed_on = day("Signed on")
    signed_by = forms.CharField(label="Signed by", max_length=120)
    expires_on = forms.DateField(label="Expires on", widget=DAY, required=False, help_text="2.31 needs it.")
    revocable_from = forms.CharField(
        label="May be revoked from", max_length=160, required=False,
        help_text="2.35 needs it: a date or an event, no later than the final disposition.",
    )  # fmt: skip
    revocable_on = forms.DateField(label="The day of that, once it is known", widget=DAY, required=False)


class ReportStatusForm(ActionForm):
    says = forms.ChoiceField(
        label="Status",
        choices=TO_CHOOSE + StatusReport.Says.choices,
        help_text="One word and today’s date; never a test.",
    )
