"""Start the app: tables, worker, server, browser. Everything runs in one process."""

from __future__ import annotations

import os
import socket
import threading
from contextlib import suppress

from amends.doors.web.place import Place, is_loopback, lacking, place
from amends.errors import Unknown
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PORT = 8760
_THREADS = 8
_LARGEST_BODY = 1 << 30
_TRIES = 20


def prepare() -> Place:
    """Set Django up and bring the tables to this version. Gives the place that is served.

    Raises `Unknown` where the packages of the app are missing.
    """
    try:
        import django
        import django_tasks_db  # noqa: F401
        import platformdirs  # noqa: F401
        import waitress  # noqa: F401
        import whitenoise  # noqa: F401
        from django.core.management import call_command
    except ModuleNotFoundError as error:
        raise Unknown("The app in the browser needs more packages: pip install 'amends[web]'.") from error

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amends.doors.web.settings")
    found = place(os.environ)
    _for_its_owner(found.data)
    django.setup()
    call_command("migrate", verbosity=0, interactive=False)
    return found


def _for_its_owner(data: Path) -> None:
    """Make the data folder, and let nobody but its owner into it or into what this process writes.

    A folder that was there before may be open to all accounts of the machine, as most folders are at first.
    """
    os.umask(0o077)
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    if os.name == "posix" and data.stat().st_mode & 0o077:
        with suppress(PermissionError):  # the folder is somebody else's, who decides who enters it
            data.chmod(0o700)


def accounts() -> int:
    """How many people can sign in."""
    from django.contrib.auth import get_user_model

    return get_user_model().objects.filter(is_active=True).count()


def new_account(name: str, password: str) -> tuple[str, ...]:
    """Make an account. Gives what is wrong with its name or password, if so."""
    from django.contrib.auth import get_user_model, password_validation
    from django.core.exceptions import ValidationError

    model = get_user_model()
    person = model(username=name)
    try:
        password_validation.validate_password(password, person)
        person.set_password(password)
        person.full_clean()
    except ValidationError as error:
        return tuple(error.messages)
    person.save()
    return ()


def serve(host: str, port: int | None, told: Callable[[str, str], None], browser: bool) -> None:
    """Serve until the person stops it. `told` hears the address once it answers, and that of others or "".

    Raises `Unknown` with all that is missing before others may reach it, and when the port is taken.
    """
    found = prepare()
    wanting = lacking(found, host, accounts() if found.shared or not is_loopback(host) else 0)
    if wanting:
        raise Unknown("Others could reach amends at this address, so it does not start yet. " + " ".join(wanting))
    from django.core.wsgi import get_wsgi_application
    from waitress.server import create_server

    from amends.doors.web import work

    listening = _socket(host, port)
    address = f"http://{_shown(host)}:{listening.getsockname()[1]}/"
    server = create_server(
        get_wsgi_application(),
        sockets=[listening],
        threads=_THREADS,
        ident="",
        max_request_body_size=_LARGEST_BODY,
        channel_timeout=300,
        clear_untrusted_proxy_headers=True,
        **({"trusted_proxy": "*", "trusted_proxy_headers": {"x-forwarded-proto"}} if found.shared else {}),
    )
    working = work.start()
    threading.Thread(target=_put_in_order, daemon=True).start()
    _end_in_order()
    told(address, found.url)
    if browser:
        threading.Thread(target=_open, args=(address,), daemon=True).start()
    try:
        server.run()
    finally:
        working.stop()
        with suppress(OSError):
            server.close()


def _end_in_order() -> None:
    """Let the system's wish to end be as Ctrl-C, so that what is being read is put back first."""
    import signal

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)


def _put_in_order() -> None:
    """Tell the board what a server that was stopped could not, and sweep what it left, beside the first pages."""
    from django.db import connections

    from amends.app.board.shelves import catch_up, shelf
    from amends.doors.web.cases import now

    try:
        catch_up(shelf(), now())
    finally:
        connections.close_all()


def _socket(host: str, port: int | None) -> socket.socket:
    """A socket that listens: at the port that was named, else at the first free one from the usual on."""
    bare = host.strip("[]")
    family = socket.AF_INET6 if ":" in bare else socket.AF_INET
    tries = [port] if port is not None else [*range(PORT, PORT + _TRIES), 0]
    for each in tries:
        listening = socket.socket(family, socket.SOCK_STREAM)
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((bare, each))
        except OSError as error:
            listening.close()
            reason = error.strerror
            continue
        listening.listen(128)
        listening.setblocking(False)
        return listening
    raise Unknown(f"{host}:{port} cannot be used: {reason}. Choose another with --port, or close what holds it.")


def _shown(host: str) -> str:
    bare = host.strip("[]")
    return f"[{bare}]" if ":" in bare else bare


def _open(address: str) -> None:
    import webbrowser

    with suppress(webbrowser.Error):
        webbrowser.open(address)
