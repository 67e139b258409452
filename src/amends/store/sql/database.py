"""Which database: SQLite in the data folder, or what `DATABASE_URL` names. For Django's setting `DATABASES`."""

from __future__ import annotations

from pathlib import Path

from amends.typed import Any

FILE = "amends.sqlite3"
_WAIT = 20
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    # What was acknowledged is on the disk, also when the power goes.
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA cache_size=-8000",
    "PRAGMA temp_store=MEMORY",
)
_KEPT_OPEN = 600


def databases(url: str | None, folder: Path) -> dict[str, dict[str, Any]]:
    """The setting `DATABASES`: the database at `url`, or SQLite in `folder` when it is empty.

    Raises `Unknown` for a url of another kind of database.
    """
    if not url:
        return {
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": str(folder / FILE),
                # Without a transaction that is immediate, one that reads first and then writes fails beside another.
                "OPTIONS": {"timeout": _WAIT, "transaction_mode": "IMMEDIATE", "init_command": ";".join(_PRAGMAS)},
                "CONN_MAX_AGE": None,
            }
        }
    import dj_database_url

    from amends.errors import Unknown

    try:
        found = dj_database_url.parse(url, conn_max_age=_KEPT_OPEN, conn_health_checks=True)
    except (dj_database_url.ParseError, dj_database_url.UnknownSchemeError, ValueError) as error:
        raise Unknown("DATABASE_URL is no address; write postgresql://user:password@host/name.") from error
    if found.get("ENGINE") != "django.db.backends.postgresql":
        raise Unknown("DATABASE_URL must begin with postgresql://; without it amends keeps its own SQLite database.")
    return {"default": dict(found)}
