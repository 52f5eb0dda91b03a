"""Acts of the trail on itself: seals checked, seals and digests mailed, words of searches forgotten."""

from dmi.audit.services.ask_verification import ask_verification
from dmi.audit.services.enter_verification import enter_verification
from dmi.audit.services.forget_searches import forget_searches
from dmi.audit.services.mail_digest import mail_digest
from dmi.audit.services.mail_seal import mail_seal

__all__ = ["ask_verification", "enter_verification", "forget_searches", "mail_digest", "mail_seal"]
