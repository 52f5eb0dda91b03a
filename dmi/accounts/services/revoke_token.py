from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def revoke_token(*, by, token, at):
    """The key opens nothing any more. Refused: revoked already."""
    hold(token)
    if token.revoked_at:
        raise RuleBroken("This token is revoked already.")
    token.revoked_at = at
    token.save()
    return token
