"""What nobody does on the strength of a sign-in of this morning: he confirms who he is first. Pure.

Source: CJIS Security Policy IA-11; which verbs is task force policy.
"""

# What leaves the desk with records of people on file, or the trail itself. A file: the page that asked for it stays.
TAKEN_OUT = frozenset({
    "audit.export_trail",
    "callins.export_results",
    "cases.download_case_file",
    "cases.download_exhibit",
    "cases.download_exhibit_sheet",
    "cases.download_packets",
    "dealers.download_dossier",
    "dealers.export_chart",
    "dealers.export_dealers",
    "maintenance.download_minutes",
    "markets.export_incidents",
    "retention.export_disseminations",
})  # fmt: skip
# The same as a page that the browser prints.
PRINTED = frozenset({"dealers.print_chart", "dealers.print_dossier"})
# Figures and references without a person in them.
COUNTS = frozenset({
    "dtc.export_measures",
    "maintenance.download_announcement",
    "maintenance.download_monthly_page",
    "maintenance.export_fidelity",
    "maintenance.export_lessons",
    "maintenance.export_use",
    "markets.export_impact",
    "retention.download_certificate",
    "retention.download_compliance_report",
})  # fmt: skip
# Not asked: papers made to be handed to whom they name; the copy for a car, where nobody can confirm; rows that go back
# to the list they came from, not on file; treatment court's own, behind its doors.
HANDED_ON = frozenset({
    "callins.download_agreement",
    "callins.download_agreement_sheet",
    "callins.download_letter",
    "callins.download_letters",
    "dealers.download_rejects",
    "dtc.download_docket",
    "dtc.download_progress",
    "dtc.download_status_report",
    "maintenance.download_copy",
    "markets.download_rejected_incidents",
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
CONFIRMED = TAKEN_OUT | PRINTED | ACTS


def is_recent(at, now, minutes):
    """Whether somebody who showed who he is at that second (None: never) needs not do so again. 0 minutes: nobody."""
    return minutes == 0 or (at is not None and now - at < minutes * 60)
