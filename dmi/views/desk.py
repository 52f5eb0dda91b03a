"""The desk: what each role starts the day from."""

from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dmi.views.in_short import in_short
from dmi.views.parts import PARTS
from maintenance.models import Copy, HotSheet
from markets.models import Market


@require_GET
def desk(request):
    """Treatment staff start behind the wall; everybody else here, each part only for those whose work it is."""
    officer = request.user
    if officer.has_perm("dtc.view_desk"):
        return redirect("callins:dtc:view_desk")
    today = timezone.localdate()
    markets = list(Market.objects.worked_by(officer))
    shown = {"today": today, "markets": markets, "copy": own_copy(officer, today)}
    shown["flashes"] = own_flashes(officer, today)
    shown["loans"] = officer.loans().with_people()
    for verb, part in PARTS.items():
        if officer.has_perm(verb):
            shown |= part(officer, today)
    return render(request, "desk.html", shown | {"in_short": in_short(shown, today)})


def own_copy(officer, day):
    """Of the sheet in force; where there is none, of the next that is published already."""
    current = HotSheet.objects.visible_to(officer).in_force_or_next(day).values("pk")[:1]
    copies = Copy.objects.visible_to(officer).filter_sheets(current).select_related("sheet")
    return copies.defer("sheet__contents").first()


def own_flashes(officer, day):
    """Copies of bulletins in force that one has not confirmed: a danger is read before anything else."""
    flashes = HotSheet.objects.visible_to(officer).flashes_in_force(day).values("pk")
    unread = Copy.objects.visible_to(officer).filter_sheets(flashes).on_the_roster().unread().select_related("sheet")
    return list(unread.order_by("-sheet__approved_at"))
