"""The sentence that a database constraint carries for the officer."""

from django.apps import apps


def sentence_of(refusal):
    """The words of the constraint that an IntegrityError names; else somebody was quicker."""
    name = getattr(getattr(refusal.__cause__, "diag", None), "constraint_name", None)
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if constraint.name == name:
                return constraint.get_violation_error_message()
    return "Someone has just done this; reload the page to see it."
