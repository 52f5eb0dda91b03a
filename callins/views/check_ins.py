"""Check-ins: everybody's week, the liaison's route, and the form at the door."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from callins import rounds, services
from callins.forms import check_ins as forms
from callins.models import CheckIn, CheckInSchedule, OfferCondition
from callins.views.acting import act, tap
from dealers.models import Address, Dealer
from dmi.audit import trail
from dmi.audit.doors import permitted
from dmi.audit.versions import version

FEW = 5


@require_GET
@permitted("callins.view_check_ins")
def view_check_ins(request):
    trail.enter(request.user, "callins.view_check_ins", trail.Outcome.READ)
    today = timezone.localdate()
    schedules = rounds.with_rounds(CheckInSchedule.objects.visible_to(request.user).standing(), today)
    stops = rounds.missed_first(schedules, today)
    may_schedule = request.user.has_perm("callins.schedule_check_ins")
    shown = {
        "stops": stops,
        "missed": [stop for stop in stops if stop.overdue_since],
        "done": sum(stop.week.done for stop in stops),
        "owed": sum(stop.week.owed for stop in stops),
        "unscheduled": list(rounds.unscheduled(request.user)) if may_schedule else [],
        "today": today,
    }
    return render(request, "callins/view_check_ins.html", shown)


@require_GET
@permitted("callins.view_route")
def view_route(request):
    """The doors of the officer who asks, in the order in which he goes to them."""
    trail.enter(request.user, "callins.view_route", trail.Outcome.READ)
    today = timezone.localdate()
    own = CheckInSchedule.objects.visible_to(request.user).of_liaison(request.user).standing().begun_by(today)
    stops = [rounds.stop(schedule, today) for schedule in rounds.with_rounds(own.with_cautions(), today)]
    shown = {
        "wanted": rounds.route([stop for stop in stops if stop.is_wanted]),
        "seen": rounds.route([stop for stop in stops if stop.visit_today]),
        "others": rounds.route([stop for stop in stops if not (stop.is_wanted or stop.visit_today)]),
        "today": today,
    }
    return render(request, "callins/view_route.html", shown)


@require_GET
@permitted("callins.view_schedule")
def view_schedule(request, schedule_id):
    today = timezone.localdate()
    schedule = trail.read(
        rounds.with_rounds(CheckInSchedule.objects.with_cautions(), today),
        by=request.user, verb="callins.view_schedule", pk=schedule_id,
    )  # fmt: skip
    visits = CheckIn.objects.visible_to(request.user).of(schedule).with_people()
    shown = {"schedule": schedule, "stop": rounds.stop(schedule, today), "visits": list(visits), "today": today}
    return render(request, "callins/view_schedule.html", shown)


@permitted("callins.schedule_check_ins")
def schedule_check_ins(request):
    form = forms.ScheduleCheckInsForm(request.POST or None, officer=request.user, initial=known(request))
    done = "Check-ins are scheduled; they stand on the liaison’s route from their first day."
    given = {"at": timezone.now()}
    return act(request, form, services.schedule_check_ins, done=done, back="callins:view_check_ins", shown={}, **given)


def known(request):
    """Of the person whom the way here names: the address on record and the condition of the plea."""
    asked = Dealer.objects.visible_to(request.user).on_file().filter_ids([request.GET.get("dealer", "")]).first()
    if asked is None:
        return {}
    condition = OfferCondition.objects.visible_to(request.user).allowing_inspections().binding(asked).first()
    home = Address.objects.visible_to(request.user).of(asked).current().first()
    return {"dealer": asked, "condition": condition, "where": home.line if home else ""}


@permitted("callins.change_check_ins")
def change_check_ins(request, schedule_id):
    schedule = found(request, schedule_id)
    now = {name: schedule.serializable_value(name) for name in schedule.CORRECTED}
    now["seen"] = version(schedule, schedule.CORRECTED)
    form = forms.ChangeCheckInsForm(request.POST or None, officer=request.user, initial=now)
    form.only_of(schedule.dealer)
    done = "The check-ins are changed."
    return act(
        request, form, services.change_check_ins, done=done, back=schedule, shown={"schedule": schedule},
        schedule=schedule,
    )  # fmt: skip


@permitted("callins.end_check_ins")
def end_check_ins(request, schedule_id):
    schedule = found(request, schedule_id)
    form = forms.EndCheckInsForm(request.POST or None, officer=request.user)
    done = "The check-ins have ended; what was entered stays on record."
    given = {"schedule": schedule, "at": timezone.now()}
    return act(request, form, services.end_check_ins, done=done, back=schedule, shown={"schedule": schedule}, **given)


@permitted("callins.log_check_in")
def log_check_in(request, schedule_id):
    """At the door. The visit is kept whatever becomes of the inspection, and the page says what became of it."""
    now = timezone.now()
    schedule = found(request, schedule_id)
    form = forms.LogCheckInForm(request.POST or None, officer=request.user)
    form.at_the_door(schedule)
    if request.method == "POST" and form.submit(services.log_check_in, by=request.user, schedule=schedule, at=now):
        if form.record.inspection_refused:
            messages.warning(request, form.record.inspection_refused)
        else:
            messages.success(request, f"Saved: {schedule.dealer}, {form.record.get_wellbeing_display().lower()}.")
        return redirect(back_from(request, schedule))
    trail.enter(request.user, "callins.view_schedule", trail.Outcome.READ, schedule)  # it shows the last visits
    visits = CheckIn.objects.visible_to(request.user).of(schedule).with_people()[:FEW]
    shown = {"form": form, "schedule": schedule, "visits": list(visits), "now": now}
    return render(request, "callins/log_check_in.html", shown)


@permitted("callins.log_no_answer")
@require_POST
def log_no_answer(request, schedule_id):
    schedule = found(request, schedule_id)
    return tap(
        request, services.log_no_answer, done=f"No answer at {schedule.where}, entered.",
        back=back_from(request, schedule), schedule=schedule, at=timezone.now(),
    )  # fmt: skip


def back_from(request, schedule):
    """On to the next door; whoever stands in for the liaison has no route with it, and goes back to the schedule."""
    return "callins:view_route" if schedule.liaison == request.user else schedule.get_absolute_url()


def found(request, schedule_id):
    return trail.find(CheckInSchedule.objects.with_people().with_cautions(), by=request.user, pk=schedule_id)
