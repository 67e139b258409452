"""The pages, one module each, found by scanning this folder.

A module says `ADDRESSES`, a list of Django's `path(…)`. A page that is one of the steps through a case says `STEP` too.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from amends.typed import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from django.urls import URLPattern

    from amends.app.cases import Opened

State = Literal["done", "open", "later"]


class Step(NamedTuple):
    """A step through a case: its place in the order, the name of its address, its title, and how far it is."""

    order: int
    address: str
    title: str
    state: Callable[[Opened], State]


@cache
def modules() -> tuple[ModuleType, ...]:
    """The modules of the pages, by name."""
    return tuple(import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__))


def addresses() -> list[URLPattern]:
    """The addresses of all pages."""
    return [address for module in modules() for address in module.ADDRESSES]


@cache
def steps() -> tuple[Step, ...]:
    """The steps through a case, in their order."""
    return tuple(sorted((module.STEP for module in modules() if hasattr(module, "STEP")), key=lambda step: step.order))
