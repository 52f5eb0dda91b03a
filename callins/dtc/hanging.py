"""What hangs on a participant: found through Django's relation fields, so that a new model can not be forgotten."""

from functools import cache

from django.apps import apps

from callins.dtc.models import Participant

OF_ITSELF = "pk"


@cache
def kinds():
    """Every model whose rows hang on a participant, the participant among them. No event tables."""
    ours = apps.get_app_config(Participant._meta.app_label).get_models()
    return tuple(model for model in ours if not is_event_table(model) and way_to_participant(model))


def is_event_table(model):
    return hasattr(model, "pgh_tracked_model")


@cache
def way_to_participant(model):
    """By which keys a row hangs on a participant: enrolment__participant. Empty where it does not."""
    if model is Participant:
        return OF_ITSELF
    for field in own_keys(model):
        if field.related_model is Participant:
            return field.name
    ways = ((field.name, way_to_participant(field.related_model)) for field in own_keys(model))
    return next((f"{name}__{way}" for name, way in ways if way), "")


def own_keys(model):
    """The keys that stay within the compartment."""
    label = Participant._meta.app_label
    keys = [field for field in model._meta.fields if field.many_to_one and field.related_model is not model]
    return [field for field in keys if field.related_model._meta.app_label == label]
