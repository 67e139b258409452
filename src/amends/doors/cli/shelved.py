"""Cases on the shelf of the app in the browser, reached from the command line."""

from __future__ import annotations

from pathlib import Path

from amends.errors import Unknown
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.app.board.shelves import Files, Shelf


def shelf() -> Shelf:
    """The shelf of the app. Raises `Unknown` where its packages are missing."""
    from amends.doors.web import serve

    serve.prepare()
    from amends.app.board import shelves

    return shelves.shelf()


def files(named: str) -> Files:
    """The files of a case that is named by its folder, or by its id in the app. Raises `Unknown`."""
    from amends.app.board import moving

    place = Path(named)
    if place.exists() or "/" in named or "\\" in named:
        return moving.in_folder(place)
    on = shelf()
    try:
        return on.files(named)
    except Unknown as error:
        raise Unknown(f"There is no folder {named}, and no case of that id in the app.") from error
