"""The compartment's own trail: a line about treatment in the common one would itself disclose treatment."""

from dmi.audit.models import Entry, Seal


class AuditEntry(Entry):
    class Meta(Entry.Meta):
        db_table = "dtc_auditentry"


class AuditSeal(Seal):
    class Meta(Seal.Meta):
        db_table = "dtc_seal"
