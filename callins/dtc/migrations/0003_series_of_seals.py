from django.db import migrations

from callins.dtc.trail import TRAIL


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_series_of_seals"), ("dtc", "0002_participants")]

    operations = [migrations.RunSQL(TRAIL.series_sql(), TRAIL.undo_series_sql())]
