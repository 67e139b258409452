"""Open the app in the browser: from the notice to the bundle, without a terminal.

Only this machine can reach it. To let others in, set AMENDS_URL (https), AMENDS_SECRET_KEY and make accounts first.

Example:
  amends serve
  amends serve --port 9000 --no-browser
"""

from __future__ import annotations

import sys

from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--port", type=int, metavar="N", help="the port to listen on (a free one from 8760 on)")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (this machine alone)")
    parser.add_argument("--no-browser", action="store_true", help="do not open the browser")
    parser.add_argument("--new-account", metavar="NAME", help="make an account and end; the password is asked for")


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    from amends.doors.web import serve

    if options.new_account:
        return _account(options.new_account)

    def told(address: str, others: str) -> None:
        also = f" (for others at {others})" if others else ""
        print(
            f"amends is open at {address}{also}\nLeave this window open; Ctrl-C ends it. What you saved stays.",
            flush=True,
        )

    serve.serve(options.host, options.port, told, not options.no_browser)
    return 0


def _account(name: str) -> int:
    from getpass import getpass

    from amends.doors.web import serve

    serve.prepare()
    password = getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    wrong = serve.new_account(name, password)
    for each in wrong:
        print(each, file=sys.stderr)
    return 2 if wrong else 0
