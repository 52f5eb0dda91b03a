"""What is told between meetings: a revision of the week's edition, a flash bulletin, a recall."""

from django.utils import timezone

from dmi.accounts.models import TaskForce
from dmi.audit import trail
from dmi.audit.doors import permitted
from maintenance import rules, services
from maintenance.forms import editions as forms
from maintenance.hot_sheet.contents import Contents
from maintenance.models import HotSheet, RevisedCard
from maintenance.views.acting import act

WAITS = "It waits for a supervisor other than you; approved, it is with every officer in a minute."


@permitted("maintenance.revise_hot_sheet")
def revise_hot_sheet(request, sheet_id):
    """Everybody on the edition, each with one choice; most stay as they are."""
    verb = "maintenance.revise_hot_sheet"
    sheet = trail.read(HotSheet.objects.with_people(), by=request.user, verb=verb, pk=sheet_id)
    form = forms.ReviseHotSheetForm(request.POST or None, officer=request.user)
    shown = {
        "sheet": sheet,
        "rows": list(form.rows(Contents.from_json(sheet.contents).people)),
        "choices": RevisedCard.What.choices,
        "most": {"line": rules.WHY, "action": rules.ACTION},
    }
    return act(
        request, form, services.revise_hot_sheet, done=f"The revision is frozen. {WAITS}", back=lambda: form.record,
        shown=shown, sheet=sheet, at=timezone.now(),
    )  # fmt: skip


@permitted("maintenance.issue_flash")
def issue_flash(request):
    form = forms.IssueFlashForm(request.POST or None, officer=request.user)
    return act(
        request, form, services.issue_flash, done=f"The bulletin is frozen. {WAITS}", back=lambda: form.record,
        shown={}, task_force=TaskForce.objects.get(), at=timezone.now(),
    )  # fmt: skip


@permitted("maintenance.recall_hot_sheet")
def recall_hot_sheet(request, sheet_id):
    sheet = trail.find(HotSheet.objects.with_people().defer("contents"), by=request.user, pk=sheet_id)
    form = forms.RecallHotSheetForm(request.POST or None, officer=request.user)
    return act(
        request, form, services.recall_hot_sheet, done=f"{sheet} is recalled; every link to it says so.", back=sheet,
        shown={"sheet": sheet}, sheet=sheet, at=timezone.now(),
    )  # fmt: skip
