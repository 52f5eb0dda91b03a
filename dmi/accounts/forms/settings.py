"""What the task force sets for itself, in the words of its page."""

from django import forms

from dmi.accounts.models import TaskForce
from dmi.forms import CorrectionForm

KINDS = [
    ("medication", "Methadone or buprenorphine clinic"),
    ("residential", "Residential"),
    ("counselling", "Counselling"),
    ("detox", "Detoxification"),
]


def days(name, label, least, most):
    """A whole number with the help that the setting carries itself."""
    hint = TaskForce._meta.get_field(name).help_text
    return forms.IntegerField(label=label, min_value=least, max_value=most, help_text=hint)


class ChangeSettingsForm(CorrectionForm):
    name = forms.CharField(label="Name of the task force", max_length=120, help_text="It heads every sheet and letter.")
    time_zone = forms.CharField(
        label="Time zone", max_length=40, help_text="Whose days and weeks it keeps. Like America/New_York."
    )
    home_state = forms.CharField(
        label="Home state", min_length=2, max_length=2,
        help_text="Two letters. Whoever lives in another counts as from out of the area.",
    )  # fmt: skip
    idle_days = days("idle_days", "Idle days until an account is disabled", 7, 90)
    draft_days = days("draft_days", "Days a draft may wait", 1, 30)
    tip_days = days("tip_days", "Days a tip is kept", 30, 730)
    search_days = days("search_days", "Days the words of a search are kept", 365, 3650)
    backup_days = days("backup_days", "Days a backup is kept", 1, 365)
    condition_days = days("condition_days", "Days a verified condition prints", 7, 90)
    fewest_support_names = forms.IntegerField(
        label="Fewest names in the sheet’s list of support", min_value=1, max_value=20,
        help_text="With fewer the list is left off: a single name would say too much.",
    )  # fmt: skip
    capacity_days = days("capacity_days", "Days a provider’s figures count", 7, 120)
    capacity_kinds = forms.MultipleChoiceField(
        label="Treatment whose places count", choices=KINDS, widget=forms.CheckboxSelectMultiple
    )
    overdoses = days("overdoses", "Overdoses that raise a health alert", 2, 50)
    overdose_hours = days("overdose_hours", "Within how many hours", 1, 336)
    juvenile_until = days("juvenile_until", "Juvenile until this birthday", 16, 21)
    youthful_until = days("youthful_until", "Youthful offender until this birthday", 16, 26)
    juvenile_statute = forms.CharField(
        label="Statute", max_length=120, help_text=TaskForce._meta.get_field("juvenile_statute").help_text
    )

    GROUPS = (
        ("Who and where", ("name", "time_zone", "home_state")),
        ("Accounts", ("idle_days",)),
        ("How long records are kept", ("draft_days", "tip_days", "search_days", "backup_days")),
        ("The sheet", ("condition_days", "fewest_support_names")),
        ("Treatment and overdoses", ("capacity_days", "capacity_kinds", "overdoses", "overdose_hours")),
        ("Juveniles and youthful offenders", ("juvenile_until", "youthful_until", "juvenile_statute")),
    )

    def groups(self):
        """The fields under their headings, as the page shows them."""
        return [(heading, [self[name] for name in names]) for heading, names in self.GROUPS]
