"""What is done with accounts, roles and tokens."""

from dmi.accounts.services.add_officer import add_officer
from dmi.accounts.services.change_officer import change_officer
from dmi.accounts.services.change_settings import change_settings
from dmi.accounts.services.disable_idle_officer import disable_idle_officer
from dmi.accounts.services.disable_officer import disable_officer
from dmi.accounts.services.enable_officer import enable_officer
from dmi.accounts.services.end_acting_role import end_acting_role
from dmi.accounts.services.give_password import give_password
from dmi.accounts.services.judge_account import judge_account
from dmi.accounts.services.lend_role import lend_role
from dmi.accounts.services.make_token import make_token
from dmi.accounts.services.open_review import open_review
from dmi.accounts.services.release_lock import release_lock
from dmi.accounts.services.reset_second_factor import reset_second_factor
from dmi.accounts.services.revoke_token import revoke_token
from dmi.accounts.services.sign_review import sign_review

__all__ = [
    "add_officer",
    "change_officer",
    "change_settings",
    "disable_idle_officer",
    "disable_officer",
    "enable_officer",
    "end_acting_role",
    "give_password",
    "judge_account",
    "lend_role",
    "make_token",
    "open_review",
    "release_lock",
    "reset_second_factor",
    "revoke_token",
    "sign_review",
]
