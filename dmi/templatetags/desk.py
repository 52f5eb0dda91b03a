"""The marks and words that pages are made of: icons, moments, grades, shapes, form controls.

It is given plain values and imports nothing of ours, so that every app's pages may load it.
"""

from datetime import datetime

from django import forms, template
from django.utils import timezone
from django.utils.html import format_html

register = template.Library()

RELIABILITY = {
    "A": "reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
VALIDITY = {
    "1": "confirmed",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "cannot be judged",
}
PROBABLE = {"1", "2"}
SHAPES = {"supplier": "triangle", "connector": "diamond", "addict_dealer": "circle", "house_holder": "square"}
CAUTIONS = {
    "armed": "gun",
    "violent": "fire",
    "flees": "run",
    "needles": "needle",
    "dog": "dog",
    "crisis": "mind",
}
CONTROLS = {
    forms.CheckboxInput: "usa-checkbox__input",
    forms.FileInput: "dmi-file",
    forms.Select: "usa-select",
    forms.Textarea: "usa-textarea",
}
NEAR = {-1: "tomorrow", 0: "today", 1: "yesterday"}


@register.inclusion_tag("parts/_icon.html")
def icon(name, css_class="dmi-icon"):
    """A symbol of static/icons.svg. It is decoration: the word beside it says the same."""
    return {"name": name, "css_class": css_class}


@register.simple_tag
def when(moment, now=None):
    """A moment or a day, and how far off it is: Tue 3 Mar, 14:05 (2 days ago)."""
    today = timezone.localdate(now)
    return time_element(moment, f"{words(moment, today)} ({distance(moment, today)})")


@register.simple_tag
def when_short(moment, now=None):
    """The same without its distance, for tables and second lines."""
    return time_element(moment, words(moment, timezone.localdate(now)))


def time_element(moment, said):
    """Not a template: its last line break would stand as a space before the comma or full stop that follows."""
    return format_html('<time datetime="{}">{}</time>', iso(moment), said) if moment else ""


def iso(moment):
    if isinstance(moment, datetime):
        return timezone.localtime(moment).isoformat(timespec="minutes")
    return moment.isoformat() if moment else ""


def words(moment, today):
    if not moment:
        return ""
    if isinstance(moment, datetime):
        moment = timezone.localtime(moment)
    year = "" if moment.year == today.year else f" {moment.year}"
    hour = f", {moment:%H:%M}" if isinstance(moment, datetime) else ""
    return f"{moment:%a} {moment.day} {moment:%b}{year}{hour}"


def distance(moment, today):
    if not moment:
        return ""
    day = timezone.localtime(moment).date() if isinstance(moment, datetime) else moment
    days = (today - day).days
    if days in NEAR:
        return NEAR[days]
    return f"{days} days ago" if days > 0 else f"in {-days} days"


@register.inclusion_tag("parts/_grade.html")
def grade(reliability, validity):
    """Source, then content: two boxes for the eye, words for the ear; dashed when below "probable" (not ranked)."""
    return {
        "reliability": reliability,
        "validity": validity,
        "words": f"{RELIABILITY.get(str(reliability), '')}, {VALIDITY.get(str(validity), '')}",
        "weak": str(validity) not in PROBABLE,
    }


@register.filter
def shape(role):
    """The shape that stands for a part in the market, on badges and on the link chart."""
    return SHAPES.get(str(role), "cross")


@register.filter
def caution_icon(kind):
    return CAUTIONS.get(str(kind), "warn")


@register.simple_tag
def control(field):
    """A form field's own control, dressed for the theme. Django itself names its hint and error, and says invalid."""
    widget = field.field.widget
    css_class = next((css_class for kind, css_class in CONTROLS.items() if isinstance(widget, kind)), "usa-input")
    return field.as_widget(attrs={"class": f"{widget.attrs.get('class', '')} {css_class}".strip()})


@register.filter
def layout(field):
    """How a form field is laid out: hidden, options (radio buttons, boxes), tick (one box) or line (the rest)."""
    widget = field.field.widget
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, forms.RadioSelect):  # and CheckboxSelectMultiple, which is one
        return "options"
    return "tick" if isinstance(widget, forms.CheckboxInput) else "line"


@register.filter
def page_numbers(page):
    """The numbers worth showing around a page of a paginator, with its ellipsis between."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
