import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

CATEGORIES = [
    ("burglary", "Burglary"),
    ("larceny", "Larceny"),
    ("vehicle_theft", "Motor vehicle theft"),
    ("vandalism", "Vandalism"),
    ("disorderly", "Disorderly conduct"),
    ("assault", "Assault"),
    ("robbery", "Robbery"),
    ("drugs", "Drug offences"),
    ("overdose", "Overdose"),
    ("other", "Other"),
]
ZONES = [
    ("area", "In the market"),
    ("near", "Near the market"),
    ("comparison", "In the comparison area"),
    ("near_comparison", "Near the comparison area"),
    ("outside", "Elsewhere"),
    ("unknown", "Place not known"),
]
DAY_ORDERS = [
    ("month_first", "Month first: 3/4/2026 is March 4"),
    ("day_first", "Day first: 3/4/2026 is April 3"),
    ("ask", "To be said: the list can be read both ways"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("markets", "0002_markets_measured"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DailyCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_call", models.BooleanField()),
                ("category", models.CharField(choices=CATEGORIES, max_length=14)),
                ("zone", models.CharField(choices=ZONES, max_length=16)),
                ("on", models.DateField()),
                ("count", models.PositiveIntegerField()),
                ("drug_related_count", models.PositiveIntegerField(default=0)),
                ("of_dealers_count", models.PositiveIntegerField(default=0)),
                (
                    "market",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="daily_counts",
                        to="markets.market",
                    ),
                ),
            ],
            options={"ordering": ["on"]},
        ),
        migrations.AddConstraint(
            model_name="dailycount",
            constraint=models.UniqueConstraint(
                fields=("market", "is_call", "on", "category", "zone"),
                name="counted_once_a_day",
                violation_error_message="This day is counted already.",
            ),
        ),
        migrations.RemoveIndex(model_name="incident", name="incident_counted"),
        migrations.AlterField(
            model_name="incident",
            name="market",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="incidents",
                to="markets.market",
            ),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["market", "occurred_at", "id"], name="incident_in_time"),
        ),
        migrations.RemoveField(model_name="incidentbatch", name="read"),
        migrations.AddField(
            model_name="incidentbatch",
            name="day_order",
            field=models.CharField(blank=True, choices=DAY_ORDERS, max_length=11, default=""),
            preserve_default=False,
        ),
        migrations.AddField(model_name="incidentbatch", name="found", field=models.JSONField(default=dict)),
        migrations.AddField(
            model_name="incidentbatch", name="left_out_count", field=models.PositiveIntegerField(default=0)
        ),
        migrations.AddField(
            model_name="incidentbatch", name="misplaced_count", field=models.PositiveIntegerField(default=0)
        ),
        migrations.AddField(
            model_name="incidentbatch",
            name="imported_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="incidentbatch", name="undone_at", field=models.DateTimeField(blank=True, null=True)
        ),
    ]
