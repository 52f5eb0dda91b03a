"""What can be done to a call-in and everything that hangs on it: one module per verb."""

from callins.services.add_speaker import add_speaker
from callins.services.add_team_member import add_team_member
from callins.services.call_off import call_off
from callins.services.change_call_in import change_call_in
from callins.services.change_service import change_service
from callins.services.change_speaker import change_speaker
from callins.services.close_call_in import close_call_in
from callins.services.hold_call_in import hold_call_in
from callins.services.lay_out_agenda import lay_out_agenda
from callins.services.mark_call_in_ready import mark_call_in_ready
from callins.services.move_speaker import move_speaker
from callins.services.plan_call_in import plan_call_in
from callins.services.release_service import release_service
from callins.services.remove_speaker import remove_speaker
from callins.services.remove_team_member import remove_team_member
from callins.services.reserve_service import reserve_service

__all__ = [
    "add_speaker",
    "add_team_member",
    "call_off",
    "change_call_in",
    "change_service",
    "change_speaker",
    "close_call_in",
    "hold_call_in",
    "lay_out_agenda",
    "mark_call_in_ready",
    "move_speaker",
    "plan_call_in",
    "release_service",
    "remove_speaker",
    "remove_team_member",
    "reserve_service",
]
