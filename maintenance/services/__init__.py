"""The CRT's verbs: the meeting, its decisions, the hot sheet from freeze to copy. One verb, one file."""

from maintenance.services.acknowledge_copy import acknowledge_copy
from maintenance.services.approve_hot_sheet import approve_hot_sheet
from maintenance.services.begin_build import begin_build
from maintenance.services.close_meeting import close_meeting
from maintenance.services.decide import decide
from maintenance.services.download_copy import download_copy
from maintenance.services.freeze_hot_sheet import freeze_hot_sheet
from maintenance.services.give_up_build import give_up_build
from maintenance.services.open_meeting import open_meeting
from maintenance.services.publish_hot_sheet import publish_hot_sheet
from maintenance.services.put_on_agenda import put_on_agenda
from maintenance.services.retry_build import retry_build
from maintenance.services.write_headline import write_headline

__all__ = [
    "acknowledge_copy",
    "approve_hot_sheet",
    "begin_build",
    "close_meeting",
    "decide",
    "download_copy",
    "freeze_hot_sheet",
    "give_up_build",
    "open_meeting",
    "publish_hot_sheet",
    "put_on_agenda",
    "retry_build",
    "write_headline",
]
