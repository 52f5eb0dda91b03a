"""What the lists of the CRT's week can be narrowed by."""

from datetime import timedelta

import django_filters
from django.utils import timezone

from dealers.filters import markets_of
from dmi.accounts.models import User
from dmi.forms import DAY, DayFilter
from maintenance.models import (
    Action,
    Announcement,
    Copy,
    Debrief,
    FoundPage,
    HotSheet,
    Meeting,
    NewDealerAlert,
    OutreachTask,
)

OPEN_OR_CLOSED = [("open", "Still open"), ("closed", "Closed")]
READ_OR_NOT = [("read", "Acknowledged as read"), ("unread", "Not yet")]
ON_OR_OFF = [("on", "On the roster"), ("off", "Off it")]
TAKEN_BACK = [("superseded", "Superseded by a revision"), ("recalled", "Recalled or withdrawn")]
FOR_HOURS = [("24", "24 hours and more"), ("48", "48 hours and more")]
ALERT_STATES = [
    ("waiting", "Nothing done yet"), ("late", "Hours ran out"), ("acted", "Acted on"), ("closed", "Closed"),
]  # fmt: skip


def assignees_of(request):
    """Who has or had something to do, of what this officer may see."""
    return Action.objects.visible_to(request.user).assignees() if request else User.objects.none()


class MeetingFilter(django_filters.FilterSet):
    state = django_filters.ChoiceFilter(choices=OPEN_OR_CLOSED, method="in_state", label="Open or closed")
    held_from = DayFilter(field_name="held_on", lookup_expr="gte", label="Held on or after")
    held_until = DayFilter(field_name="held_on", lookup_expr="lte", label="Held on or before")

    class Meta:
        model = Meeting
        fields = ["state", "held_from", "held_until"]

    def in_state(self, rows, name, state):
        return rows.open() if state == "open" else rows.closed()


class HotSheetFilter(django_filters.FilterSet):
    kind = django_filters.ChoiceFilter(choices=HotSheet.Kind.choices, label="Kind", empty_label="Any kind")
    state = django_filters.ChoiceFilter(choices=HotSheet.State.choices, label="State", empty_label="Any state")
    taken_back = django_filters.ChoiceFilter(
        choices=TAKEN_BACK, method="in_taken_back", label="Taken back", empty_label="Or not"
    )
    in_force_on = DayFilter(method="in_force", label="In force on", widget=DAY)

    class Meta:
        model = HotSheet
        fields = ["kind", "state", "taken_back", "in_force_on"]

    def in_taken_back(self, rows, name, how):
        return rows.recalled() if how == "recalled" else rows.superseded()

    def in_force(self, rows, name, day):
        return rows.in_force(day)


class CopyFilter(django_filters.FilterSet):
    reading = django_filters.ChoiceFilter(choices=READ_OR_NOT, method="in_reading", label="Read or not")

    class Meta:
        model = Copy
        fields = ["reading"]

    def in_reading(self, rows, name, reading):
        return rows.read() if reading == "read" else rows.unread()


class DebriefFilter(django_filters.FilterSet):
    """On the page and in the API."""

    q = django_filters.CharFilter(method="telling", label="Who, where, with whom, what", max_length=100)
    state = django_filters.ChoiceFilter(choices=Debrief.State.choices, label="State", empty_label="Any state")
    market = django_filters.ModelChoiceFilter(queryset=markets_of, label="Market", empty_label="Any market")
    source = django_filters.ChoiceFilter(
        choices=[("sheet", "Off a hot sheet"), ("street", "Not on a sheet")], method="from_source", label="About",
        empty_label="Anybody",
    )  # fmt: skip

    class Meta:
        model = Debrief
        fields = ["q", "state", "market", "source"]

    def telling(self, rows, name, words):
        return rows.saying(words)

    def from_source(self, rows, name, source):
        return rows.off_a_sheet() if source == "sheet" else rows.off_no_sheet()


class RosterFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(method="called", label="Name or badge", max_length=80)
    shift = django_filters.CharFilter(lookup_expr="iexact", label="Shift", max_length=20)
    roster = django_filters.ChoiceFilter(
        choices=ON_OR_OFF, method="on_roster", label="Roster", empty_label="On it or off"
    )

    class Meta:
        model = User
        fields = ["q", "shift", "roster"]

    def called(self, rows, name, words):
        return rows.called(words)

    def on_roster(self, rows, name, roster):
        return rows.on_the_roster() if roster == "on" else rows.exclude(is_sworn=True)


