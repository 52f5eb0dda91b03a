"""What can be done to a call-in and everything that hangs on it: one module per verb."""

from callins.services.add_speaker import add_speaker
from callins.services.add_support_contact import add_support_contact
from callins.services.add_team_member import add_team_member
from callins.services.answer_offer import answer_offer
from callins.services.approve_exposure import approve_exposure
from callins.services.arrange_attendance import arrange_attendance
from callins.services.ask_for_letters import ask_for_letters
from callins.services.ask_for_notification_letter import ask_for_notification_letter
from callins.services.ask_for_service import ask_for_service
from callins.services.assign_follow_up import assign_follow_up
from callins.services.call_off import call_off
from callins.services.change_call_in import change_call_in
from callins.services.change_check_ins import change_check_ins
from callins.services.change_notification import change_notification
from callins.services.change_service import change_service
from callins.services.change_speaker import change_speaker
from callins.services.close_call_in import close_call_in
from callins.services.deliver_notification import deliver_notification
from callins.services.deliver_service import deliver_service
from callins.services.download_agreement import download_agreement
from callins.services.download_letter import download_letter
from callins.services.download_letters import download_letters
from callins.services.end_check_ins import end_check_ins
from callins.services.end_offer import end_offer
from callins.services.end_support_contact import end_support_contact
from callins.services.finish_letter import finish_letter
from callins.services.give_up_letter import give_up_letter
from callins.services.give_up_notification import give_up_notification
from callins.services.hold_call_in import hold_call_in
from callins.services.invite_dealer import invite_dealer
from callins.services.keep_warrant_promise import keep_warrant_promise
from callins.services.lay_out_agenda import lay_out_agenda
from callins.services.log_check_in import log_check_in
from callins.services.log_follow_up import log_follow_up
from callins.services.log_influential_contact import log_influential_contact
from callins.services.log_no_answer import log_no_answer
from callins.services.log_notification_attempt import log_notification_attempt
from callins.services.log_service_attempt import log_service_attempt
from callins.services.make_offer import make_offer
from callins.services.mark_call_in_ready import mark_call_in_ready
from callins.services.move_speaker import move_speaker
from callins.services.override_bar import override_bar
from callins.services.plan_call_in import plan_call_in
from callins.services.plan_notification import plan_notification
from callins.services.record_absence import record_absence
from callins.services.record_arrival import record_arrival
from callins.services.record_counsel import record_counsel
from callins.services.record_rearrest import record_rearrest
from callins.services.record_rsvp import record_rsvp
from callins.services.record_word import record_word
from callins.services.release_service import release_service
from callins.services.remove_speaker import remove_speaker
from callins.services.remove_team_member import remove_team_member
from callins.services.reserve_service import reserve_service
from callins.services.retry_letter import retry_letter
from callins.services.schedule_check_ins import schedule_check_ins
from callins.services.show_evidence import show_evidence
from callins.services.sign_agreement import sign_agreement
from callins.services.undo_attendance import undo_attendance
from callins.services.withdraw_invitation import withdraw_invitation
from callins.services.write_letter_template import write_letter_template

__all__ = [
    "add_speaker",
    "add_support_contact",
    "add_team_member",
    "answer_offer",
    "approve_exposure",
    "arrange_attendance",
    "ask_for_letters",
    "ask_for_notification_letter",
    "ask_for_service",
    "assign_follow_up",
    "call_off",
    "change_call_in",
    "change_check_ins",
    "change_notification",
    "change_service",
    "change_speaker",
    "close_call_in",
    "deliver_notification",
    "deliver_service",
    "download_agreement",
    "download_letter",
    "download_letters",
    "end_check_ins",
    "end_offer",
    "end_support_contact",
    "finish_letter",
    "give_up_letter",
    "give_up_notification",
    "hold_call_in",
    "invite_dealer",
    "keep_warrant_promise",
    "lay_out_agenda",
    "log_check_in",
    "log_follow_up",
    "log_influential_contact",
    "log_no_answer",
    "log_notification_attempt",
    "log_service_attempt",
    "make_offer",
    "mark_call_in_ready",
    "move_speaker",
    "override_bar",
    "plan_call_in",
    "plan_notification",
    "record_absence",
    "record_arrival",
    "record_counsel",
    "record_rearrest",
    "record_rsvp",
    "record_word",
    "release_service",
    "remove_speaker",
    "remove_team_member",
    "reserve_service",
    "retry_letter",
    "schedule_check_ins",
    "show_evidence",
    "sign_agreement",
    "undo_attendance",
    "withdraw_invitation",
    "write_letter_template",
]
