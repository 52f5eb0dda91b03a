"""What the CRT should talk about: what stands on the sheet, who is new, who was seen, and why each is proposed."""

from maintenance.agenda.chapters import Chapter, chapters, version_of
from maintenance.agenda.news import Happened, happened_at
from maintenance.agenda.proposed import proposed

__all__ = ["Chapter", "Happened", "chapters", "happened_at", "proposed", "version_of"]
