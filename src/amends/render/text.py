"""Plain text to paste: no markup, no hard wraps, and no characters that a form box turns into question marks."""

from __future__ import annotations

from collections.abc import Iterable

from amends.model import Block, Letter

# Typographic marks come out of Amazon's boxes and mails mangled (posted notices show it with dashes); letters of
# names do not, so they stay.
_PLAIN = {
    **dict.fromkeys(map(ord, "‘’‚‛′ʼ"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–−"), "-"),
    **dict.fromkeys(map(ord, "•‣◦·"), "-"),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060"), ""),
    ord("—"): "--",
    ord("…"): "...",
    ord("≤"): "<=",
    ord("≥"): ">=",
    ord("→"): "->",
}


def plain(text: str) -> str:
    """The text with straight quotes, plain dashes and no invisible marks."""
    return text.translate(_PLAIN)


def to_text(letter: Letter) -> str:
    """The whole letter as it is pasted into one box."""
    text = of_blocks(letter.blocks)
    return text + "\n" if text else ""


def of_blocks(blocks: Iterable[Block]) -> str:
    """Blocks as text: a blank line between them, headings on their own line, bullets close together."""
    pieces: list[str] = []
    before = ""
    for block in blocks:
        if pieces:
            pieces.append("\n" if before == block.kind == "bullet" or before == "heading" else "\n\n")
        pieces.append(_line(block))
        before = block.kind
    return plain("".join(pieces))


def _line(block: Block) -> str:
    match block.kind:
        case "number":
            return f"{block.number}. {block.text}"
        case "bullet":
            return f"- {block.text}"
        case "gap":
            return f"[{block.text}]"
        case _:
            return block.text
