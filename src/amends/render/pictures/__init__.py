"""The pictures of a case: time line, chain of whys, units sold and invoiced, defects by week.

A kind of picture is one module here with `KIND`. Pure: the case and what was worked out from it in, SVG and tables out;
nothing is drawn that is not in the case.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from functools import cache
from importlib import import_module

from amends.model.picture import Lacking, Matter, Picture, PictureKind
from amends.playbook import Catalog
from amends.typed import NamedTuple


class Drawn(NamedTuple):
    """The pictures of a case in their order, and those for which it holds no facts."""

    pictures: tuple[Picture, ...]
    lacking: tuple[Lacking, ...]


def drawn(matter: Matter, catalog: Catalog, only: Collection[str] = ()) -> Drawn:
    """Every picture for which the case holds facts, and why not for the others; `only` names kinds, none means all."""
    made = [kind.draw(matter, catalog) for kind in kinds() if not only or kind.id in only]
    return Drawn(
        tuple(each for each in made if isinstance(each, Picture)),
        tuple(each for each in made if isinstance(each, Lacking)),
    )


@cache
def kinds() -> tuple[PictureKind, ...]:
    """Every kind of picture in the folder, in its order."""
    names = sorted({name for path in __path__ for name in os.listdir(path)})
    modules = [name[:-3] for name in names if name.endswith(".py") and not name.startswith("_")]
    found: list[PictureKind] = [import_module(f"{__name__}.{name}").KIND for name in modules]
    return tuple(sorted(found, key=lambda kind: (kind.order, kind.id)))
