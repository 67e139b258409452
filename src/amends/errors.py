"""The error tree. Mistakes in a user's input are values (`Problem`); these are for what cannot go on.

AmendsError                 everything that amends raises on purpose; a door shows its text and exits 2
├── Unreadable              a file that is not what it should be: empty, binary, too large, a broken PDF
├── Invalid                 a case, playbook or answers file with mistakes; carries every `Problem` found
├── Conflict                the case changed on disk since it was read, or another process holds it
├── NotSaved                the folder is read-only, the disk is full, a path is in the way
├── NotReady                a bundle is refused: error-level findings or unproven sentences stand
└── Unknown                 an id, code or verb that does not exist; says the nearest that does
"""

from __future__ import annotations

from collections.abc import Sequence

from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.model import Problem


class AmendsError(Exception):
    """Something that amends cannot go on from. `str(error)` is one clear message that says what to do."""


class Unreadable(AmendsError):
    """The input is not what it should be."""


class Invalid(AmendsError):
    """A file has mistakes; `problems` holds all of them, each with its place."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Conflict(AmendsError):
    """Saving would overwrite what somebody else wrote."""


class NotSaved(AmendsError):
    """The world refused the write; nothing was changed."""


class NotReady(AmendsError):
    """The bundle is refused, with the reasons."""


class Unknown(AmendsError):
    """Nothing by that name."""
