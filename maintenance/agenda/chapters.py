"""The agenda as the wall shows it."""

import hashlib
from dataclasses import dataclass

from maintenance.models import AgendaItem

Section = AgendaItem.Section


@dataclass(frozen=True)
class Chapter:
    """A section of the agenda with its points."""

    section: str
    label: str
    items: list[AgendaItem]

    @property
    def done(self):
        return sum(item.is_decided for item in self.items)

    @property
    def is_asked(self):
        """What is left for the next meeting waits for no word of this one."""
        return self.section != Section.LATER


def chapters(items):
    """The agenda in the order of the meeting: by section, in each by position, whenever a point was put on it."""
    by_section = [
        Chapter(section, label, [item for item in items if item.section == section])
        for section, label in Section.choices
    ]
    return [chapter for chapter in by_section if chapter.items]


def version_of(meeting, agenda, actions):
    """The same as long as nobody decides, notes or gives anything: a second screen asks again and again."""
    decided = [
        (str(item.pk), item.decision.version if item.is_decided else "") for chapter in agenda for item in chapter.items
    ]
    given = [(str(action.pk), action.state) for action in actions]
    said = f"{meeting.headline}{len(meeting.present)}{decided}{given}"
    return hashlib.sha256(said.encode()).hexdigest()[:16]
