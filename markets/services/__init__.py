"""What is done with a market and its places. One verb, one file."""

from markets.services.assign_officer import assign_officer
from markets.services.change_hot_place import change_hot_place
from markets.services.change_stage import change_stage
from markets.services.close_code_case import close_code_case
from markets.services.correct_health_count import correct_health_count
from markets.services.correct_survey import correct_survey
from markets.services.correct_treatment_capacity import correct_treatment_capacity
from markets.services.draw_area import draw_area
from markets.services.estimate_cut_off import estimate_cut_off
from markets.services.finish_incidents import finish_incidents
from markets.services.freeze_baseline import freeze_baseline
from markets.services.give_up_incidents import give_up_incidents
from markets.services.import_incidents import import_incidents
from markets.services.log_health_count import log_health_count
from markets.services.log_hot_place import log_hot_place
from markets.services.log_promise import log_promise
from markets.services.log_survey import log_survey
from markets.services.log_treatment_capacity import log_treatment_capacity
from markets.services.map_incidents import map_incidents
from markets.services.open_code_case import open_code_case
from markets.services.open_market import open_market
from markets.services.order_vacate import order_vacate
from markets.services.place_incidents import place_incidents
from markets.services.record_inspection import record_inspection
from markets.services.record_notice import record_notice
from markets.services.record_promise_outcome import record_promise_outcome
from markets.services.release_officer import release_officer
from markets.services.replace_baseline import replace_baseline
from markets.services.undo_incidents import undo_incidents
from markets.services.upload_background import upload_background
from markets.services.upload_incidents import upload_incidents
from markets.services.waive_capacity import waive_capacity

__all__ = [
    "assign_officer",
    "change_hot_place",
    "change_stage",
    "close_code_case",
    "correct_health_count",
    "correct_survey",
    "correct_treatment_capacity",
    "draw_area",
    "estimate_cut_off",
    "finish_incidents",
    "freeze_baseline",
    "give_up_incidents",
    "import_incidents",
    "log_health_count",
    "log_hot_place",
    "log_promise",
    "log_survey",
    "log_treatment_capacity",
    "map_incidents",
    "open_code_case",
    "open_market",
    "order_vacate",
    "place_incidents",
    "record_inspection",
    "record_notice",
    "record_promise_outcome",
    "release_officer",
    "replace_baseline",
    "undo_incidents",
    "upload_background",
    "upload_incidents",
    "waive_capacity",
]
