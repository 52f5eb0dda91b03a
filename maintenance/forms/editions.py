"""Forms of what is told between meetings: a revision of the week's edition, a flash bulletin, a recall."""

import json
import re
from dataclasses import dataclass
from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from dealers.models import Dealer
from dmi.api.twins import misfits, twin
from dmi.forms import DAY, ActionForm
from maintenance import rules
from maintenance.hot_sheet.contents import Card
from maintenance.hot_sheet.difference import called
from maintenance.models import RevisedCard

OF_ITEM = re.compile(r"words-(\d{1,4})-what")


class WordForm(forms.Form):
    """What is said about one item."""

    item = forms.IntegerField(min_value=1, max_value=9999, label="Item, as officers say it")
    what = forms.ChoiceField(choices=RevisedCard.What, label="What happened")
    patrol_line = forms.CharField(max_length=rules.WHY, required=False, label="Line for patrol, of who stays")
    officer_action = forms.CharField(max_length=rules.ACTION, required=False, label="Officer action, of who stays")


class WordsWidget(forms.Widget):
    """The page's own template draws it; this reads what comes back: the controls, or the whole as JSON."""

    def value_from_datadict(self, data, files, name):
        said = data.get(name)
        if said is None:
            return [typed(data, item) for item in items_in(data) if data.get(f"words-{item}-what")]
        return parsed(said) if isinstance(said, str) else said


def items_in(data):
    return sorted(int(found[1]) for key in data if (found := OF_ITEM.fullmatch(key)))


def typed(data, item):
    own = f"words-{item}"
    return {
        "item": item, "what": data[f"{own}-what"], "patrol_line": data.get(f"{own}-line", ""),
        "officer_action": data.get(f"{own}-action", ""),
    }  # fmt: skip


def parsed(text):
    try:
        return json.loads(text)
    except ValueError:
        return text  # the field says that it is none


class WordsField(forms.JSONField):
    """A list of words, each held to the form of one."""

    widget = WordsWidget
    kind = {"type": "array", "format": "objects", "items": twin(WordForm, with_files=False), "minItems": 1}

    def bound_data(self, data, initial):
        return data

    def prepare_value(self, value):
        return value

    def to_python(self, value):
        if not isinstance(value, list) or not value:
            raise ValidationError("Choose at least one person and say what happened.")
        return [word(said) for said in value]


def word(said):
    """One word's fields, each with what is wrong with it under the number that officers say."""
    if not isinstance(said, dict) or misfits(WordForm.base_fields, said):
        raise ValidationError("A word has an item, what happened, and of who stays a line and an action; nothing else.")
    form = WordForm(said)
    if not form.is_valid():
        told = [f"{form.fields[name].label}: {errors[0]}" for name, errors in form.errors.items()]
        raise ValidationError([f"Item {said.get('item')}. {each}" for each in told])
    return form.cleaned_data


@dataclass(frozen=True)
class Row:
    """An item as the page draws it: what stands in its controls."""

    card: Card
    name: str
    what: str
    patrol_line: str
    officer_action: str


class ReviseHotSheetForm(ActionForm):
    words = WordsField(label="Who")
    why = forms.CharField(
        label="Why now", max_length=200, help_text="For the approver and the record; it is never printed."
    )

    def rows(self, people):
        """Every card of the edition, with what was typed, else with what it says."""
        said = {item: typed(self.data, item) for item in items_in(self.data)}
        for card in people:
            now = said.get(card.item, {"what": "", "patrol_line": card.why, "officer_action": card.action})
            yield Row(card, called(card), now["what"], now["patrol_line"], now["officer_action"])


def day_after_tomorrow():
    """What is issued before midnight must be read on the next shifts too."""
    return timezone.localdate() + timedelta(days=2)


class IssueFlashForm(ActionForm):
    headline = forms.CharField(
        label="The danger in one line", max_length=rules.FLASH_LINE,
        help_text="It stands across the page: Shots fired at a marked car, River St.",
    )  # fmt: skip
    text = forms.CharField(
        label="What is known", max_length=rules.FLASH_TEXT, widget=forms.Textarea(attrs={"rows": 5}),
        help_text="When, where, who looks how, which vehicle and plate. No source by name.",
    )  # fmt: skip
    action = forms.CharField(
        label="What an officer does", max_length=rules.FLASH_ACTION, widget=forms.Textarea(attrs={"rows": 2})
    )
    source = forms.CharField(
        label="On what it rests", max_length=60, help_text="A report’s number, or who saw it, with the day."
    )
    dealer = forms.ModelChoiceField(
        Dealer.objects.none(), label="Somebody on file", required=False, empty_label="Nobody on file",
        help_text="The card prints as the records have it: photo, cautions, vehicle.",
    )  # fmt: skip
    until = forms.DateField(
        label="Stands until", widget=DAY, initial=day_after_tomorrow, help_text=f"At most {rules.FLASH_DAYS} days."
    )

    def offer(self, officer):
        self.fields["dealer"].queryset = Dealer.objects.visible_to(officer).on_file().in_the_open().distinct()

    def clean_text(self):
        return " ".join(self.cleaned_data["text"].split())

    def clean_action(self):
        return " ".join(self.cleaned_data["action"].split())


class RecallHotSheetForm(ActionForm):
    why = forms.CharField(
        label="Why", max_length=200, help_text="Every officer who opens an old link reads it: name nobody."
    )
