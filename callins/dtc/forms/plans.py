"""What somebody needs, the plan and its tasks, who helps."""

from dataclasses import dataclass

from django import forms

from callins.dtc.forms.base import TO_CHOOSE, day
from callins.dtc.models import Need
from callins.dtc.program.wording import phase_words
from dmi.forms import DAY, ActionForm

BOXES = forms.CheckboxSelectMultiple
MAY_WAIT = [(area, label) for area, label in Need.Area.choices if area not in Need.URGENT]
UNITS = [(unit.lower(), unit) for unit in ("Appointments", "Hours", "Days", "Nights", "Rides")]


def name_of_words(area):
    return f"words_{area}"


def words_on(area):
    return forms.CharField(label=f"{area.label}: in words", max_length=200, required=False)


@dataclass(frozen=True)
class AreaAsked:
    """One area as the page asks for it."""

    area: Need.Area
    is_needed: bool
    may_wait: bool
    is_urgent: bool
    words: forms.BoundField

    @property
    def label(self):
        return self.area.label


class AssessNeedsForm(ActionForm):
    """Every area at once; on the page each stands in a row of its own: needed, urgent, words."""

    assessed_on = day("Assessed on")
    needs = forms.MultipleChoiceField(label="What is needed", choices=Need.Area.choices, widget=BOXES, required=False)
    urgent = forms.MultipleChoiceField(
        label="What of it can not wait", choices=MAY_WAIT, widget=BOXES, required=False,
        help_text="A place to sleep and mental health are always urgent.",
    )  # fmt: skip
    instrument = forms.CharField(
        label="Instrument", max_length=80, required=False, help_text="The questionnaire that was used."
    )
    words = forms.CharField(
        label="In words", max_length=600, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Where nothing is needed, say so here.",
    )  # fmt: skip
    words_homelessness = words_on(Need.Area.HOMELESSNESS)
    words_mental_health = words_on(Need.Area.MENTAL_HEALTH)
    words_health = words_on(Need.Area.HEALTH)
    words_medicine = words_on(Need.Area.MEDICINE)
    words_work = words_on(Need.Area.WORK)
    words_school = words_on(Need.Area.SCHOOL)
    words_family = words_on(Need.Area.FAMILY)
    words_transport = words_on(Need.Area.TRANSPORT)
    words_money = words_on(Need.Area.MONEY)
    words_network = words_on(Need.Area.NETWORK)

    def clean(self):
        """The words on each area become one answer, `said`."""
        facts = super().clean()
        said = {area: facts.pop(name_of_words(area), "") for area in Need.Area.values}
        self.add_unticked(facts, said)
        return facts | {"said": {area: words for area, words in said.items() if words}}

    def add_unticked(self, facts, said):
        """Refused: urgent, or described, and not ticked as needed."""
        meant = {*facts.get("urgent", ()), *(area for area, words in said.items() if words)}
        if lacking := [label for area, label in Need.Area.choices if area in meant - {*facts.get("needs", ())}]:
            self.add_error("needs", f"Tick as needed too: {', '.join(lacking)}.")

    @classmethod
    def beginning_with(cls, needs):
        """What the form starts from: what the last assessment found and is still not met."""
        said = {name_of_words(need.area): need.words for need in needs}
        urgent = [need.area for need in needs if need.is_urgent and need.area not in Need.URGENT]
        return {"needs": [need.area for need in needs], "urgent": urgent, **said}

    @property
    def areas(self):
        """The rows of the page, in the order in which needs are looked after."""
        needed, urgent = self["needs"].value() or (), self["urgent"].value() or ()
        return [
            AreaAsked(area, area in needed, area not in Need.URGENT, area in urgent, self[name_of_words(area)])
            for area in map(Need.Area, Need.Area.values)
        ]


class MeetNeedForm(ActionForm):
    met_on = day("Met on")


class AddPlanStepForm(ActionForm):
    need = forms.ChoiceField(label="For which need", choices=TO_CHOOSE + Need.Area.choices, required=False)
    words = forms.CharField(label="What is to be done", max_length=200)
    sees_to_it = forms.CharField(label="Who sees to it", max_length=80, help_text="The participant, or a name.")
    due_on = forms.DateField(label="Due on", widget=DAY)


class CompletePlanStepForm(ActionForm):
    done_on = day("Done on")


class DropPlanStepForm(ActionForm):
    why = forms.CharField(label="Why it is dropped", max_length=200)


class CompleteTaskForm(ActionForm):
    task = forms.CharField(
        label="Task", max_length=40, widget=forms.Select, help_text="By the API: the code under `phases` of the plan."
    )
    done_on = day("Done on")
    basis = forms.CharField(
        label="How that is known",
        max_length=200,
        required=False,
        help_text="The lease that was seen, who confirmed it.",
    )

    def choose_from(self, phases):
        """On the page: what the rules of this attempt ask for and is still to do, phase by phase."""
        left = [(each.number, [task.asked.task for task in each.tasks if not task.is_done]) for each in phases]
        self.fields["task"].widget.choices = TO_CHOOSE + [
            (f"Phase {phase_words(number)}", [(task.code, task.words) for task in tasks])
            for number, tasks in left
            if tasks
        ]
        self.fields["task"].help_text = ""


class ReferParticipantForm(ActionForm):
    provider = forms.CharField(label="Provider", max_length=80)
    service = forms.CharField(label="For what", max_length=80)
    referred_on = day("Referred on")


class RecordFirstVisitForm(ActionForm):
    first_seen_on = day("First seen on")


class LogServiceForm(ActionForm):
    delivered_on = day("Delivered on")
    units = forms.IntegerField(label="How many", min_value=1, max_value=1000)
    unit = forms.ChoiceField(label="Of what", choices=UNITS)


class EndReferralForm(ActionForm):
    ended_on = day("Ended on")
