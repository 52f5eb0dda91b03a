import datetime

from django.db import migrations, models
from django.db.models import F, Q


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]

    operations = [
        migrations.RunSQL("CREATE SEQUENCE cases_number", "DROP SEQUENCE cases_number"),
        migrations.RemoveConstraint("clockwarning", "warned_once"),
        migrations.AddField(
            "clockwarning",
            "commence_by",
            models.DateField(default=datetime.date(2000, 1, 1)),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            "clockwarning",
            models.UniqueConstraint(
                fields=["case", "commence_by", "days"],
                name="warned_once",
                violation_error_message="This warning went out already.",
            ),
        ),
        migrations.AddConstraint(
            "waiver",
            models.CheckConstraint(
                name="waiver_reaches_further",
                condition=Q(until_on__gt=F("signed_on")),
                violation_error_message="A waiver reaches further than the day on which it was signed.",
            ),
        ),
    ]
