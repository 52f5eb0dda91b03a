"""What can be done to a call-in and everything that hangs on it: one module per verb."""

from callins.services.add_speaker import add_speaker
from callins.services.add_support_contact import add_support_contact
from callins.services.add_team_member import add_team_member
from callins.services.arrange_attendance import arrange_attendance
from callins.services.assign_follow_up import assign_follow_up
from callins.services.call_off import call_off
from callins.services.change_call_in import change_call_in
from callins.services.change_check_ins import change_check_ins
from callins.services.change_service import change_service
from callins.services.change_speaker import change_speaker
from callins.services.close_call_in import close_call_in
from callins.services.end_check_ins import end_check_ins
from callins.services.end_support_contact import end_support_contact
from callins.services.hold_call_in import hold_call_in
from callins.services.invite_dealer import invite_dealer
from callins.services.keep_warrant_promise import keep_warrant_promise
from callins.services.lay_out_agenda import lay_out_agenda
from callins.services.log_check_in import log_check_in
from callins.services.log_influential_contact import log_influential_contact
from callins.services.log_no_answer import log_no_answer
from callins.services.mark_call_in_ready import mark_call_in_ready
from callins.services.move_speaker import move_speaker
from callins.services.override_bar import override_bar
from callins.services.plan_call_in import plan_call_in
from callins.services.record_counsel import record_counsel
from callins.services.record_rsvp import record_rsvp
from callins.services.release_service import release_service
from callins.services.remove_speaker import remove_speaker
from callins.services.remove_team_member import remove_team_member
from callins.services.reserve_service import reserve_service
from callins.services.schedule_check_ins import schedule_check_ins
from callins.services.withdraw_invitation import withdraw_invitation

__all__ = [
    "add_speaker",
    "add_support_contact",
    "add_team_member",
    "arrange_attendance",
    "assign_follow_up",
    "call_off",
    "change_call_in",
    "change_check_ins",
    "change_service",
    "change_speaker",
    "close_call_in",
    "end_check_ins",
    "end_support_contact",
    "hold_call_in",
    "invite_dealer",
    "keep_warrant_promise",
    "lay_out_agenda",
    "log_check_in",
    "log_influential_contact",
    "log_no_answer",
    "mark_call_in_ready",
    "move_speaker",
    "override_bar",
    "plan_call_in",
    "record_counsel",
    "record_rsvp",
    "release_service",
    "remove_speaker",
    "remove_team_member",
    "reserve_service",
    "schedule_check_ins",
    "withdraw_invitation",
]
