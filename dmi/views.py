"""The desk: what each role starts the day from. And health, for whoever watches the machines."""

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.db import connection
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from dealers.forms import LogObservationForm
from dealers.models import Dealer, Observation
from maintenance import rules
from maintenance.models import Copy, HotSheet, Meeting
from markets.models import Market

FEW = 8


@require_GET
def desk(request):
    """Treatment staff start behind the wall; everybody else here, each part only for those whose work it is."""
    officer = request.user
    if officer.has_perm("dtc.view_desk"):
        return redirect("callins:dtc:view_desk")
    today = timezone.localdate()
    shown = {"today": today, "markets": Market.objects.worked_by(officer), "copy": copy_in_force(officer, today)}
    for verb, part in PARTS.items():
        if officer.has_perm(verb):
            shown |= part(officer, today)
    return render(request, "desk.html", shown)


def copy_in_force(officer, day):
    """This week's sheet, or the newest that is published for a week to come."""
    current = HotSheet.objects.in_force(day).values("pk")[:1]
    return Copy.objects.visible_to(officer).filter_sheets(current).select_related("sheet").first()


def my_work(officer, today):
    return {
        "quick_log": LogObservationForm(officer=officer),
        "my_drafts": Dealer.objects.drafts().logged_by_officer(officer).with_parts(),
        "changed": Observation.objects.visible_to(officer).with_people(officer)[:FEW],
        "my_people": Dealer.objects.visible_to(officer).on_file().with_parts().with_last_entry().latest_first()[:FEW],
    }


def approvals(officer, today):
    return {"waiting": Dealer.objects.waiting_for(officer).with_parts().select_related("predicate")}


def the_week(officer, today):
    meeting = Meeting.objects.visible_to(officer).with_counts(officer).first()
    return {
        "meeting": meeting,
        "is_this_week": bool(meeting) and meeting.week_of == rules.week_of(today),
        "sheets": HotSheet.objects.visible_to(officer).with_reading().select_related("recorder").defer("contents")[:2],
    }


def reading(officer, today):
    sheet = HotSheet.objects.in_force(today).first()
    unread = Copy.objects.overseen_by(officer).filter_sheet(sheet).unread().select_related("officer") if sheet else []
    return {
        "to_approve": HotSheet.objects.visible_to(officer)
        .waiting_for(officer)
        .select_related("recorder")
        .defer("contents"),
        "failed": HotSheet.objects.visible_to(officer).failed().defer("contents"),
        "unread": unread,
    }


PARTS = {
    "dealers.log_observation": my_work,
    "dealers.approve_predicate": approvals,
    "maintenance.view_meeting": the_week,
    "maintenance.approve_hot_sheet": reading,
}


@require_GET
@login_not_required
def live(request):
    return JsonResponse({"live": True})


@require_GET
@login_not_required
def ready(request):
    """200 when a page would work: database, migrations and broker answer; 503 otherwise, saying which does not."""
    found = {"database": answers(ask_database), "broker": answers(lambda: cache.set("ready", 1, 5))}
    return JsonResponse(found, status=200 if all(found.values()) else 503)


def ask_database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM accounts_taskforce LIMIT 1")


def answers(question):
    try:
        question()
    except Exception:  # whatever it is, the answer is no; the reason is in the service's own log
        return False
    return True
