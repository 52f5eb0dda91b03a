"""What the defence is given of a record: files, each under its hash, in one ZIP with a manifest."""

from maintenance.retention.bundle.leaving import attached
from maintenance.retention.bundle.packing import Bundle, packed
from maintenance.retention.bundle.tables import files_of

__all__ = ["Bundle", "attached", "files_of", "packed"]
