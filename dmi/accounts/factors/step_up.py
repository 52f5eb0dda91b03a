"""What nobody does on the strength of a sign-in of this morning: he confirms who he is first. Pure.

Source: CJIS Security Policy IA-11; which verbs is task force policy.
"""

# What leaves the desk with people's records in it, or the trail itself. A file, so the page that asked for it stays.
TAKEN_OUT = frozenset({
    "audit.export_trail",
    "callins.export_results",
    "cases.download_case_file",
    "cases.download_packets",
    "dealers.export_chart",
    "dealers.export_dealers",
    "markets.export_incidents",
    "retention.export_disseminations",
})  # fmt: skip
# Figures without a person in them.
COUNTS = frozenset({
    "dtc.export_measures",
    "maintenance.export_fidelity",
    "maintenance.export_lessons",
    "maintenance.export_use",
    "markets.export_impact",
})  # fmt: skip
# Who may do what, who gets in, and what can not be brought back.
ACTS = frozenset({
    "accounts.add_officer",
    "accounts.change_officer",
    "accounts.change_settings",
    "accounts.disable_officer",
    "accounts.enable_officer",
    "accounts.end_acting_role",
    "accounts.give_password",
    "accounts.lend_role",
    "accounts.make_token",
    "accounts.release_lock",
    "accounts.reset_second_factor",
    "accounts.sign_review",
    "dealers.release_hold",
    "dealers.unseal_record",
    "retention.approve_removal",
    "retention.disclose_record",
})  # fmt: skip
CONFIRMED = TAKEN_OUT | ACTS


def is_recent(at, now, minutes):
    """Whether somebody who showed who he is at that second (None: never) needs not do so again. 0 minutes: nobody."""
    return minutes == 0 or (at is not None and now - at < minutes * 60)
