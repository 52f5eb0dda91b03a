"""Old editions that named somebody whose record is gone: a tombstone stands there, and two hashes tell of both.

As issued and as it stands now: the first shows that nothing else was changed, once the removed entry is given again.
The printed body is destroyed; its copies are closed, and say why (maintenance.hot_sheet.withheld).
"""

import hashlib
import json
from typing import Any

from maintenance.hot_sheet.contents import TOMBSTONE
from maintenance.models import Body, HotSheet
from maintenance.retention.naming import pattern, replaced

EMPTY: dict[str, Any] = {
    "surname": TOMBSTONE, "given": "", "street_names": [], "cautions": [], "looks": "", "area": "", "vehicle": "",
    "plate": "", "conditions": [], "warrant": "", "why": "", "grade": "", "action": "", "photo": "", "photo_on": None,
}  # fmt: skip


def redact_editions(keys, names, person):
    """Each edition that named the person by card, by line or in a text: [{edition, issued, redacted}]."""
    redacted = []
    for sheet in HotSheet.objects.order_by("valid_from", "revision", "pk"):
        contents = without(sheet.contents, keys, names, person)
        if contents == sheet.contents:
            continue
        now = hashlib.sha256(contents.encode()).hexdigest()
        HotSheet.objects.filter(pk=sheet.pk).update(contents=contents, redacted_sha256=now)
        Body.objects.filter(sheet=sheet).delete()
        redacted.append({"edition": sheet.edition, "issued": sheet.contents_sha256, "redacted": now})
    return redacted


def without(text, keys, names, person):
    """The canonical JSON of an edition without this person; the very same text where it names nobody of it."""
    told = json.loads(text)
    told["people"] = [card | EMPTY if card["dealer"] in keys else card for card in told["people"]]
    told["support"] = [line | {"name": TOMBSTONE} if line["name"] in names else line for line in told["support"]]
    told["removed"] = [TOMBSTONE if name in names else name for name in told["removed"]]
    said = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    found = pattern(person.named)
    return replaced(found, person.reference, said) if found else said
