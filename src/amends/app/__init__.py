"""The verbs: open the store, call the pure stage, save. The only package that the doors import.

Every function takes the day (`today`) or the moment (`now`) from the door; nothing here asks the clock. One module a
group of verbs, so that a door loads only what its verb needs.
"""

from __future__ import annotations

from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.playbook import Catalog


def knowledge() -> Catalog:
    """The catalog that ships with amends."""
    from amends import catalog

    return catalog.load()
