"""The parts of the desk, each for those who hold its verb: what waits, what is due, what changed."""

from datetime import timedelta

from django.utils import timezone

from callins import planning, readiness, rounds
from callins.models import CallIn, CheckInSchedule, FollowUp, Offer, Word
from dealers.cases.models import Buy, Case, HealthAlert, Operation
from dealers.forms.observations import LogObservationForm
from dealers.models import Condition, Dealer, Judgement, ListDeclaration, Observation, Pointer, RosterMatch
from dmi.accounts.models import AccountReview, TaskForce
from maintenance import rules
from maintenance.models import (
    Action,
    Announcement,
    Copy,
    Debrief,
    HotSheet,
    Meeting,
    MonthlyPage,
    NewDealerAlert,
    OutreachTask,
    ReemergenceSignal,
)
from maintenance.retention import reviews
from maintenance.retention.models import Removal
from markets.models import CodeCase, IncidentBatch, Market

FEW = 8
VERIFY_WITHIN = 7  # days before a verification runs out


def my_drafts(officer, today):
    drafts = Dealer.objects.visible_to(officer).drafts().logged_by_officer(officer).with_dossier(officer)
    return {"my_drafts": list(drafts)}


def my_work(officer, today):
    people = Dealer.objects.visible_to(officer).on_file().with_parts(officer).with_last_entry(officer)
    return {
        "quick_log": LogObservationForm(officer=officer),
        "changed": list(Observation.objects.visible_to(officer).with_people(officer)[:FEW]),
        "my_people": list(people.latest_first()[:FEW]),
    }


def approvals(officer, today):
    waiting = Dealer.objects.visible_to(officer).waiting_for(officer)
    return {"waiting": list(waiting.with_dossier(officer)[:FEW]), "waiting_count": waiting.count()}


def verifications(officer, today):
    """Conditions of one's own people that print no more, or will not in a week."""
    days = TaskForce.objects.get().condition_days
    own = Condition.objects.visible_to(officer).owned_by(officer)
    running_out = own.running_out(today, days=days, within=VERIFY_WITHIN)
    return {"to_verify": [(condition, condition.days_left(today, days)) for condition in running_out[:FEW]]}


def roster_matches(officer, today):
    matches = RosterMatch.objects.visible_to(officer).owned_by(officer).unanswered()
    return {"roster_matches": list(matches.with_people(officer)[:FEW])}


def asked_about(officer, today):
    """Who logged somebody that may be on a record of this officer's."""
    pointers = Pointer.objects.visible_to(officer).owned_by(officer).unseen().with_people()
    return {"asked": list(pointers[:FEW])}


def to_merge(officer, today):
    return {"to_merge": list(Judgement.objects.visible_to(officer).to_merge()[:FEW])}


def dangers(officer, today):
    return {"dangers": list(Pointer.objects.visible_to(officer).to_review(officer).with_people()[:FEW])}


def the_week(officer, today):
    meeting = Meeting.objects.visible_to(officer).with_counts(officer).first()
    sheets = HotSheet.objects.visible_to(officer).defer("contents")
    return {
        "meeting": meeting,
        "is_this_week": bool(meeting) and meeting.week_of == rules.week_of(today),
        "coming": [sheet for sheet in sheets[:FEW] if not sheet.is_published],
    }


def reading(officer, today):
    sheets = HotSheet.objects.visible_to(officer).defer("contents")
    in_force = HotSheet.objects.in_force(today).with_reading().defer("contents").first()
    unread = Copy.objects.overseen_by(officer).filter_sheet(in_force).on_the_roster().unread().select_related("officer")
    return {
        "to_approve": list(sheets.waiting_for(officer).select_related("recorder")),
        "failed": list(sheets.failed()),
        "in_force": in_force,
        "unread": list(unread) if in_force else [],
    }


def clocks(cases, today):
    return [(case, case.days_left(today)) for case in cases]


def case_queue(officer, today):
    """What a prosecutor decides on."""
    waiting = Case.objects.visible_to(officer).queue_of(officer).with_people().with_triggers().with_last_step()
    return {"case_queue": clocks(waiting[:FEW], today)}


def activations(officer, today):
    """What a supervisor decides on: requests of somebody else."""
    asked = Case.objects.visible_to(officer).asked_of(officer).with_people().with_triggers().with_last_step()
    return {"activations": clocks(asked[:FEW], today)}


def adrift(officer, today):
    """One's own cases and nobody's, until they have a next step and an owner."""
    cases = Case.objects.visible_to(officer).adrift().nobodys_or_of(officer)
    return {"adrift": list(cases.with_people()[:FEW])}


