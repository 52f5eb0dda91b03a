"""Lists of names from elsewhere."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone

from dealers import imports, services
from dealers.forms import imports as forms
from dmi.audit.doors import permitted
from dmi.errors import RuleBroken


@permitted("dealers.import_dealers")
def import_dealers(request):
    """First the list is checked and every row's errors shown; the good rows are logged when somebody says so."""
    form = forms.ImportDealersForm(request.POST or None, request.FILES or None, officer=request.user)
    rows, text = [], ""
    if request.method == "POST" and form.is_valid():
        try:
            text = form.text_given()
            rows = imports.rows_in(text, timezone.localdate())
        except RuleBroken as refusal:
            form.add_error(None, str(refusal))
    good = [row for row in rows if not row.errors]
    if "log" in request.POST and good and logged(request, form, good):
        return redirect("dealers:view_dealers")
    shown = {"form": form, "rows": rows, "text": text, "good": len(good), "bad": len(rows) - len(good)}
    return render(request, "dealers/import_dealers.html", shown | {"columns": imports.COLUMNS})


def logged(request, form, rows):
    """True when the good rows became drafts; else the refusal stands in the form."""
    market = form.cleaned_data["market"]
    try:
        dealers = services.import_dealers(by=request.user, market=market, rows=rows, at=timezone.now())
    except RuleBroken as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, f"Drafts logged: {len(dealers)}. Each waits for a supervisor.")
    return True
