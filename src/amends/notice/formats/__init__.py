"""The formats in which a message from Amazon reaches us, one module each.

A format is a module of this folder whose name does not begin with an underscore. It says its place in the order of
asking (`RANK`), whether some bytes are its own (`claims`) and what a person reads in them (`read`): the protocol
`Format`. A new format is one new file; nothing else is edited. Modules with an underscore hold what several formats
share.

A module of this folder is imported when a message is opened, so it imports its heavy library inside `read`.
"""

from __future__ import annotations

from datetime import date

from amends.model.notice import Link
from amends.typed import TYPE_CHECKING, NamedTuple

MAX_TEXT = 2_000_000
"""The longest text, in characters, that is taken for a message: some 800 pages."""

COPY_WORDS = "copy the words of the message into a .txt file"
"""What always helps, as the end of a sentence."""


class Message(NamedTuple):
    """What a person reads in a message, and what its head says.

    `format` is the name of the module that read it. `sender` is an e-mail address, or a name when there is no address.
    `received` is the day in the time zone of the message's own head. When a notice was forwarded, `subject`, `sender`
    and `received` are those of the notice. `doubts` are sentences for the person who reads on: what was unclear, what
    to check.
    """

    format: str
    text: str
    subject: str | None = None
    sender: str | None = None
    received: date | None = None
    language_hint: str | None = None
    attachments: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


if TYPE_CHECKING:
    from amends.typed import Protocol

    class Format(Protocol):
        """What a module of this folder offers.

        `RANK`: lower ones are asked first; plain text comes last. `claims(data, name)`: whether the bytes are of
        this format, by their content; the name decides only where the content fits two formats. `read(data, name)`:
        the message, or `errors.Unreadable` with one sentence that begins with `name` and says what to do.
        `SHEETS = True`, in a module that has it: it reads the text layer of PDFs, and takes as a third argument what
        takes that out (`pdftext.sheets`, or what `app` has for it).
        """

        RANK: int

        def claims(self, data: bytes, name: str) -> bool:
            """Whether these bytes are of this format."""

        def read(self, data: bytes, name: str) -> Message:
            """The message that the bytes hold."""
