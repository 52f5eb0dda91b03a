from callins.letters.facts import refuse_bad_words
from callins.models import LetterTemplate
from callins.wording import lines_of
from dmi.audit.trail import hold, on_the_record
from dmi.errors import RuleBroken


@on_the_record
def write_letter_template(*, by, template, body, at):
    """New words for a letter, as its next version; letters that were made keep theirs.

    Refused: an unknown field, a lone brace, a letter without what it may not lack; the same words; from a version that
    somebody has replaced meanwhile.
    """
    hold(template)
    if not template.is_current:
        raise RuleBroken("Somebody wrote a newer version meanwhile; look at it first.")
    refuse_bad_words(body, template.kind)
    if lines_of(body) == lines_of(template.body):
        raise RuleBroken("These are the words that stand already.")
    template.replaced_at = at
    template.save()
    return LetterTemplate.objects.create(
        kind=template.kind, language=template.language, version=template.version + 1, body=lines_of(body), by=by, at=at
    )
