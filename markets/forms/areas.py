"""Forms for the map: an area drawn or uploaded, streets to draw on, what of the incidents is shown."""

from django import forms

from dmi.forms import DAY, ActionForm
from markets import geometry
from markets.models import Area, Category, IncidentBatch
from markets.models.area import MOST_METRES, NEAR_METRES

GEOJSON = {"accept": ".geojson,.json,application/geo+json"}
SIZE = f"GeoJSON, at most {geometry.MOST_BYTES // 1024 // 1024} MB"


class GeoJsonField(forms.FileField):
    """A GeoJSON file; cleaned, it is the object that it holds."""

    def __init__(self, **kwargs):
        super().__init__(widget=forms.FileInput(attrs=GEOJSON), allow_empty_file=True, **kwargs)

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        return in_words(geometry.parsed, file.read(geometry.MOST_BYTES + 1)) if file else None


class OutlineField(forms.CharField):
    """Corners, one a line, or GeoJSON; cleaned, it is a GeoJSON object."""

    def to_python(self, value):
        text = super().to_python(value)
        return in_words(geometry.typed, text) if text else None


class DrawAreaForm(ActionForm):
    kind = forms.ChoiceField(label="Which area", choices=Area.Kind, widget=forms.RadioSelect)
    name = forms.CharField(label="Name", max_length=80, help_text="As officers say it: “West End, rail line to river”.")
    near_metres = forms.IntegerField(
        label="Near, in metres", min_value=0, max_value=MOST_METRES, initial=NEAR_METRES,
        help_text="How wide the strip around it is, into which dealing may move.",
    )  # fmt: skip
    coordinates = OutlineField(
        label="Corners",
        required=False,
        widget=forms.Textarea(attrs={"rows": 6, "class": "dmi-outline", "spellcheck": "false", "autocomplete": "off"}),
        help_text="One a line, latitude first: 43.60412, -72.97310. The last is joined to the first. Or GeoJSON.",
    )
    file = GeoJsonField(label="Or a file", required=False, help_text=f"{SIZE}, with one Polygon or MultiPolygon.")

    def clean(self):
        outline, file = self.cleaned_data.pop("coordinates", None), self.cleaned_data.pop("file", None)
        if not outline and not file and not self.errors:
            raise forms.ValidationError("Draw the area, type its corners, or choose a file.")
        return self.cleaned_data | {"shape": file or outline}


class UploadBackgroundForm(ActionForm):
    file = GeoJsonField(
        label="File",
        help_text=f"{SIZE}: streets as lines, blocks and water as areas, longitude and latitude (WGS 84).",
    )
    source = forms.CharField(label="Where it comes from", max_length=120, help_text="Office and year of the survey.")

    def clean(self):
        return self.cleaned_data | {"shapes": self.cleaned_data.pop("file", None)}


class MapForm(forms.Form):
    """What of the incidents the map shows."""

    first = forms.DateField(label="From", widget=DAY)
    last = forms.DateField(label="Until", widget=DAY)
    category = forms.ChoiceField(label="Category", choices=[("", "All categories"), *Category.choices], required=False)
    holds = forms.ChoiceField(label="What", choices=IncidentBatch.Holds)

    def clean(self):
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if first and last and first > last:
            self.add_error("last", "The time can not end before it begins.")
        return self.cleaned_data


def in_words(read, said):
    try:
        return read(said)
    except geometry.BadGeometry as wrong:
        raise forms.ValidationError(str(wrong)) from wrong
