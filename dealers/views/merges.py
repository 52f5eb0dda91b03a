"""Two records made one, and made two again."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone

from dealers import merging, services
from dealers.forms import merges as forms
from dealers.models import Merge
from dealers.models.kinds import PERSON
from dealers.views.entries import found
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.audit.versions import version
from dmi.forms import ActionForm


@permitted("dealers.merge_dealers")
def merge_dealers(request, dealer_id, other_id):
    """Side by side, with everything that would move: nobody merges what was not read."""
    if merge := Merge.objects.visible_to(request.user).that_took([dealer_id, other_id]).first():
        messages.info(request, f"{merge.by} merged {merge.other.reference} into {merge.kept.reference} already.")
        return redirect(merge.kept)
    dealer, other = found(request, dealer_id), found(request, other_id)
    form = forms.MergeDealersForm(request.POST or None, officer=request.user)
    if request.method == "POST" and form.submit(
        services.merge_dealers, by=request.user, dealer=dealer, other=other, at=timezone.now()
    ):
        messages.success(request, f"{other.reference} went up in {dealer.reference}; the dossier can undo it.")
        return redirect(dealer)
    crosses = merging.crosses_markets(dealer, other, request.user)  # then its counts are not his to see
    lines = merging.side_by_side(dealer, other)  # as they stand now: of what was chosen nothing is lost
    shown = {
        "dealer": dealer,
        "other": other,
        "form": form,
        "lines": [(form[line.name].label, line, form.data.get(line.name) or line.side) for line in lines],
        "crosses": crosses,
        "shares": [] if crosses else merging.told(merging.preview(dealer, other), other, request.user),
        "versions": [version(record, PERSON) for record in (dealer, other)],
    }
    return render(request, "dealers/merge_dealers.html", shown)


@permitted("dealers.undo_merge")
def undo_merge(request, merge_id):
    merge = trail.find(Merge.objects.with_people(), by=request.user, pk=merge_id)
    form = ActionForm(request.POST if request.method == "POST" else None, officer=request.user)
    if request.method == "POST" and form.submit(services.undo_merge, by=request.user, merge=merge, at=timezone.now()):
        messages.success(request, f"{merge.other.reference} and {merge.kept.reference} are two records again.")
        return redirect(merge.kept)
    return render(request, "dealers/undo_merge.html", {"merge": merge, "form": form})
