"""File names that every system and Amazon's upload take, and that cannot lead out of a folder."""

from __future__ import annotations

_LONGEST = 120
# Windows forbids these; `$ & #` are refused by Amazon's identity upload.
_FORBIDDEN = frozenset('<>:"/\\|?*$&#')
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})


def fault(name: str) -> str | None:
    """What is wrong with a file name as the end of a sentence ("is empty"), or None."""
    if not name:
        return "is empty"
    if len(name) > _LONGEST:
        return f"has more than {_LONGEST} characters"
    forbidden = sorted(_FORBIDDEN.intersection(name))
    if forbidden:
        return f"holds {' '.join(forbidden)}"
    if not name.isprintable():
        return "holds characters that do not show"
    if name[0] in ".- " or name[-1] in ". ":
        return "begins or ends with a dot, a dash or a space"
    if name.split(".")[0].lower() in _DEVICES:
        return "is the name of a device on Windows"
    return None