def case_clocks(officer, today):
    """Of cases that one answers for, those whose limitation comes near."""
    near = Case.objects.visible_to(officer).answered_for_by(officer).near_the_limit(today)
    return {"case_clocks": clocks(near.with_people().urgent_first()[:FEW], today)}


def overdue_results(officer, today):
    """Of one's own buys, those whose result the laboratory owes, the longest first."""
    late = Buy.objects.visible_to(officer).logged_by(officer).overdue_at(today).with_people().order_by("lab_sent_on")
    return {"lab_overdue": [(buy, buy.days_overdue(today)) for buy in late[:FEW]]}


def health_alerts(officer, today):
    """What is new in the supply: for those who tell the clinic."""
    return {"health_alerts": list(HealthAlert.objects.visible_to(officer).on_the_desk(timezone.now()).with_market())}


def code_cases_due(officer, today):
    """Of an inspector's own open cases what is next, the most urgent first."""
    cases = CodeCase.objects.visible_to(officer).given_to(officer).open().with_place().with_visits()
    return {"code_cases": sorted(cases, key=lambda case: case.next_step()[1])}


def to_count(officer, today):
    """Lists of incidents that wait to be read in, and sweeps that treatment is not ready for."""
    lists = IncidentBatch.objects.visible_to(officer).in_state(IncidentBatch.State.UPLOADED).select_related("market")
    sweeps = Operation.objects.visible_to(officer).open().select_related("market")
    return {"incident_lists": list(lists[:FEW]), "unready": [sweep for sweep in sweeps if not sweep.ready_on]}


def declared(officer, today):
    """Lists of a market's dealers that somebody else declared complete."""
    waiting = ListDeclaration.objects.visible_to(officer).waiting_for(officer).with_people()
    return {"declared": list(waiting)}


def doors_today(officer, today):
    """Of a liaison's own people those whom the week still owes a visit, in the order of the route."""
    own = CheckInSchedule.objects.visible_to(officer).of_liaison(officer).standing().begun_by(today)
    stops = [rounds.stop(schedule, today) for schedule in rounds.with_rounds(own, today)]
    return {"doors": rounds.route([stop for stop in stops if stop.is_wanted]), "has_route": bool(stops)}


def missed_check_ins(officer, today):
    """Whom nobody has visited in time, the longest overdue first, and whose liaison must be another."""
    schedules = CheckInSchedule.objects.visible_to(officer).standing()
    stops = rounds.missed_first(rounds.with_rounds(schedules, today), today)
    return {"missed_check_ins": [stop for stop in stops if stop.overdue_since or stop.schedule.fault][:FEW]}


def my_follow_ups(officer, today):
    """Contacts that one owes by tomorrow, the late ones first."""
    own = FollowUp.objects.visible_to(officer).owned_by(officer)
    return {"follow_ups": list(own.due_by(today + timedelta(days=1)).with_people()[:FEW])}


def left_undone(officer, today):
    """Contacts that others owe and are late, or whose owner is gone; promises broken that nothing followed."""
    return {
        "late_contacts": list(FollowUp.objects.visible_to(officer).to_chase(officer, today).with_people()[:FEW]),
        "broken_words": list(Word.objects.visible_to(officer).unanswered().with_people()[:FEW]),
    }


def pleas_ended(officer, today):
    """Offers that were completed or breached, until the prosecutor has acted in court."""
    return {"pleas_ended": list(Offer.objects.visible_to(officer).ended_pleas()[:FEW])}


def call_ins(officer, today):
    """Those on which one is: of the next one what is lacking, of those held whether they can be closed."""
    mine = CallIn.objects.visible_to(officer).on_the_team(officer).open().with_counts().nearest_first()
    coming = next((call_in for call_in in mine if call_in.is_ahead), None)
    lacking = readiness.open_musts(planning.checklist(coming, today)) if coming else []
    return {"call_ins": list(mine[:FEW]), "next_call_in": coming, "call_in_lacks": lacking}


def month_over(officer, today):
    """Last month, where there was something to tell of it and nobody made its page."""
    is_begun = Market.objects.visible_to(officer).opened_before(rules.month_of(today)).exists()
    return {"month_over": MonthlyPage.objects.visible_to(officer).missing(today, back=1) if is_begun else []}


def signals(officer, today):
    """Closed markets that spoke, and the CRT has not said what it makes of it."""
    unanswered = ReemergenceSignal.objects.visible_to(officer).unanswered().with_people()
    return {"signals": list(unanswered[:FEW])}


