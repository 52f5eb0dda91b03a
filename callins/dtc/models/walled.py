"""What every model here has in common: keys that lead out of the compartment, and who may reach a row."""

from django.conf import settings
from django.db import models

OFFICER = settings.AUTH_USER_MODEL


def outward(to, **facts):
    """A key to a row of the police side. The database does not hold it: a purge there must neither need a grant here
    nor be refused, for its refusal would tell that somebody is in treatment.
    """
    return models.ForeignKey(to, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+", **facts)


class TeamsQuerySet(models.QuerySet):
    """The treatment team's alone; the clock sees all and reads none."""

    def visible_to(self, officer):
        if officer.has_perm("dtc.view_participant") or officer.has_perm("dtc.draw_tests"):
            return self
        return self.none()


class CourtsQuerySet(models.QuerySet):
    """The team's and the court clerk's: the sessions of the court."""

    def visible_to(self, officer):
        if officer.has_perm("dtc.view_docket"):
            return self
        return self.none()
