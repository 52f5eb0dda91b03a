from django.db import migrations

from dmi.audit.sealing import SERVER_OR_NONE


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_series_of_seals")]

    operations = [migrations.RunSQL(SERVER_OR_NONE, migrations.RunSQL.noop)]
