from datetime import timedelta

from dmi.accounts.models import Token
from dmi.accounts.tokens import sha256_of
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def make_token(*, by, name, scope, days, secret, at):
    """A key for the API; only its hash is kept. Refused: a term of less than a day or more than a year."""
    term = Token.LONGEST.days
    if not 1 <= days <= term:
        raise RuleBroken(f"A token lasts between 1 and {term} days.")
    return Token.objects.create(
        officer=by, name=name, scope=scope, sha256=sha256_of(secret), made_at=at, expires_at=at + timedelta(days=days)
    )