class UnreadFilter(django_filters.FilterSet):
    shift = django_filters.CharFilter(field_name="officer__shift", lookup_expr="iexact", label="Shift", max_length=20)
    hours = django_filters.ChoiceFilter(
        choices=FOR_HOURS, method="out_for", label="Unread for", empty_label="However long"
    )

    class Meta:
        model = Copy
        fields = ["shift", "hours"]

    def out_for(self, rows, name, hours):
        return rows.out_since(timezone.now() - timedelta(hours=int(hours)))


class AlertFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(method="called", label="Name, address, words", max_length=100)
    market = django_filters.ModelChoiceFilter(queryset=markets_of, label="Market", empty_label="Any market")
    state = django_filters.ChoiceFilter(choices=ALERT_STATES, method="in_state", label="State", empty_label="Any state")
    source = django_filters.ChoiceFilter(
        choices=NewDealerAlert.Source.choices, label="Came from", empty_label="Anywhere"
    )

    class Meta:
        model = NewDealerAlert
        fields = ["q", "market", "state", "source"]

    def called(self, rows, name, words):
        return rows.named(words)

    def in_state(self, rows, name, state):
        return rows.in_state(state, timezone.now())


class ActionFilter(django_filters.FilterSet):
    state = django_filters.ChoiceFilter(
        choices=[("late", "Late"), *Action.State.choices], method="in_state", label="State", empty_label="Any state"
    )
    market = django_filters.ModelChoiceFilter(
        queryset=markets_of, method="in_market", label="Market", empty_label="Any market"
    )
    assignee = django_filters.ModelChoiceFilter(queryset=assignees_of, label="By whom", empty_label="Anybody")
    step = django_filters.ChoiceFilter(choices=Action.Step.choices, label="Step", empty_label="Any step")

    class Meta:
        model = Action
        fields = ["state", "market", "assignee", "step"]

    def in_state(self, rows, name, state):
        return rows.in_state(state, timezone.localdate())

    def in_market(self, rows, name, market):
        return rows.in_market(market)


class FoundPageFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(field_name="where", lookup_expr="icontains", label="Where it lay", max_length=80)
    found_from = DayFilter(field_name="found_on", lookup_expr="gte", label="Found on or after")

    class Meta:
        model = FoundPage
        fields = ["q", "found_from"]


OUTREACH_STATES = [
    ("waiting", "Nobody reached yet"),
    ("late", "Overdue"),
    ("nobodys", "Given to nobody"),
    ("open", "Still open"),
    ("ended", "Ended"),
]


class OutreachFilter(django_filters.FilterSet):
    market = django_filters.ModelChoiceFilter(queryset=markets_of, label="Market", empty_label="Any market")
    occasion = django_filters.ChoiceFilter(choices=OutreachTask.Occasion, label="After what", empty_label="Anything")
    state = django_filters.ChoiceFilter(choices=OUTREACH_STATES, method="in_state", label="State", empty_label="Any")

    class Meta:
        model = OutreachTask
        fields = ["market", "occasion", "state"]

    def in_state(self, rows, name, state):
        if state == "late":
            return rows.late_on(timezone.localdate())
        if state == "nobodys":
            return rows.open().nobodys()
        return {"waiting": rows.waiting, "open": rows.open, "ended": rows.ended}[state]()


class AnnouncementFilter(django_filters.FilterSet):
    market = django_filters.ModelChoiceFilter(queryset=markets_of, label="Market", empty_label="Any market")
    kind = django_filters.ChoiceFilter(choices=Announcement.Kind, label="What it is", empty_label="Anything")
    state = django_filters.ChoiceFilter(
        choices=Announcement.State, method="in_state", label="State", empty_label="Any state"
    )

    class Meta:
        model = Announcement
        fields = ["market", "kind", "state"]

    def in_state(self, rows, name, state):
        return {"draft": rows.drafts, "approved": rows.approved, "published": rows.published}[state]()
