"""Who: officers and partners, their agency, the task force and its settings, tokens."""

from dmi.accounts.models.acting import ActingRole
from dmi.accounts.models.attempt import WrongAttempt
from dmi.accounts.models.review import AccountReview, ReviewedAccount
from dmi.accounts.models.task_force import Agency, TaskForce, is_time_zone, lasting_treatment
from dmi.accounts.models.token import Token
from dmi.accounts.models.user import User, is_badge

__all__ = [
    "AccountReview",
    "ActingRole",
    "Agency",
    "ReviewedAccount",
    "TaskForce",
    "Token",
    "User",
    "WrongAttempt",
    "is_badge",
    "is_time_zone",
    "lasting_treatment",
]
