"""Rows that belong to a case."""

from django.db import models


class OfVisibleCase(models.QuerySet):
    """Rows that are seen by whoever sees their case."""

    def visible_to(self, officer):
        cases = self.model._meta.get_field("case").related_model  # Case stands above this module
        return self.filter(case__in=cases.objects.visible_to(officer))
