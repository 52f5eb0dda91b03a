"""The program's rules as rows that hold from a date; a row is never changed once its day has come."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from callins.dtc.models.course import choices
from callins.dtc.models.walled import OFFICER, TeamsQuerySet, outward
from callins.dtc.program.changes import facts, phases_source, phases_told
from callins.dtc.program.configuration import Configuration, Phase, Policy, Rules, Task
from callins.dtc.program.phases import as_said

WEEKDAYS = [(0, "Monday"), (1, "Tuesday"), (2, "Wednesday"), (3, "Thursday"), (4, "Friday"), (5, "Saturday"),
            (6, "Sunday")]  # fmt: skip


class ProgramRulesQuerySet(TeamsQuerySet):
    def as_configuration(self):
        """As the pure rules take it. Before the first row the seed's values hold."""
        return Configuration((Rules(date.min), *(row.as_rules() for row in self)))

    def row_of(self, day):
        """The row that holds that day; one that nobody set where the seed's values do."""
        return next((row for row in reversed(self) if row.from_on <= day), seeded())

    def periods(self, today):
        """What holds, what will, what held, each with who set it; the seed's values came before all."""
        rows = [None, *self.select_related("by")]
        ends = [row.from_on for row in rows if row]
        spans = zip(rows, [*ends, None], strict=True)
        told = [Period(row, row.as_rules() if row else Rules(date.min), until, today) for row, until in spans]
        held = [period for period in told if period.is_over]
        return [*told[len(held) :], *reversed(held)]


@pghistory.track()
class ProgramRules(models.Model):
    from_on = models.DateField(unique=True, error_messages={"unique": "There are rules from that day already."})
    phases = models.JSONField()  # [{"days": 30, "clear_days": null, "tasks": [{"code", "words", "stays"}]}]
    relapse = models.CharField(max_length=16, choices=choices(Policy), default=Policy.RESTART_PROGRAM.value)
    week_starts = models.PositiveSmallIntegerField(null=True, blank=True, choices=WEEKDAYS)
    odds_of = models.PositiveSmallIntegerField(default=2, validators=[MinValueValidator(1)])
    odds_in = models.PositiveSmallIntegerField(default=7, validators=[MinValueValidator(1)])
    floor = models.PositiveSmallIntegerField(default=4, validators=[MaxValueValidator(28)])
    urine_hours = models.PositiveSmallIntegerField(default=8, validators=[MinValueValidator(1), MaxValueValidator(24)])
    oral_fluid_hours = models.PositiveSmallIntegerField(
        default=4, validators=[MinValueValidator(1), MaxValueValidator(24)]
    )
    check_ins_a_week = models.PositiveSmallIntegerField(default=3, validators=[MaxValueValidator(14)])
    why = models.CharField(max_length=300)
    by = outward(OFFICER)
    at = models.DateTimeField()

    objects = ProgramRulesQuerySet.as_manager()

    class Meta:
        ordering = ["from_on"]
        verbose_name_plural = "program rules"
        constraints = [
            models.CheckConstraint(
                name="dtc_odds_of_one_at_most", condition=Q(odds_of__lte=F("odds_in")),
                violation_error_message="Nobody can be drawn more often than every day.",
            ),
            models.CheckConstraint(
                name="dtc_rules_say_why", condition=~Q(why=""), violation_error_message="Say why the rules change.",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"From {self.from_on:%-d %b %Y}"

    def as_rules(self):
        return Rules(
            self.from_on, tuple(phase_of(said) for said in self.phases), Policy(self.relapse), self.week_starts,
            Fraction(self.odds_of, self.odds_in), self.floor, self.urine_hours, self.oral_fluid_hours,
            self.check_ins_a_week,
        )  # fmt: skip


@dataclass(frozen=True)
class Period:
    """A row and the days on which it holds; without a row the seed's values."""

    row: ProgramRules | None
    rules: Rules
    until: date | None  # the first day of the next
    today: date

    @property
    def is_to_come(self):
        return self.rules.from_on > self.today

    @property
    def is_over(self):
        return self.until is not None and self.until <= self.today

    @property
    def last_on(self):
        return self.until and self.until - timedelta(days=1)

    @property
    def facts(self):
        return facts(self.rules)

    @property
    def phases(self):
        return phases_told(self.rules)

    @property
    def phases_source(self):
        return phases_source(self.rules)


def seeded():
    """The seed's values, as a row that is not kept."""
    seed = Rules(date.min)
    return ProgramRules(phases=as_said(seed.phases), relapse=seed.relapse.value)


def phase_of(said):
    return Phase(said["days"], tuple(Task(**task) for task in said["tasks"]), said.get("clear_days"))
