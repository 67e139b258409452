"""The verbs of the command line: each is one file in `commands/`, found by scanning the folder."""

from __future__ import annotations

import os
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

COMMANDS = os.path.join(os.path.dirname(__file__), "commands")
_ORDER = (
    "demo read new ask add evidence letters mark draft check trace bundle submit status serve rules playbooks".split()
)


@cache
def verbs() -> tuple[str, ...]:
    """The verbs, in the order of the work; new ones follow by name."""
    found = {name[:-3] for name in os.listdir(COMMANDS) if name.endswith(".py") and name != "__init__.py"}
    return (*(verb for verb in _ORDER if verb in found), *sorted(found.difference(_ORDER)))


def parser_of(module: ModuleType, verb: str, width: int | None = None):  # type: ignore[no-untyped-def]  # argparse is imported late
    """The parser of a verb, with the example of its docstring under the options."""
    import argparse

    from amends.doors.cli import screen

    title, _, rest = (module.__doc__ or "").partition("\n")
    about, _, example = rest.strip().partition("Example")
    parser = argparse.ArgumentParser(
        prog=f"amends {verb}",
        description=f"{title}\n\n{about.strip()}".strip(),
        epilog=f"Example{example}".strip() if example else None,
        formatter_class=lambda prog: argparse.RawDescriptionHelpFormatter(prog, width=width or screen.width()),
        allow_abbrev=False,
    )
    module.arguments(parser)
    return parser


def summary(verb: str) -> str:
    """The first line of a verb's docstring, read without importing it."""
    with open(os.path.join(COMMANDS, f"{verb}.py"), encoding="utf-8") as source:
        return source.readline().strip().strip('"').rstrip(".")
