"""What is done with accounts and tokens."""

from dmi.accounts.services.add_officer import add_officer
from dmi.accounts.services.change_officer import change_officer
from dmi.accounts.services.change_settings import change_settings
from dmi.accounts.services.make_token import make_token
from dmi.accounts.services.release_lock import release_lock
from dmi.accounts.services.revoke_token import revoke_token

__all__ = [
    "add_officer",
    "change_officer",
    "change_settings",
    "make_token",
    "release_lock",
    "revoke_token",
]
