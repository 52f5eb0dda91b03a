"""Forms for announcements: what is said to whom, that somebody else stands by it, and when it went out."""

from django import forms
from django.utils import timezone

from dealers.forms.fields import InMarketForm
from dmi.forms import DAY, ActionForm, CorrectionForm
from maintenance.models import Announcement
from markets.models import HotPlace


class WordsForm(ActionForm):
    kind = forms.ChoiceField(label="What it is", choices=Announcement.Kind, widget=forms.RadioSelect)
    audience = forms.CharField(
        label="For whom", max_length=120, help_text="Like: owners of rented houses on Cutler Street."
    )
    hot_place = forms.ModelChoiceField(
        HotPlace.objects.none(), label="Where the flyer is put up", required=False, empty_label="No hot place",
        help_text="Of a flyer. The place is not printed on it.",
    )  # fmt: skip
    title = forms.CharField(label="Heading", max_length=120)
    text = forms.CharField(
        label="Text", max_length=3000, widget=forms.Textarea(attrs={"rows": 10}),
        help_text="Name nobody. “# ” begins a heading, an empty line a paragraph, “- ” a point of a list.",
    )  # fmt: skip

    def offer(self, officer):
        self.fields["hot_place"].queryset = HotPlace.objects.visible_to(officer).in_use()


class WriteAnnouncementForm(InMarketForm, WordsForm):
    field_order = ("market", *WordsForm.base_fields)

    def offer(self, officer):
        InMarketForm.offer(self, officer)
        WordsForm.offer(self, officer)


class ChangeAnnouncementForm(CorrectionForm, WordsForm):
    def only_of(self, market):
        """On the page, where it is known of which market it speaks, places of another are no choice."""
        self.fields["hot_place"].queryset = self.fields["hot_place"].queryset.filter_market(market)


class ApproveAnnouncementForm(ActionForm):
    seen = forms.CharField(label="Version", max_length=16, widget=forms.HiddenInput)


class PublishAnnouncementForm(ActionForm):
    published_on = forms.DateField(
        label="Out since", widget=DAY, initial=timezone.localdate,
        help_text="Sent, put up or read out. From this day the months are compared.",
    )  # fmt: skip
