"""HTML cut into text and tags, and what style sheets hide, in a bounded number of steps.

What ends a tag, a comment or a script follows the WHATWG HTML Standard, 13.2.5. The scanner of the standard library is
not used: on unfinished comments and tags its time grows with the square of the input (CVE-2025-6069).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import islice

from amends.errors import Unreadable
from amends.typed import Literal, NamedTuple

MAX_TEXT = 2_000_000
"""How many characters are read, tags left out: some 800 pages."""

MAX_TAGS = 100_000
"""How many tags are read; the longest saved pages of Seller Central have a tenth of it."""

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements without content."""

_RAW = frozenset(
    "script style title noscript iframe noframes noembed xmp textarea template object svg math select".split()
)
_NAME = re.compile(r"<(/?)([A-Za-z][^\s/>]{0,40})")
_REST = re.compile(r"""[^"'>]*+(?:(?:"[^"]*"|'[^']*')[^"'>]*+)*+>""")
_ATTRIBUTE = re.compile(r"""([^\s=>"'/<][^\s=>/]{0,60})(?:\s{0,20}=\s{0,20}("[^"]*"|'[^']*'|[^\s>"']*))?""")
_KEPT = frozenset(("style", "class", "id", "hidden", "href", "lang"))
_HUGE_NUMBER = re.compile(r"&#[xX]?[0-9a-fA-F]{8,}+;?")
_HIDING = re.compile(
    r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|mso-hide\s{0,9}:\s{0,9}all"
    r"|opacity\s{0,9}:\s{0,9}0(?:\.0{1,9})?\s{0,9}(?:;|!|$)|max-height\s{0,9}:\s{0,9}0(?=.{0,400}overflow)|overflow.{0,400}max-height\s{0,9}:\s{0,9}0",
    re.I | re.S,
)
_SELECTOR = re.compile(r"[a-z]{0,20}([.#][\w-]{1,80})", re.I)
_BROKEN_TAGS = 20
_ATTRIBUTES = 200


class Token(NamedTuple):
    """A piece of a page. `value` is the text, the source of a start tag's attributes, or the content of a raw
    element."""

    kind: Literal["text", "start", "end", "raw"]
    tag: str
    value: str


def tokens(source: str, called: str, remedy: str) -> Iterator[Token]:
    """The pieces of a page in order, without comments. Raises `Unreadable` beyond `MAX_TAGS` or `MAX_TEXT`."""
    at, size, tags, texts, broken = 0, len(source), 0, 0, 0
    while at < size:
        mark = source.find("<", at)
        mark = size if mark < 0 else mark
        tags, texts = tags + 1, texts + mark - at
        if tags > MAX_TAGS or texts > MAX_TEXT:
            raise Unreadable(f"{called} is far longer than any letter; {remedy}.")
        if mark > at:
            yield Token("text", "", source[at:mark])
        if mark == size:
            return
        if source.startswith(("<!", "<?"), mark):
            comment = source.startswith("<!--", mark)
            end = source.find("-->" if comment else ">", mark + 2)
            at = size if end < 0 else end + (3 if comment else 1)
            continue
        name = _NAME.match(source, mark)
        if not name:
            yield Token("text", "", "<")
            at = mark + 1
            continue
        rest = _REST.match(source, name.end()) if broken < _BROKEN_TAGS else None
        if rest:
            at = rest.end()
        else:
            # A quote that is never closed would swallow the letter; the tag ends at its first ">" instead.
            broken += 1
            end = source.find(">", name.end())
            if end < 0:
                return
            at = end + 1
        tag = name[2].lower()
        if name[1]:
            yield Token("end", tag, "")
        elif tag in _RAW:
            body = at
            end, at = _end_of_raw(source, tag, at)
            yield Token("raw", tag, source[body:end])
        else:
            yield Token("start", tag, source[name.end() : at - 1])


def _end_of_raw(source: str, tag: str, at: int) -> tuple[int, int]:
    """Where the content of a raw element ends, and where the page goes on; both the page's end when it is not
    closed."""
    end = re.compile(rf"</{tag}(?=[\s/>])", re.I).search(source, at)
    close = source.find(">", end.end()) if end else -1
    return (end.start(), close + 1) if end and close >= 0 else (len(source), len(source))


def attributes(source: str) -> dict[str, str]:
    """The attributes that matter to a reader, by lower-case name."""
    found: dict[str, str] = {}
    if source.strip():
        for match in islice(_ATTRIBUTE.finditer(source), _ATTRIBUTES):
            key = match[1].lower()
            if key in _KEPT and key not in found:
                found[key] = unescaped((match[2] or "").strip("\"'"))
    return found


def unescaped(text: str) -> str:
    """Text with its entities replaced by the characters that they stand for."""
    return html.unescape(_HUGE_NUMBER.sub("\ufffd", text)) if "&" in text else text


def hides(found: dict[str, str], rules: frozenset[str]) -> bool:
    """Whether an element with these attributes is not shown; `rules` are the classes and ids that the page hides."""
    if not found:
        return False
    if "hidden" in found or _HIDING.search(found.get("style", "")[:2000]):
        return True
    return bool(rules) and (
        any(f".{name}" in rules for name in found.get("class", "").split()) or f"#{found.get('id')}" in rules
    )


def hiding_rules(source: str) -> frozenset[str]:
    """The classes and ids that the page's own style sheets hide. Rules for some media only (phones, print) do not
    count."""
    hidden: set[str] = set()
    at = 0
    for _ in range(20):
        opening = re.compile(r"<style\b[^>]{0,400}>", re.I).search(source, at)
        if not opening:
            break
        end, at = _end_of_raw(source, "style", opening.end())
        depth = start = body = 0
        sheet = source[opening.end() : min(end, opening.end() + 200_000)]
        for brace in re.finditer(r"[{}]", sheet):
            if brace[0] == "{":
                depth += 1
                body = brace.end()
                continue
            depth = max(0, depth - 1)
            if depth:
                continue
            selectors = sheet[start : max(start, body - 1)]
            if "{" not in selectors and _HIDING.search(sheet[body : brace.start()][:2000]):
                hidden.update(found[1] for one in selectors.split(",") if (found := _SELECTOR.fullmatch(one.strip())))
            start = brace.end()
    return frozenset(hidden)
