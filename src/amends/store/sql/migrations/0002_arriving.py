"""The table of files that were received and wait to be read."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds it."""

    dependencies = (("cases", "0001_tables"),)

    operations = (
        migrations.CreateModel(
            name="Arriving",
            fields=[
                ("id", models.CharField(max_length=100, primary_key=True, serialize=False)),
                ("name", models.TextField()),
                ("size", models.BigIntegerField()),
                ("kind", models.CharField(default="", max_length=100)),
                ("exhibit", models.CharField(default="", max_length=64)),
                ("state", models.CharField(default="waiting", max_length=20)),
                ("page", models.PositiveIntegerField(default=0)),
                ("of", models.PositiveIntegerField(default=0)),
                ("outcomes", models.JSONField(default=list)),
                ("why", models.TextField(default="")),
                ("at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="arriving",
                        to="cases.case",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["case", "at", "id"], name="cases_arriving_order"),
                    models.Index(
                        condition=models.Q(("state__in", ["waiting", "reading"])),
                        fields=["at"],
                        name="cases_arriving_waits",
                    ),
                ],
            },
        ),
    )
