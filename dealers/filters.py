"""What a list of dealers can be narrowed by: the same on the page and in the API."""

import django_filters
from django import forms
from django.db.models import F
from django.utils.timezone import localdate

from dealers import search
from dealers.listed import COLUMNS
from dealers.models import CautionFlag, Dealer, ImportRow, Involvement, Observation, RecordSeal, Tie
from dmi.accounts.models import User
from dmi.forms import DAY, DayFilter
from markets.models import Market

YES = "yes"
SHOWN = ("part", "market", "status", "last_entry", "logged")  # where nobody chose


def markets_of(request):
    return Market.objects.worked_by(request.user) if request else Market.objects.none()


def colleagues_of(request):
    """Those whose roles open dossiers."""
    return User.objects.visible_to(request.user).holding("dealers.view_dealer") if request else User.objects.none()


class DealerFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(method="called", label="Name, phone or plate", max_length=100)
    market = django_filters.ModelChoiceFilter(
        queryset=markets_of, method="with_a_part_in", label="Market", empty_label="Any market"
    )
    role = django_filters.ChoiceFilter(
        choices=Involvement.Role.choices, method="playing", label="Part", empty_label="Any part"
    )
    status = django_filters.ChoiceFilter(
        choices=[each for each in Dealer.Status.choices if each[0] != Dealer.Status.MERGED],
        label="Status",
        empty_label="Any status",
    )
    caution = django_filters.ChoiceFilter(
        choices=CautionFlag.Kind.choices, method="warned_of", label="Caution", empty_label="Any or none"
    )
    supervised = django_filters.ChoiceFilter(
        choices=[(YES, "Under supervision"), ("no", "Not supervised")], method="under_supervision",
        label="Supervision", empty_label="Either",
    )  # fmt: skip
    owner = django_filters.ModelChoiceFilter(
        queryset=colleagues_of, method="owned", label="Answers for it", empty_label="Anybody"
    )
    logged_since = DayFilter(method="logged_from", label="Logged on or after", widget=DAY)
    quiet_since = DayFilter(method="quiet_from", label="No entry since", widget=DAY)
    review_before = DayFilter(method="review", label="Review due before", widget=DAY)
    lacks = django_filters.ChoiceFilter(
        choices=[("document", "A source document")], method="lacking", label="Draft that lacks", empty_label="Nothing"
    )

    class Meta:
        model = Dealer
        fields = [
            "q", "market", "role", "status", "caution", "supervised", "owner", "logged_since", "quiet_since",
            "review_before", "lacks",
        ]  # fmt: skip

    def called(self, rows, name, words):
        return rows.filter_ids(map(str, search.ids(words, self.request.user)))

    def with_a_part_in(self, rows, name, market):
        return rows.in_market(market)

    def playing(self, rows, name, role):
        return rows.playing(role, self.request.user)

    def warned_of(self, rows, name, kind):
        return rows.warned_of(kind)

    def under_supervision(self, rows, name, answer):
        return rows.supervised_on(localdate()) if answer == YES else rows.unsupervised_on(localdate())

    def owned(self, rows, name, officer):
        return rows.owned_by(officer)

    def logged_from(self, rows, name, day):
        return rows.logged_since(day)

    def quiet_from(self, rows, name, day):
        return rows.quiet_since(day)

    def review(self, rows, name, day):
        return rows.review_due_before(day)

    def lacking(self, rows, name, what):
        return rows.undocumented()


class Order(django_filters.OrderingFilter):
    """Newest first means those with an entry first; PostgreSQL would put the missing ones on top."""

    def get_ordering_value(self, param):
        field = super().get_ordering_value(param)
        return F(field[1:]).desc(nulls_last=True) if field.startswith("-") else field


class DealerListFilter(DealerFilter):
    """The page's own: it sorts as well, where the API has its cursor, and says which columns stand."""

    order = Order(
        fields={
            "known_as": "name", "last_entry_at": "last_entry", "logged_at": "logged", "number": "reference",
            "date_of_birth": "born", "validated_on": "review",
        },
        label="Order",
    )  # fmt: skip
    columns = django_filters.MultipleChoiceFilter(
        choices=list(COLUMNS.items()), method="as_it_is", label="Columns", widget=forms.CheckboxSelectMultiple
    )

    def filter_queryset(self, rows):
        """By name where nothing else is asked: rows with an aggregate have no order of their own."""
        return super().filter_queryset(rows.order_by(*Dealer._meta.ordering))

    def as_it_is(self, rows, name, columns):
        return rows

    def chosen_columns(self):
        chosen = self.form.cleaned_data.get("columns") if self.form.is_valid() else None
        return [name for name in COLUMNS if name in (chosen or SHOWN)]

    def asked(self):
        """What narrows, as it was asked, without what is empty."""
        return {
            name: self.data[name]
            for name in DealerFilter.base_filters
            if self.data.get(name) and name in self.form.fields
        }

    def understood(self):
        """Of what narrows, what the form takes: anything else is free text, which the trail does not keep."""
        return {name: said for name, said in self.asked().items() if name not in self.form.errors}


class ImportRowFilter(django_filters.FilterSet):
    which = django_filters.ChoiceFilter(
        choices=[("good", "Good"), ("bad", "With errors"), ("alike", "Like somebody")], method="kind", label="Rows"
    )

    class Meta:
        model = ImportRow
        fields = ["which"]

    def kind(self, rows, name, which):
        return {"good": rows.good, "bad": rows.bad, "alike": rows.good().alike}[which]()


def dealers_of(request):
    return Dealer.objects.visible_to(request.user) if request else Dealer.objects.none()


class ObservationFilter(django_filters.FilterSet):
    dealer = django_filters.ModelChoiceFilter(queryset=dealers_of, field_name="dealers", label="Who")
    market = django_filters.ModelChoiceFilter(queryset=markets_of, label="Market")
    seen_from = DayFilter(field_name="seen_at", lookup_expr="date__gte", label="Seen on or after")
    seen_until = DayFilter(field_name="seen_at", lookup_expr="date__lte", label="Seen on or before")

    class Meta:
        model = Observation
        fields = ["dealer", "market", "seen_from", "seen_until"]


class TieFilter(django_filters.FilterSet):
    dealer = django_filters.ModelChoiceFilter(queryset=dealers_of, method="of", label="One of the two")
    kind = django_filters.ChoiceFilter(choices=Tie.Kind.choices, label="How they are tied")

    class Meta:
        model = Tie
        fields = ["dealer", "kind"]

    def of(self, rows, name, dealer):
        return rows.of(dealer)


class SealFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(method="called", label="Name, phone or plate", max_length=100)
    ground = django_filters.ChoiceFilter(choices=RecordSeal.Ground.choices, label="Ground", empty_label="Any ground")
    state = django_filters.ChoiceFilter(
        choices=[("standing", "Standing"), ("ended", "Ended")], method="in_state", label="State", empty_label="Either"
    )

    class Meta:
        model = RecordSeal
        fields = ["q", "ground", "state"]

    def called(self, rows, name, words):
        return rows.about(search.ids(words, self.request.user))

    def in_state(self, rows, name, state):
        return rows.standing() if state == "standing" else rows.ended()


class JuvenileFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(method="called", label="Name, phone or plate", max_length=100)
    market = django_filters.ModelChoiceFilter(
        queryset=markets_of, method="with_a_part_in", label="Market", empty_label="Any market"
    )

    class Meta:
        model = Dealer
        fields = ["q", "market"]

    def called(self, rows, name, words):
        return rows.filter_ids(map(str, search.ids(words, self.request.user)))

    def with_a_part_in(self, rows, name, market):
        return rows.in_market(market)
