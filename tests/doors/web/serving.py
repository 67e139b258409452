"""The real server, again and again: a process that forks it on demand, so that a round costs no start of Python.

For each line `go` it forks a child that serves and prints its address; `ended` comes when the child is dead.
"""

from __future__ import annotations

import os
import sys


def main() -> None:
    import waitress.server  # noqa: F401  what a child needs is there before it is made
    from django.core.wsgi import get_wsgi_application

    from amends import app
    from amends.doors.web import serve

    serve.prepare()
    from amends.doors.web import work  # noqa: F401

    get_wsgi_application()
    app.knowledge()
    from django.db import connections

    connections.close_all()
    print("ready", flush=True)
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            serve.serve("127.0.0.1", 0, lambda address, url: say(f"at {address}"), browser=False)
        say(f"pid {child}")
        os.waitpid(child, 0)
        say("ended")


def say(words: str) -> None:
    os.write(1, f"{words}\n".encode())


if __name__ == "__main__":
    main()
