"""Reading a notice: from the bytes of a message to what it is, what it wants, by when, and which answer fits. Pure.

`read` and `read_text` give a `Notice`, `as_json` its contract form; `message.open_message` gives the text of any
message. They are loaded when first used: whoever reviews a letter needs only the text.
"""

from __future__ import annotations

from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from amends.notice.contract import as_json
    from amends.notice.reading import read, read_text

__all__ = ["as_json", "read", "read_text"]


def __getattr__(name: str) -> Any:
    if name == "as_json":
        from amends.notice import contract as home
    elif name in __all__:
        from amends.notice import reading as home  # type: ignore[no-redef]
    else:
        raise AttributeError(f"module 'amends.notice' has no attribute {name!r}")
    return getattr(home, name)
