"""What the services of letters have in common."""

from callins.models import Letter, LetterTemplate
from dmi.errors import RuleBroken


def check_to_come(call_in, at):
    """Letters invite: to what is still to come."""
    if not call_in.is_ahead or call_in.starts_at <= at:
        raise RuleBroken(f"{call_in} is not to come any more; there is nothing to invite to.")


def current_words(kind, language):
    """Refused: where nobody has written that letter in that language."""
    template = LetterTemplate.objects.as_of(kind).get(language)
    if template is None:
        raise RuleBroken(
            f"There is no letter “{LetterTemplate.Kind(kind).label}” in {LetterTemplate.Language(language).label}; "
            "write it first."
        )
    return template


def begun(template, signed, at, **facts):
    return Letter(
        template=template, signed_by_chief=signed.chief, signed_by_community=signed.community, at=at, **facts
    )  # fmt: skip
