"""What the list of participants can be narrowed by: the same on the page and in the API."""

import django_filters
from django.utils.timezone import localdate

from callins.dtc.models import Enrolment, ProgramRules
from callins.dtc.program.wording import phase_words

STANDINGS = (
    ("in_program", "In the program"),
    ("eligible", "Eligible now"),
    ("undecided", "Relapse to decide"),
    ("paused", "Paused"),
    ("graduated", "Graduated"),
    ("left", "Left before the end"),
)


def phases(officer):
    """As many as the program has had under any of its rules."""
    configuration = ProgramRules.objects.visible_to(officer).as_configuration()
    most = max(len(rules.phases) for rules in configuration.rows)
    return [(number, phase_words(number).capitalize()) for number in range(1, most + 1)]


class ParticipantFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(method="called", label="Name", max_length=80)
    standing = django_filters.ChoiceFilter(
        choices=STANDINGS, method="stands", label="Standing", empty_label="Any standing"
    )
    phase = django_filters.ChoiceFilter(method="in_phase", label="Phase", empty_label="Any phase")

    class Meta:
        model = Enrolment
        fields = ["q", "standing", "phase"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["phase"].extra["choices"] = phases(self.request.user)

    def called(self, rows, name, words):
        return rows.called(words)

    def stands(self, rows, name, standing):
        narrowed = {
            "in_program": rows.open, "eligible": rows.eligible, "undecided": rows.undecided,
            "paused": lambda: rows.paused(localdate()), "graduated": rows.graduated, "left": rows.left,
        }  # fmt: skip
        return narrowed[standing]()

    def in_phase(self, rows, name, phase):
        return rows.in_phase(phase)


class ParticipantListFilter(ParticipantFilter):
    """The page's own: it sorts as well, where the API has its cursor."""

    order = django_filters.OrderingFilter(
        fields={"participant__last_name": "name", "phase": "phase", "enrolled_on": "enrolled"}, label="Order"
    )

    def filter_queryset(self, rows):
        """Those in the program first where nothing else is asked."""
        return super().filter_queryset(rows.open_first())
