"""The tables of cases, their files, their logs and the words they are found by."""

from __future__ import annotations

import datetime

import django.db.models.deletion
from django.db import migrations, models

import amends.store.sql.models


class Migration(migrations.Migration):
    """The first version."""

    initial = True

    dependencies = ()

    operations = (
        migrations.CreateModel(
            name="Case",
            fields=[
                ("id", models.CharField(max_length=100, primary_key=True, serialize=False)),
                ("created", models.DateTimeField()),
                ("updated", models.DateTimeField()),
                ("archived", models.BooleanField(default=False)),
                ("unrecorded", models.BooleanField(default=False)),
                ("title", models.TextField(default="")),
                ("state", models.CharField(default="", max_length=20)),
                ("next", models.TextField(default="")),
                ("enforcement", models.CharField(max_length=100, null=True)),
                ("marketplace", models.CharField(max_length=20, null=True)),
                ("deadline", models.DateField(default=datetime.date(9999, 12, 31))),
                ("asins", models.PositiveIntegerField(default=0)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["archived", "deadline", "id"], name="cases_by_deadline"),
                    models.Index(fields=["archived", "-updated", "-id"], name="cases_by_change"),
                    models.Index(fields=["archived", "state", "deadline", "id"], name="cases_by_state"),
                    models.Index(
                        condition=models.Q(("unrecorded", True)), fields=["unrecorded"], name="cases_unrecorded"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Logged",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("data", models.BinaryField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="logged", to="cases.case"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="File",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=1000)),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.BigIntegerField()),
                ("data", models.BinaryField(null=True)),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="cases.case",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["sha256"], name="cases_file_hash")],
                "constraints": [models.UniqueConstraint(fields=("case", "name"), name="cases_file_once")],
            },
        ),
        migrations.CreateModel(
            name="Word",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", amends.store.sql.models.Folded(max_length=60)),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="words",
                        to="cases.case",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["word", "case"], name="cases_by_word")],
                "constraints": [models.UniqueConstraint(fields=("case", "word"), name="cases_word_once")],
            },
        ),
    )
