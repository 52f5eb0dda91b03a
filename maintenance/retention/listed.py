"""The log of what was given to other agencies as a list to take along: references, nobody's name."""

from django.utils.timezone import localtime

HEADER = (
    "Given on", "Record", "What", "Agency", "Received by", "Agreement", "Reason", "How", "Version (SHA-256)",
    "Logged by", "Logged at",
)  # fmt: skip


def rows_of(disseminations):
    for each in disseminations.iterator(chunk_size=500):
        yield (
            each.given_on, each.reference, each.get_item_display(), each.agency, each.recipient,
            str(each.agreement) if each.agreement else "None", each.why, each.get_channel_display(), each.version,
            each.by.badge, localtime(each.at),
        )  # fmt: skip
