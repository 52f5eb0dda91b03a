"""Afterwards: the CRT's week, what officers tell and are told, and whether a closed market stays closed."""

from maintenance.models.action import Action
from maintenance.models.agenda_item import AgendaItem
from maintenance.models.alert import NewDealerAlert
from maintenance.models.announcement import Announcement
from maintenance.models.copy import Body, Copy
from maintenance.models.debrief import Debrief
from maintenance.models.decision import Decision
from maintenance.models.distribution import FoundPage, Notice
from maintenance.models.hot_sheet import HotSheet
from maintenance.models.meeting import Meeting, MeetingAttendance
from maintenance.models.outreach import OutreachTask
from maintenance.models.revision import RevisedCard
from maintenance.models.sought import SoughtPerson
from maintenance.models.watching import FidelityReading, MonthlyPage, ReemergenceSignal

__all__ = [
    "Action",
    "AgendaItem",
    "Announcement",
    "Body",
    "Copy",
    "Debrief",
    "Decision",
    "FidelityReading",
    "FoundPage",
    "HotSheet",
    "Meeting",
    "MeetingAttendance",
    "MonthlyPage",
    "NewDealerAlert",
    "Notice",
    "OutreachTask",
    "ReemergenceSignal",
    "RevisedCard",
    "SoughtPerson",
]
