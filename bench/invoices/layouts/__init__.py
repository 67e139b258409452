"""The layouts: a module each, with `COUNTRY` and `draw(random, path) -> Invoice`, which says what it printed."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from invoices.matter import Invoice

Draw = Callable[[Random, Path], Invoice]


def layouts() -> dict[str, Draw]:
    """Every layout of this folder by its name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return {name: importlib.import_module(f"{__name__}.{name}").draw for name in names}
