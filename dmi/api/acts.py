"""An act: what a page's form does, by JSON. The same form, the same service, the same two gates."""

from copy import copy
from http import HTTPStatus
from typing import Any

from rest_framework import exceptions, parsers, response, views

from dmi.api.parsing import Json
from dmi.api.twins import is_file, misfits
from dmi.api.unstored import Unstored


class Act(Unstored, views.APIView):
    """POST for one verb. A subclass names `form`, `service` and `answer`, the serializer of what the service returns.

    The verb is the service's own. `given` finds the records that the address names and asks the clock; it runs before
    the body is read, so that a stranger gets 404 whatever was typed.
    """

    form: Any
    answer: Any
    service: Any
    verb: str
    status = HTTPStatus.OK  # CREATED where the service makes something new

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if "service" in vars(cls):
            cls.verb = cls.service.verb
            cls.service = staticmethod(cls.service)
        if "form" in vars(cls):
            takes_files = any(is_file(field) for field in cls.form.base_fields.values())
            cls.parser_classes = [Json, parsers.MultiPartParser] if takes_files else [Json]

    def post(self, request, **key):
        given = self.given(request, **key)
        form = self.typed(request, **given)
        record = self.service(by=request.user, **given, **self.facts(form))
        return self.reply(record, **given)

    def given(self, request, *args: Any, **key: Any):
        """What the service gets besides the form's fields: the records of the address, the moment."""
        return {}

    def typed(self, request, **given):
        """The page's form, filled in and without errors; else 400 with what is wrong, field by field."""
        said = copy(request.data)  # its own copy() would go deep, into files that stand on the disk
        files = request.FILES if request.content_type.startswith("multipart/") else None
        wrong = misfits(self.form.base_fields, said, files)
        for name in wrong:
            del said[name]  # a form expects text and lists of text; anything else is none of its business
        form = self.filled(request, said, request.FILES, **given)
        if wrong or not form.is_valid():
            raise exceptions.ValidationError({**form.errors, **wrong})
        return form

    def filled(self, request, said, files, *args: Any, **given: Any):
        return self.form(said, files, officer=request.user)

    def facts(self, form):
        """What the form says, as the service takes it."""
        return form.cleaned_data

    def reply(self, record, *args: Any, **given: Any):
        return response.Response(self.answer(record, context={"request": self.request}).data, status=self.status)


class Change(Act):
    """An act on something that stands, the record that `given` names as `changed`: what is left out stays as it is."""

    changed: str

    def filled(self, request, said, files, **given):
        now = {name: getattr(given[self.changed], name) for name in self.form.base_fields}
        return super().filled(request, now | said, files, **given)