def own_answers(officer, today):
    """What became of what one told, until one has seen it."""
    own = Debrief.objects.visible_to(officer).told_by(officer).unseen_answers().with_people()
    return {"answers": list(own[:FEW])}


def debriefs_waiting(officer, today):
    """What officers told and nobody has settled, the longest first."""
    waiting = Debrief.objects.visible_to(officer).waiting()
    return {"debriefs": list(waiting.with_people().waiting_first()[:FEW]), "debriefs_count": waiting.count()}


def my_actions(officer, today):
    """What one was asked to do, the late first."""
    own = Action.objects.visible_to(officer).given_to(officer).open().with_about(officer)
    return {"my_actions": list(own[:FEW])}


def alerts_running_out(officer, today):
    """New names and places on which nobody acted, and whose hours end within a day or have ended."""
    now = timezone.now()
    alerts = NewDealerAlert.objects.visible_to(officer).running_out(now).with_people()
    return {"running_out": [(alert, *alert.clock_at(now)) for alert in alerts[:FEW]]}


def late_actions(officer, today):
    """What others owe and is late, or is on the desk of somebody who has left."""
    late = Action.objects.visible_to(officer).to_chase(officer, today).with_about(officer)
    return {"late_actions": list(late[:FEW])}


def outreach_to_make(officer, today):
    """Where one is asked to go, the next due first."""
    own = OutreachTask.objects.visible_to(officer).given_to(officer).open()
    return {"my_outreach": list(own.order_by("due_on")[:FEW])}


def outreach_left(officer, today):
    """In one's markets: what nobody was given, and where nobody came in time."""
    rows = OutreachTask.objects.visible_to(officer).with_people()
    return {"outreach_left": list(rows.left_on(today).order_by("due_on")[:FEW])}


def announcements(officer, today):
    """Words of somebody else that wait for an approval."""
    return {"announcements": list(Announcement.objects.visible_to(officer).waiting_for(officer).with_people()[:FEW])}


def reviews_near(officer, today):
    """Of records that one answers for, those to validate or purge within 90 days and drafts past their day."""
    own = reviews.queue(Dealer.objects.visible_to(officer).owned_by(officer), today)
    return {"reviews": reviews.lines(own.select_related("assigned_to", "logged_by")[:FEW], today)}


def account_review(officer, today):
    """The one that is open; or that one is due: a year after the last, and before there ever was one."""
    reviews = AccountReview.objects.visible_to(officer)
    open_now = reviews.unsigned().counted().first()
    return {"account_review": open_now, "is_review_due": open_now is None and reviews.is_due(today)}


def removals_to_answer(officer, today):
    """Asked for by somebody else; whoever asked waits."""
    asked = Removal.objects.visible_to(officer).waiting_for(officer).with_people(officer)
    return {"removals": list(asked[:FEW])}


PARTS = {
    "accounts.sign_review": account_review,
    "dealers.log_dealer": my_drafts,
    "dealers.log_observation": my_work,
    "dealers.verify_condition": verifications,
    "dealers.answer_roster_match": roster_matches,
    "dealers.acknowledge_pointer": asked_about,
    "dealers.merge_dealers": to_merge,
    "dealers.review_danger": dangers,
    "dealers.approve_predicate": approvals,
    "cases.view_case": case_clocks,
    "cases.view_queue": case_queue,
    "cases.bank_case": activations,
    "cases.plan_next_step": adrift,
    "cases.record_lab_result": overdue_results,
    "cases.view_health_alerts": health_alerts,
    "callins.plan_call_in": call_ins,
    "callins.view_route": doors_today,
    "callins.schedule_check_ins": missed_check_ins,
    "callins.view_own_follow_ups": my_follow_ups,
    "callins.assign_follow_up": left_undone,
    "cases.dispose_case": pleas_ended,
    "markets.record_inspection": code_cases_due,
    "markets.map_incidents": to_count,
    "dealers.confirm_list_complete": declared,
    "maintenance.see_answer": own_answers,
    "maintenance.triage_debrief": debriefs_waiting,
    "maintenance.view_meeting": the_week,
    "maintenance.view_own_actions": my_actions,
    "maintenance.view_alerts": alerts_running_out,
    "maintenance.reassign_actions": late_actions,
    "maintenance.approve_hot_sheet": reading,
    "maintenance.answer_signal": signals,
    "maintenance.make_monthly_page": month_over,
    "maintenance.answer_outreach": outreach_to_make,
    "maintenance.give_outreach": outreach_left,
    "maintenance.approve_announcement": announcements,
    "retention.approve_removal": removals_to_answer,
    "retention.view_reviews": reviews_near,
}
