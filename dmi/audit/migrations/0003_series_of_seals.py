from django.db import migrations

from dmi.audit.sealing import SERVER, TRAIL


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_searches_and_mail")]

    operations = [
        migrations.RunSQL(SERVER, "DROP FUNCTION trail_server();"),
        migrations.RunSQL(TRAIL.series_sql(), TRAIL.undo_series_sql()),
    ]
