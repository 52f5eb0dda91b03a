"""Who may do what: the whole table, on one page. Pure. Source: the case study; the split of work is task force policy.

A verb is `app.service` or, for reading, `app.page`. Rows are a second question, answered by `visible_to`.
"""

from enum import StrEnum


class Role(StrEnum):
    PATROL = "patrol"
    INVESTIGATOR = "investigator"
    ANALYST = "analyst"
    SUPERVISOR = "supervisor"
    DUTY_SUPERVISOR = "duty_supervisor"
    COMMANDER = "commander"
    PROSECUTOR = "prosecutor"
    COORDINATOR = "coordinator"
    LIAISON = "liaison"
    TREATMENT = "treatment"
    COURT_CLERK = "court_clerk"
    PARTNER = "partner"
    SECURITY_OFFICER = "security_officer"
    ADMINISTRATOR = "administrator"
    CLOCK = "clock"  # `by` of every periodic task; nobody signs in as it

    @property
    def label(self):
        return self.value.replace("_", " ").capitalize()


WATCH_TRAIL = {
    "audit.view_trail",
    "audit.export_trail",
    "audit.view_searches",
    "audit.view_seals",
    "audit.view_digest",
    "audit.ask_verification",
}
CLOSE_DAY = {  # the clock, for the security officer
    "audit.view_seals",
    "audit.ask_verification",
    "audit.enter_verification",
    "audit.mail_seal",
    "audit.mail_digest",
    "audit.forget_searches",
    "dtc.mail_seal",
}
# Everybody who signs in.
OWN = {
    "accounts.view_tokens",
    "accounts.make_token",
    "accounts.revoke_token",
    "maintenance.view_hot_sheets",
    "maintenance.view_copy",
    "maintenance.view_copy_photo",
    "maintenance.open_copy",
    "maintenance.download_copy",
    "maintenance.acknowledge_copy",
}
OVERSEE_ACCOUNTS = {  # whoever runs them, and whoever watches that
    "accounts.view_officers",
    "accounts.disable_officer",
    "accounts.view_acting_roles",
    "accounts.view_reviews",
    "accounts.view_review",
    "accounts.open_review",
    "accounts.judge_account",
}
READ_MARKET = {"markets.view_markets", "markets.view_market", "markets.view_map", "markets.view_hot_place"}
READ_IMPACT = {
    "markets.view_incidents",
    "markets.export_incidents",
    "markets.view_impact",
    "markets.export_impact",
    "markets.view_health",
    "markets.view_code_cases",
    "markets.view_code_case",
    "maintenance.view_boards",
    "maintenance.view_board",
    "maintenance.view_lessons",
    "maintenance.export_lessons",
}
COUNT = {  # what Impact rests on, and the shape of the network
    "markets.draw_area",
    "markets.upload_background",
    "markets.view_incident_batches",
    "markets.view_incident_batch",
    "markets.upload_incidents",
    "markets.map_incidents",
    "markets.import_incidents",
    "markets.undo_incidents",
    "markets.give_up_incidents",
    "markets.download_rejected_incidents",
    "markets.freeze_baseline",
    "markets.log_health_count",
    "markets.correct_health_count",
    "markets.log_treatment_capacity",
    "markets.correct_treatment_capacity",
    "markets.estimate_cut_off",
    "markets.log_survey",
    "markets.correct_survey",
}
CHART = {
    "dealers.view_chart",
    "dealers.analyse_chart",
    "dealers.save_chart",
    "dealers.delete_chart",
    "dealers.export_chart",
    "dealers.print_chart",
}
PLACES = {
    "markets.log_hot_place",
    "markets.change_hot_place",
    "markets.log_promise",
    "markets.record_promise_outcome",
    "markets.open_code_case",
}
INSPECT = {
    "markets.view_code_cases",
    "markets.view_code_case",
    "markets.record_notice",
    "markets.record_inspection",
    "markets.order_vacate",
    "markets.close_code_case",
}
READ_DEALER = {
    "dealers.search",
    "dealers.view_dealers",
    "dealers.view_dealer",
    "dealers.view_timeline",
    "dealers.view_network",
    "dealers.view_supervision",
    "dealers.view_files",
    "dealers.view_history",
    "dealers.view_access",
    "dealers.view_photo",
    "dealers.print_dossier",
    "dealers.download_dossier",
    "dealers.save_list",
    "dealers.delete_list",
    "dealers.export_dealers",
}
READ_CASES = {
    "cases.view_cases",
    "cases.view_case",
    "cases.view_states",
    "cases.view_buys",
    "cases.view_buy",
    "cases.view_health_alerts",
    "cases.view_exhibit",
    "cases.download_exhibit",
    "cases.download_exhibit_sheet",
    "cases.view_prosecutions",
    "cases.view_prosecution",
    "cases.view_operations",
    "cases.view_operation",
    "cases.view_tracks",
    "cases.view_disparity",
}
BUILD_CASES = {
    "cases.open_case",
    "cases.add_count",
    "cases.plan_next_step",
    "cases.mark_evidence_ready",
    "cases.submit_to_prosecutor",
    "cases.request_activation",
    "cases.record_activation_arrest",
    "cases.log_buy",
    "cases.correct_buy",
    "cases.send_to_lab",
    "cases.record_lab_result",
    "cases.add_exhibit",
    "cases.log_custody",
    "cases.verify_exhibit",
    "cases.record_arrest",
    "cases.add_charge",
    "cases.change_custody",
    "cases.confirm_custody",
    "cases.set_hearing",
    "cases.log_warrant",
    "cases.confirm_warrant",
    "cases.close_warrant",
    "cases.record_target_outcome",
    "cases.download_packets",
    "cases.state_track_facts",
}
LEAD_CASES = {
    "cases.bank_case",
    "cases.release_case",
    "cases.activate_case",
    "cases.refuse_activation",
    "cases.plan_operation",
    "cases.add_target",
    "cases.tell_clinic",
    "cases.mark_operation_ready",
    "cases.close_operation",
    "cases.decide_track",
    "cases.reopen_track",
    "cases.download_case_file",
}
PROSECUTE = {
    "cases.view_queue",
    "cases.return_case",
    "cases.decline_case",
    "cases.approve_case",
    "cases.activate_case",
    "cases.refuse_activation",
    "cases.record_waiver",
    "cases.charge_case",
    "cases.dispose_case",
    "cases.convert_to_plea",
    "cases.plan_next_step",
    "cases.add_count",
    "cases.add_charge",
    "cases.change_custody",
    "cases.set_hearing",
    "cases.record_outcome",
    "cases.state_track_facts",
    "cases.confirm_track",
    "cases.download_case_file",
}
READ_CALL_INS = {
    "callins.view_call_ins",
    "callins.view_call_in",
    "callins.view_invitations",
    "callins.view_invitation",
    "callins.view_letters",
    "callins.download_letter",
    "callins.download_letters",
    "callins.download_agreement",
    "callins.download_agreement_sheet",
    "callins.view_follow_ups",
    "callins.view_results",
    "callins.export_results",
    "callins.view_notifications",
    "callins.view_notification",
}
FOLLOW_UP = {  # what whoever stays in touch enters, on the evening and afterwards
    "callins.view_own_follow_ups",
    "callins.log_follow_up",
    "callins.ask_for_service",
    "callins.deliver_service",
    "callins.record_word",
    "callins.record_rearrest",
    "callins.view_deliveries",
    "callins.log_service_attempt",
    "callins.view_arrivals",
    "callins.record_arrival",
    "callins.record_absence",
    "callins.undo_attendance",
    "callins.show_evidence",
    "callins.log_notification_attempt",
    "callins.deliver_notification",
}
PLAN_CALL_INS = {
    "callins.plan_call_in",
    "callins.change_call_in",
    "callins.add_team_member",
    "callins.remove_team_member",
    "callins.lay_out_agenda",
    "callins.add_speaker",
    "callins.change_speaker",
    "callins.move_speaker",
    "callins.remove_speaker",
    "callins.reserve_service",
    "callins.change_service",
    "callins.release_service",
    "callins.mark_call_in_ready",
    "callins.call_off",
    "callins.hold_call_in",
    "callins.close_call_in",
    "callins.invite_dealer",
    "callins.withdraw_invitation",
    "callins.record_counsel",
    "callins.record_rsvp",
    "callins.arrange_attendance",
    "callins.log_influential_contact",
    "callins.view_letter_templates",
    "callins.view_letter_template",
    "callins.write_letter_template",
    "callins.ask_for_letters",
    "callins.ask_for_notification_letter",
    "callins.retry_letter",
    "callins.make_offer",
    "callins.answer_offer",
    "callins.sign_agreement",
    "callins.assign_follow_up",
    "callins.end_offer",
    "callins.plan_notification",
    "callins.change_notification",
    "callins.give_up_notification",
}
CHECK_IN = {
    "callins.view_route",
    "callins.view_check_ins",
    "callins.view_schedule",
    "callins.log_check_in",
    "callins.log_no_answer",
}
SCHEDULE_CHECK_INS = {
    "callins.view_check_ins",
    "callins.view_schedule",
    "callins.schedule_check_ins",
    "callins.change_check_ins",
    "callins.end_check_ins",
    "callins.view_support_contacts",
    "callins.add_support_contact",
    "callins.end_support_contact",
}
READ_WEEK = {
    "maintenance.view_meetings",
    "maintenance.view_meeting",
    "maintenance.view_week",
    "maintenance.view_hot_sheet",
}
TELL = {  # what an officer saw; never whoever treats, or sits in court
    "maintenance.tell_debrief",
    "maintenance.view_own_debriefs",
    "maintenance.view_debrief_photo",
    "maintenance.see_answer",
}
TAKE_ACTION = {"maintenance.view_own_actions", "maintenance.view_action", "maintenance.answer_action"}
REACH_OUT = {
    "maintenance.view_outreach",
    "maintenance.view_outreach_task",
    "maintenance.answer_outreach",
    "maintenance.end_outreach",
}
FOLLOW_WEEK = {  # what the table talks about, beside the meeting itself
    "maintenance.view_alerts",
    "maintenance.view_alert",
    "maintenance.raise_alert",
    "maintenance.give_action",
    "maintenance.view_actions",
    "maintenance.view_announcements",
    "maintenance.view_announcement",
    "maintenance.download_announcement",
    "maintenance.view_haven",
    "maintenance.view_re_emergence",
    "maintenance.view_fidelity",
    "maintenance.export_fidelity",
    "maintenance.view_cadence",
}
LEAD_WEEK = {
    "maintenance.close_alert",
    "maintenance.seek_identity",
    "maintenance.stop_seeking",
    "maintenance.drop_action",
    "maintenance.reassign_actions",
    "maintenance.view_use",
    "maintenance.export_use",
    "maintenance.ask_for_outreach",
    "maintenance.give_outreach",
    "maintenance.write_announcement",
    "maintenance.change_announcement",
    "maintenance.publish_announcement",
    "maintenance.answer_signal",
}
TRACE = {"maintenance.view_found_pages", "maintenance.trace_page", "maintenance.log_found_page"}
REPORT_MONTH = {
    "maintenance.view_monthly_pages",
    "maintenance.view_monthly_page",
    "maintenance.download_monthly_page",
}
REVIEW = {"retention.view_reviews"}
READ_DISCLOSURES = {"retention.view_disclosures", "retention.view_disclosure"}  # to the defence
READ_COMPLIANCE = {
    "retention.view_compliance",
    "retention.view_compliance_report",
    "retention.download_compliance_report",
}
READ_GIVEN_OUT = {  # what left the task force, and by which agreement
    "retention.view_disseminations",
    "retention.view_dissemination",
    "retention.view_agreements",
    "retention.view_agreement",
}
GIVE_OUT = {"retention.log_dissemination"}
OVERSEE_GIVEN_OUT = {
    "retention.export_disseminations",
    "retention.add_agreement",
    "retention.change_agreement",
}
HOLD_RECORDS = {"dealers.set_hold", "dealers.release_hold"}
ANSWER_REMOVALS = {  # by the reference and the ground; the name is for whoever opens the dossier
    "retention.view_removals",
    "retention.view_removal",
    "retention.approve_removal",
    "retention.refuse_removal",
    "retention.download_certificate",
}
LOG = {
    "dealers.log_dealer",
    "dealers.add_source_document",
    "dealers.add_photo",
    "dealers.log_observation",
    "dealers.correct_observation",
    "dealers.log_tie",
    "dealers.log_caution",
    "dealers.log_alias",
    "dealers.log_birth_date",
    "dealers.log_address",
    "dealers.log_phone",
    "dealers.log_vehicle",
    "dealers.log_handle",
    "dealers.log_influential",
    "dealers.log_involvement",
    "dealers.correct_dealer",
    "dealers.correct_alias",
    "dealers.correct_birth_date",
    "dealers.correct_address",
    "dealers.correct_phone",
    "dealers.correct_vehicle",
    "dealers.correct_handle",
    "dealers.correct_influential",
    "dealers.correct_involvement",
    "dealers.correct_caution",
    "dealers.correct_photo",
    "dealers.withdraw_fact",
    "dealers.correct_tie",
    "dealers.withdraw_tie",
    "dealers.log_supervision",
    "dealers.correct_supervision",
    "dealers.end_supervision",
    "dealers.log_condition",
    "dealers.correct_condition",
    "dealers.verify_condition",
    "dealers.end_condition",
    "dealers.log_violation",
    "dealers.record_violation_outcome",
    "dealers.view_tips",
    "dealers.view_tip",
    "dealers.log_tip",
    "dealers.promote_tip",
    "dealers.file_tip",
    "dealers.view_rosters",
    "dealers.view_roster",
    "dealers.import_roster",
    "dealers.answer_roster_match",
    "dealers.find_duplicates",
    "dealers.judge_match",
    "dealers.see_danger",
    "dealers.view_pointers",
    "dealers.acknowledge_pointer",
    "dealers.view_imports",
    "dealers.view_import",
    "dealers.upload_list",
    "dealers.map_columns",
    "dealers.import_dealers",
    "dealers.give_up_import",
    "dealers.undo_import",
    "dealers.download_rejects",
    "dealers.declare_list_complete",
}
MEET = {
    "maintenance.open_meeting",
    "maintenance.put_on_agenda",
    "maintenance.decide",
    "maintenance.write_headline",
    "maintenance.note_attendance",
    "maintenance.strike_attendance",
    "maintenance.carry_rest",
    "maintenance.take_back_decision",
    "maintenance.close_meeting",
    "maintenance.download_minutes",
    "maintenance.freeze_hot_sheet",
    "maintenance.view_debriefs",
    "maintenance.view_debrief",
    "maintenance.triage_debrief",
    "maintenance.reopen_debrief",
}
SUPERVISE = {
    "dealers.approve_predicate",
    "dealers.return_draft",
    "dealers.validate_record",
    "dealers.assign_dealers",
    "dealers.merge_dealers",
    "dealers.undo_merge",
    "dealers.review_danger",
    "markets.open_market",
    "markets.assign_officer",
    "markets.release_officer",
    "markets.change_stage",
    "markets.replace_baseline",
    "markets.waive_capacity",
    "dealers.confirm_list_complete",
    "dealers.reopen_list",
    "maintenance.approve_hot_sheet",
    "maintenance.retry_build",
    "maintenance.revise_hot_sheet",
    "maintenance.issue_flash",
    "maintenance.recall_hot_sheet",
    "maintenance.view_shifts",
    "maintenance.change_shift",
    "maintenance.view_unread",
    "maintenance.change_cadence",
    "maintenance.approve_announcement",
    "accounts.view_officers",
}
TREAT = {
    "dtc.add_plan_step",
    "dtc.add_to_docket",
    "dtc.advance_participant",
    "dtc.assess_needs",
    "dtc.begin_pause",
    "dtc.call_off_meeting",
    "dtc.change_meeting",
    "dtc.change_participant",
    "dtc.change_rules",
    "dtc.close_sanction",
    "dtc.complete_plan_step",
    "dtc.complete_task",
    "dtc.correct_attendance",
    "dtc.correct_pause",
    "dtc.decide_relapse",
    "dtc.download_progress",
    "dtc.download_status_report",  # on paper, for whom the consent names and who has no account
    "dtc.drop_plan_step",
    "dtc.end_pause",
    "dtc.end_prescription",
    "dtc.end_referral",
    "dtc.enrol_participant",
    "dtc.export_measures",
    "dtc.graduate_participant",
    "dtc.log_prescription",
    "dtc.log_response",
    "dtc.log_self_report",
    "dtc.log_service",
    "dtc.make_consent_revocable",
    "dtc.meet_need",
    "dtc.notify_test",
    "dtc.open_file",
    "dtc.order_test",
    "dtc.plan_meeting",
    "dtc.recommend",
    "dtc.record_attendance",
    "dtc.record_collection",
    "dtc.record_consent",
    "dtc.record_first_visit",
    "dtc.record_missed_test",
    "dtc.record_rest_attended",
    "dtc.record_result",
    "dtc.refer_participant",
    "dtc.report_status",
    "dtc.revoke_consent",
    "dtc.take_off_docket",
    "dtc.terminate_participant",
    "dtc.view_access",
    "dtc.view_admissions",
    "dtc.view_consents",
    "dtc.view_desk",
    "dtc.view_disclosures",
    "dtc.view_history",
    "dtc.view_measures",
    "dtc.view_meeting",
    "dtc.view_meetings",
    "dtc.view_participant",
    "dtc.view_participants",
    "dtc.view_plan",
    "dtc.view_roll",
    "dtc.view_rules",
    "dtc.view_tests",
    "dtc.withdraw_participant",
    "dtc.withdraw_rules",
}
HOLD_COURT = {  # the sessions of treatment court: its team and its clerk
    "dtc.view_dockets",
    "dtc.view_docket",
    "dtc.plan_session",
    "dtc.change_session",
    "dtc.download_docket",
}
TOLD = {  # what a 2.35 consent lets treatment court tell whom it names
    "dtc.view_status_reports",
    "dtc.view_status_report",
    "dtc.download_status_report",
}

