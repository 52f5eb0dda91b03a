"""What the lists of the CRT's week can be narrowed by."""

import django_filters

from maintenance.models import Copy, HotSheet, Meeting

OPEN_OR_CLOSED = [("open", "Still open"), ("closed", "Closed")]
READ_OR_NOT = [("read", "Acknowledged as read"), ("unread", "Not yet")]


class MeetingFilter(django_filters.FilterSet):
    state = django_filters.ChoiceFilter(choices=OPEN_OR_CLOSED, method="in_state", label="Open or closed")
    held_from = django_filters.DateFilter(field_name="held_on", lookup_expr="gte", label="Held on or after")
    held_until = django_filters.DateFilter(field_name="held_on", lookup_expr="lte", label="Held on or before")

    class Meta:
        model = Meeting
        fields = ["state", "held_from", "held_until"]

    def in_state(self, rows, name, state):
        return rows.open() if state == "open" else rows.closed()


class HotSheetFilter(django_filters.FilterSet):
    state = django_filters.ChoiceFilter(choices=HotSheet.State.choices, label="State")
    in_force_on = django_filters.DateFilter(method="in_force", label="In force on")

    class Meta:
        model = HotSheet
        fields = ["state", "in_force_on"]

    def in_force(self, rows, name, day):
        return rows.in_force(day)


class CopyFilter(django_filters.FilterSet):
    reading = django_filters.ChoiceFilter(choices=READ_OR_NOT, method="in_reading", label="Read or not")

    class Meta:
        model = Copy
        fields = ["reading"]

    def in_reading(self, rows, name, reading):
        return rows.read() if reading == "read" else rows.unread()
