"""What is done with a dealer. One verb, one file."""

from dealers.services.acknowledge_pointer import acknowledge_pointer
from dealers.services.add_photo import add_photo
from dealers.services.add_source_document import add_source_document
from dealers.services.analyse_chart import analyse_chart
from dealers.services.answer_roster_match import answer_roster_match
from dealers.services.approve_predicate import approve_predicate
from dealers.services.assign_dealers import assign_dealers
from dealers.services.check_import import check_import
from dealers.services.confirm_list_complete import confirm_list_complete
from dealers.services.correct_address import correct_address
from dealers.services.correct_alias import correct_alias
from dealers.services.correct_birth_date import correct_birth_date
from dealers.services.correct_caution import correct_caution
from dealers.services.correct_condition import correct_condition
from dealers.services.correct_dealer import correct_dealer
from dealers.services.correct_handle import correct_handle
from dealers.services.correct_influential import correct_influential
from dealers.services.correct_involvement import correct_involvement
from dealers.services.correct_observation import correct_observation
from dealers.services.correct_phone import correct_phone
from dealers.services.correct_photo import correct_photo
from dealers.services.correct_supervision import correct_supervision
from dealers.services.correct_tie import correct_tie
from dealers.services.correct_vehicle import correct_vehicle
from dealers.services.declare_list_complete import declare_list_complete
from dealers.services.delete_chart import delete_chart
from dealers.services.delete_list import delete_list
from dealers.services.download_dossier import download_dossier
from dealers.services.end_condition import end_condition
from dealers.services.end_supervision import end_supervision
from dealers.services.file_tip import file_tip
from dealers.services.find_duplicates import find_duplicates
from dealers.services.finish_analysis import finish_analysis
from dealers.services.finish_import import finish_import
from dealers.services.forget_analyses import forget_analyses
from dealers.services.give_up_analysis import give_up_analysis
from dealers.services.give_up_import import give_up_import
from dealers.services.import_dealers import import_dealers
from dealers.services.import_roster import import_roster
from dealers.services.judge_match import judge_match
from dealers.services.log_address import log_address
from dealers.services.log_alias import log_alias
from dealers.services.log_birth_date import log_birth_date
from dealers.services.log_caution import log_caution
from dealers.services.log_condition import log_condition
from dealers.services.log_dealer import log_dealer
from dealers.services.log_handle import log_handle
from dealers.services.log_influential import log_influential
from dealers.services.log_involvement import log_involvement
from dealers.services.log_observation import log_observation
from dealers.services.log_phone import log_phone
from dealers.services.log_supervision import log_supervision
from dealers.services.log_tie import log_tie
from dealers.services.log_tip import log_tip
from dealers.services.log_vehicle import log_vehicle
from dealers.services.log_violation import log_violation
from dealers.services.map_columns import map_columns
from dealers.services.merge_dealers import merge_dealers
from dealers.services.promote_tip import promote_tip
from dealers.services.purge_tips import purge_tips
from dealers.services.record_violation_outcome import record_violation_outcome
from dealers.services.release_hold import release_hold
from dealers.services.reopen_list import reopen_list
from dealers.services.return_draft import return_draft
from dealers.services.review_danger import review_danger
from dealers.services.save_chart import save_chart
from dealers.services.save_list import save_list
from dealers.services.seal_record import seal_record
from dealers.services.see_danger import see_danger
from dealers.services.set_hold import set_hold
from dealers.services.undo_import import undo_import
from dealers.services.undo_merge import undo_merge
from dealers.services.unseal_record import unseal_record
from dealers.services.upload_list import upload_list
from dealers.services.validate_record import validate_record
from dealers.services.verify_condition import verify_condition
from dealers.services.withdraw_fact import withdraw_fact
from dealers.services.withdraw_tie import withdraw_tie

__all__ = [
    "acknowledge_pointer",
    "add_photo",
    "add_source_document",
    "analyse_chart",
    "answer_roster_match",
    "approve_predicate",
    "assign_dealers",
    "check_import",
    "confirm_list_complete",
    "correct_address",
    "correct_alias",
    "correct_birth_date",
    "correct_caution",
    "correct_condition",
    "correct_dealer",
    "correct_handle",
    "correct_influential",
    "correct_involvement",
    "correct_observation",
    "correct_phone",
    "correct_photo",
    "correct_supervision",
    "correct_tie",
    "correct_vehicle",
    "declare_list_complete",
    "delete_chart",
    "delete_list",
    "download_dossier",
    "end_condition",
    "end_supervision",
    "file_tip",
    "find_duplicates",
    "finish_analysis",
    "finish_import",
    "forget_analyses",
    "give_up_analysis",
    "give_up_import",
    "import_dealers",
    "import_roster",
    "judge_match",
    "log_address",
    "log_alias",
    "log_birth_date",
    "log_caution",
    "log_condition",
    "log_dealer",
    "log_handle",
    "log_influential",
    "log_involvement",
    "log_observation",
    "log_phone",
    "log_supervision",
    "log_tie",
    "log_tip",
    "log_vehicle",
    "log_violation",
    "map_columns",
    "merge_dealers",
    "promote_tip",
    "purge_tips",
    "record_violation_outcome",
    "release_hold",
    "reopen_list",
    "return_draft",
    "review_danger",
    "save_chart",
    "save_list",
    "seal_record",
    "see_danger",
    "set_hold",
    "undo_import",
    "undo_merge",
    "unseal_record",
    "upload_list",
    "validate_record",
    "verify_condition",
    "withdraw_fact",
    "withdraw_tie",
]
