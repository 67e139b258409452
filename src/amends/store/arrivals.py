"""Files on their way into a case: received and kept, but not yet read; and what became of them."""

from __future__ import annotations

from datetime import datetime

from amends.typed import Literal, NamedTuple

State = Literal["coming", "waiting", "reading", "done", "refused", "stopped", "given-up", "going"]
"""Where a file is: not all of it here yet; in the line; being read; in the case; not taken in; taken out of the line by
a person; left alone after amends itself failed over it; being thrown away.
"""

FOLDER = "incoming/"
"""Where the bytes of a file lie among the files of its case until it was read."""

WAITS: tuple[State, ...] = ("waiting", "reading")
"""The states in which a file is still to be read."""

KEPT: tuple[State, ...] = ("stopped", "given-up")
"""The states in which a file was not read but can be."""


NEEDED: tuple[State, ...] = ("coming", *WAITS, *KEPT)
"""The states in which the bytes of a file are still needed."""


class Left(NamedTuple):
    """A file that lies among those on their way and is not needed there: none waits for it any more.

    `listed`: it stands in the list, as done or thrown away. `known`: the same bytes are evidence of the case.
    """

    case: str
    file: str
    size: int
    listed: bool
    known: bool


class Outcome(NamedTuple):
    """What became of one file, or of a file inside it. `sha256` is that of the exhibit, "" when it was refused.

    `shown` names the file, `inside` the archive or mail that it came out of. `known`: it was in the case already.
    """

    shown: str
    sha256: str = ""
    known: bool = False
    inside: str = ""
    notes: tuple[str, ...] = ()
    refused: str = ""


class Arrival(NamedTuple):
    """A file that was received. `name` is the one it came with, and hostile; `kind` what the person says it is, or "".

    `exhibit` is the hash of a document of the case that is to be read again, "" for a new file. `page` and `of` tell
    how far the reading is, 0 when it has no pages to tell. `why` says why it was given up.
    """

    id: str
    case: str
    name: str
    size: int
    kind: str
    exhibit: str
    state: State
    page: int
    of: int
    outcomes: tuple[Outcome, ...]
    why: str
    at: datetime

    @property
    def file(self) -> str:
        """The name of its bytes among the files of the case."""
        return FOLDER + self.id
