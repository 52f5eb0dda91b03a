import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("callins", "0003_follow_ups_tried_and_counted")]
    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitation",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitation",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="invitation",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="invitation",
            name="outcome_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="invitationevent",
            name="outcome_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "callins_invitationevent" ("arrived_at", "at", "by_id", "call_in_id", "case_id", "companion", "counsel_answer", "counsel_name", "counsel_noticed_on", "dealer_id", "follow_up_owner_id", "id", "influential_id", "outcome", "outcome_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prosecution_id", "rsvp", "rsvp_at", "transport", "withdrawn_at", "withdrawn_because") VALUES (NEW."arrived_at", NEW."at", NEW."by_id", NEW."call_in_id", NEW."case_id", NEW."companion", NEW."counsel_answer", NEW."counsel_name", NEW."counsel_noticed_on", NEW."dealer_id", NEW."follow_up_owner_id", NEW."id", NEW."influential_id", NEW."outcome", NEW."outcome_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."id", NEW."prosecution_id", NEW."rsvp", NEW."rsvp_at", NEW."transport", NEW."withdrawn_at", NEW."withdrawn_because"); RETURN NULL;',
                    hash="d909fa9f593c4a720140f3daa8e0098a0e8b1106",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ff54e",
                    table="callins_invitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "callins_invitationevent" ("arrived_at", "at", "by_id", "call_in_id", "case_id", "companion", "counsel_answer", "counsel_name", "counsel_noticed_on", "dealer_id", "follow_up_owner_id", "id", "influential_id", "outcome", "outcome_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prosecution_id", "rsvp", "rsvp_at", "transport", "withdrawn_at", "withdrawn_because") VALUES (NEW."arrived_at", NEW."at", NEW."by_id", NEW."call_in_id", NEW."case_id", NEW."companion", NEW."counsel_answer", NEW."counsel_name", NEW."counsel_noticed_on", NEW."dealer_id", NEW."follow_up_owner_id", NEW."id", NEW."influential_id", NEW."outcome", NEW."outcome_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."id", NEW."prosecution_id", NEW."rsvp", NEW."rsvp_at", NEW."transport", NEW."withdrawn_at", NEW."withdrawn_because"); RETURN NULL;',
                    hash="2426da192c07fcb48e40e91ffbe24eda24a0d41c",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9f121",
                    table="callins_invitation",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="invitation",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "callins_invitationevent" ("arrived_at", "at", "by_id", "call_in_id", "case_id", "companion", "counsel_answer", "counsel_name", "counsel_noticed_on", "dealer_id", "follow_up_owner_id", "id", "influential_id", "outcome", "outcome_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prosecution_id", "rsvp", "rsvp_at", "transport", "withdrawn_at", "withdrawn_because") VALUES (OLD."arrived_at", OLD."at", OLD."by_id", OLD."call_in_id", OLD."case_id", OLD."companion", OLD."counsel_answer", OLD."counsel_name", OLD."counsel_noticed_on", OLD."dealer_id", OLD."follow_up_owner_id", OLD."id", OLD."influential_id", OLD."outcome", OLD."outcome_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."prosecution_id", OLD."rsvp", OLD."rsvp_at", OLD."transport", OLD."withdrawn_at", OLD."withdrawn_because"); RETURN NULL;',
                    hash="de2c32f234c3b985aee62502e90e7f5960e84b48",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f4130",
                    table="callins_invitation",
                    when="AFTER",
                ),
            ),
        ),
    ]
