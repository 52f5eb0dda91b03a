"""The program's rules, as rows that hold from a date."""

import json
from datetime import timedelta

from django import forms
from django.utils.timezone import localdate

from callins.dtc.forms import phases as of_phases
from callins.dtc.models import ProgramRules
from callins.dtc.program.changes import POLICIES, WEEKDAYS, draft, refusal
from callins.dtc.program.configuration import FLOOR_DAYS
from callins.dtc.program.phases import as_said
from dmi.forms import DAY, ActionForm

WEEKS = [("", "On the weekday on which the program was begun"), *((str(n), name) for n, name in enumerate(WEEKDAYS))]


def tomorrow():
    return localdate() + timedelta(days=1)


def count(label, least, most, **facts):
    return forms.IntegerField(label=label, min_value=least, max_value=most, **facts)


class ChangeRulesForm(ActionForm):
    from_on = forms.DateField(
        label="From", widget=DAY, initial=tomorrow, help_text="Tomorrow or later: what was is never judged anew."
    )
    why = forms.CharField(label="Why", max_length=300, help_text="Who decided it, and what for.")
    phases = of_phases.PhasesField(
        label="Phases",
        help_text="Each its days and its tasks. By JSON: a list of {days, clear_days, tasks: [{code, words, stays}]}.",
    )
    relapse = forms.ChoiceField(
        label="After a confirmed positive that no prescription explains",
        choices=[(policy.value, words) for policy, words in POLICIES.items()],
    )
    week_starts = forms.TypedChoiceField(
        label="A week of the program begins", choices=WEEKS, coerce=int, empty_value=None, required=False,
        help_text="Each week asks for a meeting. Where this changes, the week that runs ends on that day.",
    )  # fmt: skip
    odds_of = count("Odds of a test: so many", 1, 365)
    odds_in = count("in so many days", 1, 365, help_text="2 in 7: drawn anew every day, so that no day is safe.")
    floor = count(f"At least so many tests in {FLOOR_DAYS} days", 0, FLOOR_DAYS)
    urine_hours = count("Hours for urine, from notice", 1, 24)
    oral_fluid_hours = count("Hours for oral fluid, from notice", 1, 24)
    check_ins_a_week = count("Check-ins a week", 0, 14)

    focus = ""  # the control that was just added

    def clean(self):
        """More often than every day nobody is drawn."""
        said = super().clean()
        if said.get("odds_of") and said.get("odds_in") and said["odds_of"] > said["odds_in"]:
            self.add_error("odds_of", "Nobody can be drawn more often than every day.")
        return said

    @property
    def phase_rows(self):
        return of_phases.rows(self["phases"].value())

    @property
    def phases_as_text(self):
        """What a page that only asks for a yes sends along."""
        return json.dumps(self.cleaned_data["phases"])

    def drafted(self):
        """The row, as the program's pure rules take it."""
        return ProgramRules(**self.cleaned_data).as_rules()

    def draft(self, configuration):
        """What would change; None where it can not be set, and the form says why."""
        rules = self.drafted()
        refused = refusal(rules, configuration, localdate())
        if refused:
            self.add_error(None, refused)
            return None
        return draft(rules, configuration)


def filled_from(rules, officer):
    """The form as the rules stand that hold last."""
    values = {name: getattr(rules, name) for name in ("floor", "urine_hours", "oral_fluid_hours", "check_ins_a_week")}
    said = {
        **values, "phases": as_said(rules.phases), "relapse": rules.relapse.value, "week_starts": rules.week_starts,
        "odds_of": rules.odds.numerator, "odds_in": rules.odds.denominator,
    }  # fmt: skip
    return ChangeRulesForm(initial=said, officer=officer)


def altered(posted, officer):
    """What was typed, with a phase or a task more or less; nothing is judged yet."""
    act = posted.get("alter", "")
    phases = of_phases.altered(typed_phases(posted), act)
    said = {name: posted.get(name, "") for name in ChangeRulesForm.base_fields} | {"phases": phases}
    form = ChangeRulesForm(initial=said, officer=officer)
    form.focus = added(form.phase_rows, act)
    return form


def typed_phases(posted):
    """The controls as text; back from the page that asks for a yes, the whole as JSON."""
    if "phases" in posted:
        return of_phases.parsed(posted["phases"])
    return of_phases.typed(posted)


def added(rows, act):
    """The name of the control in which somebody goes on."""
    what, *places = act.split("-")
    if what == "add_phase" and rows:
        return f"{rows[-1].name}-days"
    if what == "add_task" and places and places[0].isdigit() and int(places[0]) < len(rows):
        return f"{rows[int(places[0])].tasks[-1].name}-words"
    return ""
