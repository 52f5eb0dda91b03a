"""When a copy is opened no more: one answer for the page, the download and the API. Task force policy."""


def why_withheld(copy, day):
    """What its officer is told in place of the copy; nothing where it is open to him."""
    sheet = copy.sheet
    if not sheet.is_published:
        return f"{sheet} is not published."
    if sheet.redacted_sha256:
        return "A record on this edition was removed, and its print with it. Destroy every print of it."
    if sheet.is_recalled:
        return f"This edition was recalled: {sheet.recalled_why.rstrip('.')}. Destroy every print of it."
    if not (copy.officer.is_sworn and copy.officer.is_active):
        return "You are not on the roster any more, and this copy is closed. Destroy every print of it."
    if copy.is_expired(day):
        return f"This sheet expired on {sheet.valid_until:%a %-d %b %Y}; open the one in force."
    if newer := sheet.superseded_by:
        return f"Superseded by {newer.edition}: open that one, and destroy every print of this one."
    return ""
