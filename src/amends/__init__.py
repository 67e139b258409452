"""amends answers an Amazon enforcement notice: every sentence stands on a fact, every fact has a source.

The nouns `Notice`, `Case`, `Plan`, `Finding`, and the verbs on files and folders: `read_notice`, `new_case`,
`open_case`, `plan_of`, `check_file`, `bundle`. They are loaded when first used, so that starting stays quick.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from amends.app.cases import new_case, open_case
    from amends.app.files import read_notice
    from amends.app.plan.plans import bundle, plan_of
    from amends.app.review.checking import check_file
    from amends.model import Case, Finding, Notice, Plan
    from amends.typed import Any

__version__ = "0.1.0"

_HOMES = {
    "bundle": "amends.app.plan.plans",
    "check_file": "amends.app.review.checking",
    "new_case": "amends.app.cases",
    "open_case": "amends.app.cases",
    "plan_of": "amends.app.plan.plans",
    "read_notice": "amends.app.files",
}
__all__ = [
    "Case",
    "Finding",
    "Notice",
    "Plan",
    "bundle",
    "check_file",
    "new_case",
    "open_case",
    "plan_of",
    "read_notice",
]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from importlib import import_module

        return getattr(import_module(_HOMES.get(name, "amends.model")), name)
    raise AttributeError(f"module 'amends' has no attribute {name!r}")