KEEP_APART = {  # whoever may read sealed records and juveniles', in the markets he works
    "dealers.seal_record",
    "dealers.unseal_record",
    "dealers.view_sealed",
    "dealers.view_juveniles",
}

MAY = {
    Role.PATROL: OWN | READ_MARKET | TELL | TAKE_ACTION | {
        "dealers.log_dealer",
        "dealers.find_duplicates",
        "dealers.view_pointers",
        "dealers.see_danger",
        "dealers.view_cards",
        "dealers.view_photo",
    },
    Role.INVESTIGATOR: OWN | READ_MARKET | READ_IMPACT | READ_DEALER | READ_WEEK | LOG | PLACES | CHART
    | READ_GIVEN_OUT | GIVE_OUT | REVIEW
    | READ_CASES | BUILD_CASES | READ_CALL_INS | FOLLOW_UP | TELL | TAKE_ACTION | FOLLOW_WEEK,
    Role.ANALYST: OWN | READ_MARKET | READ_IMPACT | READ_DEALER | READ_WEEK | LOG | PLACES | CHART | COUNT | MEET
    | READ_CASES | READ_CALL_INS | TELL | TAKE_ACTION | FOLLOW_WEEK | LEAD_WEEK | REPORT_MONTH
    | READ_GIVEN_OUT | GIVE_OUT | REVIEW
    | {"maintenance.make_monthly_page"},
    Role.SUPERVISOR: OWN | READ_MARKET | READ_IMPACT | READ_DEALER | READ_WEEK | LOG | PLACES | CHART | COUNT | INSPECT
    | MEET | SUPERVISE | READ_CASES | BUILD_CASES | LEAD_CASES | READ_CALL_INS | PLAN_CALL_INS | FOLLOW_UP | CHECK_IN
    | SCHEDULE_CHECK_INS | TELL | TAKE_ACTION | FOLLOW_WEEK | LEAD_WEEK | TRACE | REPORT_MONTH | REACH_OUT
    | READ_GIVEN_OUT | GIVE_OUT | OVERSEE_GIVEN_OUT | REVIEW | READ_COMPLIANCE | READ_DISCLOSURES
    | KEEP_APART
    | HOLD_RECORDS | ANSWER_REMOVALS | {"retention.ask_removal"}
    | {"maintenance.make_monthly_page"} | {"callins.keep_warrant_promise", "callins.override_bar"},
    Role.DUTY_SUPERVISOR: OWN | READ_MARKET | READ_IMPACT | READ_DEALER | READ_WEEK | PLACES
    | SUPERVISE - {"markets.open_market", "maintenance.change_cadence"}
    | TELL | TAKE_ACTION | FOLLOW_WEEK | TRACE | READ_GIVEN_OUT | GIVE_OUT | REVIEW | {"accounts.release_lock"},
    Role.COMMANDER: OWN | TELL | TAKE_ACTION | REPORT_MONTH | READ_COMPLIANCE
    | {"maintenance.make_monthly_page", "maintenance.view_use", "maintenance.export_use", "maintenance.view_cadence"}
    | {"maintenance.view_fidelity", "maintenance.export_fidelity", "maintenance.view_re_emergence"}
    | {"maintenance.view_announcements", "maintenance.view_announcement", "maintenance.approve_announcement"}
    | {"maintenance.download_announcement", "maintenance.view_haven"}
    | READ_MARKET
    | READ_IMPACT - {"maintenance.view_boards", "maintenance.view_board"}
    | {"maintenance.view_hot_sheet", "accounts.view_officers", "cases.view_health_alerts"},
    Role.PROSECUTOR: OWN | READ_MARKET | READ_IMPACT | READ_DEALER | READ_CASES | PROSECUTE | READ_CALL_INS | TOLD
    | READ_GIVEN_OUT | GIVE_OUT | READ_DISCLOSURES | {"retention.disclose_record"}
    | KEEP_APART
    | HOLD_RECORDS
    | {"dealers.view_chart", "callins.approve_exposure", "callins.make_offer", "callins.answer_offer"},
    Role.COORDINATOR: OWN | READ_MARKET | READ_IMPACT | READ_DEALER | READ_CALL_INS | PLAN_CALL_INS | FOLLOW_UP
    | SCHEDULE_CHECK_INS | {"callins.view_check_ins", "cases.view_cases", "cases.view_case", "cases.view_states"}
    | {"cases.view_prosecutions", "cases.view_prosecution"}  # on the plea form a docket carries the invitation
    | {"maintenance.view_meetings", "maintenance.view_meeting"} | TAKE_ACTION | REACH_OUT
    | {"maintenance.ask_for_outreach", "maintenance.give_outreach"},
    Role.LIAISON: OWN | READ_MARKET | TAKE_ACTION | REACH_OUT | CHECK_IN | FOLLOW_UP
    | {"callins.view_call_ins", "callins.view_call_in",
        "callins.view_invitation", "callins.view_support_contacts", "callins.add_support_contact",
        "callins.end_support_contact", "callins.view_notifications", "callins.view_notification",
        "callins.download_letter"}
    | {"dealers.view_cards", "dealers.view_photo"}  # whoever goes to a door knows the face and the cautions
    | {"dtc.view_courses"},  # of whoever names him in a consent
    Role.TREATMENT: OWN | TREAT | HOLD_COURT,
    Role.COURT_CLERK: OWN | HOLD_COURT | TOLD | {"dtc.record_order", "dtc.view_desk"},
    Role.PARTNER: OWN | INSPECT | TAKE_ACTION | REACH_OUT | TOLD,  # among them the supervising officer
    Role.SECURITY_OFFICER: OWN | OVERSEE_ACCOUNTS | TRACE | READ_GIVEN_OUT | OVERSEE_GIVEN_OUT
    | READ_COMPLIANCE | READ_DISCLOSURES | ANSWER_REMOVALS
    | WATCH_TRAIL | {"accounts.sign_review"},
    Role.ADMINISTRATOR: OWN | OVERSEE_ACCOUNTS | {
        "accounts.change_settings",
        "accounts.enable_officer",
        "accounts.lend_role",
        "accounts.end_acting_role",
        "accounts.release_lock",
        "accounts.reset_second_factor",
        "accounts.give_password",
        "accounts.add_officer",
        "accounts.change_officer",
        "markets.view_markets",
        "markets.view_market",
        "markets.assign_officer",
        "markets.release_officer",
    },
    Role.CLOCK: CLOSE_DAY | {
        "dtc.draw_tests",
        "dtc.settle_courses",
        "accounts.change_settings",
        "accounts.disable_idle_officer",
        "accounts.add_officer",
        "maintenance.freeze_hot_sheet",
        "maintenance.begin_build",
        "maintenance.publish_hot_sheet",
        "maintenance.give_up_build",
        "maintenance.purge_debriefs",
        "maintenance.purge_alerts",
        "maintenance.sound_alert",
        "maintenance.warn_of_alert",
        "maintenance.ask_for_outreach",
        "maintenance.raise_signal",
        "maintenance.read_fidelity",
        "maintenance.issue_copies",
        "maintenance.note_notice",
        "retention.make_compliance_report",
        "dealers.import_roster",
        "dealers.purge_tips",
        "dealers.check_import",
        "dealers.finish_import",
        "dealers.give_up_import",
        "markets.finish_incidents",
        "markets.give_up_incidents",
        "markets.place_incidents",
        "dealers.finish_analysis",
        "dealers.give_up_analysis",
        "dealers.forget_analyses",
        "cases.raise_overdose_alert",
        "cases.expire_case",
        "cases.verify_exhibit",
        "cases.warn_of_limit",
        "callins.finish_letter",
        "callins.give_up_letter",
    },
}  # fmt: skip


def may(roles, verb):
    """True when one of the roles holds the verb."""
    return any(verb in MAY[role] for role in roles)


def holders(verb):
    """Which roles hold the verb, for pages that say whose turn it is."""
    return [role for role in Role if verb in MAY[role]]


def verbs_of(roles):
    """Every verb that these roles hold, for pages that show an officer what he may do."""
    return set().union(*(MAY[role] for role in roles)) if roles else set()
