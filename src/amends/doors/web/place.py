"""Where the app is served and what is kept where: read from the environment, so that a server and its worker agree.

| variable | meaning |
| --- | --- |
| `AMENDS_DATA` | the folder of the database, the evidence and the key; the user's data folder when left out |
| `AMENDS_URL` | the address by which others reach the app (`https://plans.example.com`); left out, nobody else does |
| `AMENDS_SECRET_KEY` | the key that signs sessions; on this machine alone one is made and kept in the data folder |
| `DATABASE_URL` | a PostgreSQL database; SQLite in the data folder when left out |
"""

from __future__ import annotations

import os
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
_SHORTEST_KEY = 50


class Place(NamedTuple):
    """Where the app is served: the data folder, the database's address or "", the address for others or "", the key."""

    data: Path
    database: str
    url: str
    key: str

    @property
    def shared(self) -> bool:
        """Whether others than the person at this machine can reach it."""
        return bool(self.url)

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names by which a browser may ask for it."""
        named = urlsplit(self.url).hostname if self.url else None
        return (named,) if named else LOOPBACK


def place(environment: Mapping[str, str]) -> Place:
    """The place that the environment describes. Makes nothing."""
    data = environment.get("AMENDS_DATA")
    if not data:
        from platformdirs import user_data_dir

        data = user_data_dir("amends", appauthor=False)
    return Place(
        Path(data).expanduser().absolute(),
        environment.get("DATABASE_URL", ""),
        environment.get("AMENDS_URL", "").strip(),
        environment.get("AMENDS_SECRET_KEY", ""),
    )


def is_loopback(host: str) -> bool:
    """Whether an address to listen on can be reached from this machine alone."""
    bare = host.strip("[]")
    if bare == "localhost":
        return True
    try:
        return ip_address(bare).is_loopback
    except ValueError:
        return False


def lacking(found: Place, host: str, accounts: int) -> tuple[str, ...]:
    """What is missing before others may reach the app, each with what to do; nothing for this machine alone."""
    if is_loopback(host) and not found.shared:
        return ()
    wanting: list[str] = []
    parts = urlsplit(found.url)
    if not found.url:
        wanting.append("Set AMENDS_URL to the address by which others reach it, such as https://plans.example.com.")
    elif parts.scheme != "https" or not parts.hostname:
        wanting.append(
            "AMENDS_URL must begin with https:// and name a host; put a server that speaks HTTPS in front, "
            "which sends X-Forwarded-Proto."
        )
    if len(found.key) < _SHORTEST_KEY or len(set(found.key)) < 5:
        wanting.append(
            f"Set AMENDS_SECRET_KEY to a secret of your own of at least {_SHORTEST_KEY} characters "
            "(python -c 'import secrets; print(secrets.token_urlsafe(50))')."
        )
    if not accounts:
        wanting.append("Make an account first: amends serve --new-account NAME.")
    return tuple(wanting)


def kept_key(data: Path) -> str:
    """The key of this machine alone: made at the first start and kept in the data folder, for its owner's eyes."""
    import secrets

    file = data / "secret.key"
    try:
        return file.read_text(encoding="ascii")
    except FileNotFoundError:
        pass
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = secrets.token_urlsafe(50)
    scratch = file.with_name(f".{file.name}.{os.getpid()}")
    descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as out:
        out.write(key)
        out.flush()
        os.fsync(out.fileno())
    try:
        os.link(scratch, file)
    except FileExistsError:
        return file.read_text(encoding="ascii")
    except OSError:
        os.replace(scratch, file)
        return key
    finally:
        if scratch.exists():
            scratch.unlink()
    return key
