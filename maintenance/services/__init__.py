"""The CRT's verbs: the meeting, its decisions, the hot sheet from freeze to copy. One verb, one file."""

from maintenance.services.acknowledge_copy import acknowledge_copy
from maintenance.services.answer_action import answer_action
from maintenance.services.answer_outreach import answer_outreach
from maintenance.services.answer_signal import answer_signal
from maintenance.services.approve_announcement import approve_announcement
from maintenance.services.approve_hot_sheet import approve_hot_sheet
from maintenance.services.ask_for_outreach import ask_for_outreach
from maintenance.services.begin_build import begin_build
from maintenance.services.carry_rest import carry_rest
from maintenance.services.change_announcement import change_announcement
from maintenance.services.change_cadence import change_cadence
from maintenance.services.change_shift import change_shift
from maintenance.services.close_alert import close_alert
from maintenance.services.close_meeting import close_meeting
from maintenance.services.decide import decide
from maintenance.services.download_announcement import download_announcement
from maintenance.services.download_copy import download_copy
from maintenance.services.download_minutes import download_minutes
from maintenance.services.drop_action import drop_action
from maintenance.services.end_outreach import end_outreach
from maintenance.services.freeze_hot_sheet import freeze_hot_sheet
from maintenance.services.give_action import give_action
from maintenance.services.give_outreach import give_outreach
from maintenance.services.give_up_build import give_up_build
from maintenance.services.issue_copies import issue_copies
from maintenance.services.issue_flash import issue_flash
from maintenance.services.log_found_page import log_found_page
from maintenance.services.make_monthly_page import make_monthly_page
from maintenance.services.note_attendance import note_attendance
from maintenance.services.note_notice import note_notice
from maintenance.services.open_copy import open_copy
from maintenance.services.open_meeting import open_meeting
from maintenance.services.publish_announcement import publish_announcement
from maintenance.services.publish_hot_sheet import publish_hot_sheet
from maintenance.services.purge_alerts import purge_alerts
from maintenance.services.purge_debriefs import purge_debriefs
from maintenance.services.put_on_agenda import put_on_agenda
from maintenance.services.raise_alert import raise_alert
from maintenance.services.raise_signal import raise_signal
from maintenance.services.read_fidelity import read_fidelity
from maintenance.services.reassign_actions import reassign_actions
from maintenance.services.recall_hot_sheet import recall_hot_sheet
from maintenance.services.reopen_debrief import reopen_debrief
from maintenance.services.retry_build import retry_build
from maintenance.services.revise_hot_sheet import revise_hot_sheet
from maintenance.services.see_answer import see_answer
from maintenance.services.seek_identity import seek_identity
from maintenance.services.sound_alert import sound_alert
from maintenance.services.stop_seeking import stop_seeking
from maintenance.services.strike_attendance import strike_attendance
from maintenance.services.take_back_decision import take_back_decision
from maintenance.services.tell_debrief import tell_debrief
from maintenance.services.triage_debrief import triage_debrief
from maintenance.services.warn_of_alert import warn_of_alert
from maintenance.services.write_announcement import write_announcement
from maintenance.services.write_headline import write_headline

__all__ = [
    "acknowledge_copy",
    "answer_action",
    "answer_outreach",
    "answer_signal",
    "approve_announcement",
    "approve_hot_sheet",
    "ask_for_outreach",
    "begin_build",
    "carry_rest",
    "change_announcement",
    "change_cadence",
    "change_shift",
    "close_alert",
    "close_meeting",
    "decide",
    "download_announcement",
    "download_copy",
    "download_minutes",
    "drop_action",
    "end_outreach",
    "freeze_hot_sheet",
    "give_action",
    "give_outreach",
    "give_up_build",
    "issue_copies",
    "issue_flash",
    "log_found_page",
    "make_monthly_page",
    "note_attendance",
    "note_notice",
    "open_copy",
    "open_meeting",
    "publish_announcement",
    "publish_hot_sheet",
    "purge_alerts",
    "purge_debriefs",
    "put_on_agenda",
    "raise_alert",
    "raise_signal",
    "read_fidelity",
    "reassign_actions",
    "recall_hot_sheet",
    "reopen_debrief",
    "retry_build",
    "revise_hot_sheet",
    "see_answer",
    "seek_identity",
    "sound_alert",
    "stop_seeking",
    "strike_attendance",
    "take_back_decision",
    "tell_debrief",
    "triage_debrief",
    "warn_of_alert",
    "write_announcement",
    "write_headline",
]
