"""The compartment's own trail: a line about treatment in the common one would itself disclose treatment."""

from django.db import models

from dmi.audit.models import Entry, Seal


class AuditEntry(Entry):
    class Meta(Entry.Meta):
        db_table = "dtc_auditentry"
        indexes = [models.Index(fields=["record", "-id"], name="dtc_trail_record")]


class AuditSeal(Seal):
    class Meta(Seal.Meta):
        db_table = "dtc_seal"
