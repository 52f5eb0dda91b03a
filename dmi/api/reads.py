"""Reads: one record, or a list of what is visible, narrowed by the page's filter and paged by cursor."""

from typing import Any

from django.core.exceptions import ValidationError as Invalid
from rest_framework import exceptions, generics, pagination, response, views

from dmi.api.twins import EMPTY, misfits
from dmi.api.unstored import Unstored


class Cursor(pagination.CursorPagination):
    """The view's `ordering` begins with a column that never changes and ends with a unique one."""

    page_size = 50

    def get_ordering(self, request, queryset, view):
        return view.ordering

    def paginate_queryset(self, queryset, request, view=None):
        try:
            return super().paginate_queryset(queryset, request, view)
        except (Invalid, TypeError, ValueError) as tampered:  # a place in the list that no row can have
            raise exceptions.NotFound("This cursor is not one of ours; begin again without it.") from tampered


class Look(Unstored, views.APIView):
    """GET for one record. A subclass names the `verb` and the `answer`, and finds the `record`: its read is entered."""

    answer: Any
    verb: str

    def get(self, request, *args: Any, **key: Any):
        return response.Response(self.answer(self.record(request, **key), context={"request": request}).data)

    def record(self, request, *args: Any, **key: Any):
        raise NotImplementedError


class Listing(Unstored, generics.ListAPIView):
    """GET for what is visible. A subclass names `verb`, `answer`, `ordering`, gives `rows`, may name `filters`."""

    answer: Any
    verb: str
    ordering: tuple[str, ...]
    filters: Any = None
    filter_backends = ()
    pagination_class = Cursor

    def rows(self, officer):
        raise NotImplementedError

    def get(self, request, **key):
        rows = self.narrowed(request, self.rows(request.user))
        page = self.paginate_queryset(rows)
        self.looked_at(request, rows)
        return self.get_paginated_response(self.answer(page, many=True, context={"request": request}).data)

    def narrowed(self, request, rows):
        """By the filter's own form. A filter that is unknown, empty or mistyped is an error, never everything."""
        asked = {name: said for name, said in request.query_params.items() if name != Cursor.cursor_query_param}
        filtered = self.filters(asked, rows, request=request) if self.filters else None
        wrong = misfits(filtered.form.fields if filtered else {}, asked)
        wrong |= {name: [EMPTY] for name, said in asked.items() if not said and name not in wrong}
        if wrong or (filtered and not filtered.is_valid()):
            raise exceptions.ValidationError({**(filtered.errors if filtered else {}), **wrong})
        return filtered.qs if filtered else rows

    def looked_at(self, request, rows):
        """Where looking at the list is on the record, the app enters it here."""

    def get_serializer_class(self):
        return self.answer
