"""Forms for making two records one."""

from django import forms

from dmi.forms import ActionForm


def side(label):
    """Which record's value stands. Left out: the kept record's where it has one, else the other's."""
    sides = [("kept", "Of the record that stays"), ("other", "Of the record that goes up in it")]
    return forms.ChoiceField(label=label, choices=sides, required=False, widget=forms.RadioSelect)


class MergeDealersForm(ActionForm):
    """One field for each of dealers.models.kinds.PERSON, and the versions of both records that the officer compared."""

    last_name = side("Last name")
    first_name = side("First name")
    middle_name = side("Middle name")
    suffix = side("Suffix")
    date_of_birth = side("Date of birth")
    sex = side("Sex")
    race = side("Race")
    height_inches = side("Height in inches")
    weight_pounds = side("Weight in pounds")
    marks = side("Scars, marks, tattoos")
    because = forms.CharField(label="Why they are one person", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    seen = forms.CharField(label="Version of the record that stays", max_length=16, required=False)
    seen_other = forms.CharField(label="Version of the other record", max_length=16, required=False)
