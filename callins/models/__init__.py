"""The call-in: plan, invitations, letters, the evening, afterwards; notifications and check-ins."""

from callins.models.call_in import CallIn, ReservedService, Speaker, TeamMember
from callins.models.check_in import CheckIn, CheckInSchedule, SupportContact
from callins.models.clearance import Clearance
from callins.models.follow_up import FollowUp, FollowUpAttempt
from callins.models.invitation import InfluentialContact, Invitation
from callins.models.letter import Letter, ServiceAttempt
from callins.models.letter_template import LetterTemplate
from callins.models.notification import CustomNotification, NotificationAttempt
from callins.models.offer import Agreement, EvidenceShown, Offer, OfferCondition
from callins.models.service_request import ServiceRequest
from callins.models.word import Rearrest, Word

__all__ = [
    "Agreement",
    "CallIn",
    "CheckIn",
    "CheckInSchedule",
    "Clearance",
    "CustomNotification",
    "EvidenceShown",
    "FollowUp",
    "FollowUpAttempt",
    "InfluentialContact",
    "Invitation",
    "Letter",
    "LetterTemplate",
    "NotificationAttempt",
    "Offer",
    "OfferCondition",
    "Rearrest",
    "ReservedService",
    "ServiceAttempt",
    "ServiceRequest",
    "Speaker",
    "SupportContact",
    "TeamMember",
    "Word",
]
