"""The tables: cases with what the board shows of them, their files, their logs, and the words they are found by."""

from __future__ import annotations

from datetime import date, datetime

from django.db import models

from amends.store.shelf import NO_DAY
from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.db.backends.base.base import BaseDatabaseWrapper

_LONGEST_NAME = 1000


class Case(models.Model):
    """One case. `state` is "" until something was recorded; `unrecorded` marks that a file was saved since."""

    id: models.CharField[str, str] = models.CharField(primary_key=True, max_length=100)
    created: models.DateTimeField[datetime, datetime] = models.DateTimeField()
    updated: models.DateTimeField[datetime, datetime] = models.DateTimeField()
    archived: models.BooleanField[bool, bool] = models.BooleanField(default=False)
    unrecorded: models.BooleanField[bool, bool] = models.BooleanField(default=False)
    title: models.TextField[str, str] = models.TextField(default="")
    state: models.CharField[str, str] = models.CharField(max_length=20, default="")
    next: models.TextField[str, str] = models.TextField(default="")
    enforcement: models.CharField[str | None, str | None] = models.CharField(max_length=100, null=True)
    marketplace: models.CharField[str | None, str | None] = models.CharField(max_length=20, null=True)
    deadline: models.DateField[date, date] = models.DateField(default=NO_DAY)
    asins: models.PositiveIntegerField[int, int] = models.PositiveIntegerField(default=0)

    class Meta:
        """Each order of the board has an index that begins with what the board always asks."""

        app_label = "cases"
        indexes = (
            models.Index(fields=["archived", "deadline", "id"], name="cases_by_deadline"),
            models.Index(fields=["archived", "-updated", "-id"], name="cases_by_change"),
            models.Index(fields=["archived", "state", "deadline", "id"], name="cases_by_state"),
            models.Index(fields=["unrecorded"], name="cases_unrecorded", condition=models.Q(unrecorded=True)),
        )


class File(models.Model):
    """One file of a case: its bytes, or `data` None when they lie beside the database by their hash."""

    case: models.ForeignKey[Case, Case] = models.ForeignKey(Case, models.CASCADE, related_name="files", db_index=False)
    name: models.CharField[str, str] = models.CharField(max_length=_LONGEST_NAME)
    sha256: models.CharField[str, str] = models.CharField(max_length=64)
    size: models.BigIntegerField[int, int] = models.BigIntegerField()
    data: models.BinaryField[bytes | None, bytes | None] = models.BinaryField(null=True)

    class Meta:
        """A name stands once in a case; blobs are looked up by their hash when orphans are swept."""

        app_label = "cases"
        constraints = (models.UniqueConstraint(fields=["case", "name"], name="cases_file_once"),)
        indexes = (models.Index(fields=["sha256"], name="cases_file_hash"),)


class Logged(models.Model):
    """A piece of the log of a case, as bytes: a line, or what came with an imported case. In order of id."""

    case: models.ForeignKey[Case, Case] = models.ForeignKey(Case, models.CASCADE, related_name="logged")
    data: models.BinaryField[bytes, bytes] = models.BinaryField()

    class Meta:
        """Plain."""

        app_label = "cases"


class Folded(models.CharField[str, str]):
    """Text in the order of its code points in every database, so that an index finds all that begins with some."""

    def db_parameters(self, connection: BaseDatabaseWrapper) -> dict[str, Any]:
        """As of any text; SQLite has this order already."""
        found: dict[str, Any] = dict(super().db_parameters(connection))
        if connection.vendor == "postgresql":
            found["collation"] = "C"
        return found


class Word(models.Model):
    """A word by which a case is found, folded for comparing."""

    case: models.ForeignKey[Case, Case] = models.ForeignKey(Case, models.CASCADE, related_name="words", db_index=False)
    word: Folded = Folded(max_length=60)

    class Meta:
        """Found by the beginning of the word; with the case in it the index answers alone."""

        app_label = "cases"
        constraints = (models.UniqueConstraint(fields=["case", "word"], name="cases_word_once"),)
        indexes = (models.Index(fields=["word", "case"], name="cases_by_word"),)


class Arriving(models.Model):
    """A file that was received for a case and waits to be read, or what became of it (`store.arrivals.Arrival`)."""

    id: models.CharField[str, str] = models.CharField(primary_key=True, max_length=100)
    case: models.ForeignKey[Case, Case] = models.ForeignKey(
        Case, models.CASCADE, related_name="arriving", db_index=False
    )
    case_id: str
    name: models.TextField[str, str] = models.TextField()
    size: models.BigIntegerField[int, int] = models.BigIntegerField()
    kind: models.CharField[str, str] = models.CharField(max_length=100, default="")
    exhibit: models.CharField[str, str] = models.CharField(max_length=64, default="")
    state: models.CharField[str, str] = models.CharField(max_length=20, default="waiting")
    page: models.PositiveIntegerField[int, int] = models.PositiveIntegerField(default=0)
    of: models.PositiveIntegerField[int, int] = models.PositiveIntegerField(default=0)
    outcomes = models.JSONField(default=list)
    why: models.TextField[str, str] = models.TextField(default="")
    at: models.DateTimeField[datetime, datetime] = models.DateTimeField()

    class Meta:
        """Shown by case in the order in which they came; looked for over all cases only while they wait."""

        app_label = "cases"
        indexes = (
            models.Index(fields=["case", "at", "id"], name="cases_arriving_order"),
            models.Index(
                fields=["at"], name="cases_arriving_waits", condition=models.Q(state__in=["waiting", "reading"])
            ),
        )
