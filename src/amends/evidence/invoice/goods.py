"""Lines of goods from rows of a table: what each column says, identifiers in the text, how far sums prove it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from amends.evidence.invoice.columns import Columns
from amends.evidence.invoice.lexicon import Lexicon, plain
from amends.evidence.invoice.line import Line
from amends.evidence.invoice.weighing import sure_of, unproven, unsure_of
from amends.evidence.page import Word, around
from amends.identifiers import gtin_fault
from amends.model.reading import Goods, Place

_ASIN = re.compile(r"(?<![A-Za-z0-9])B0[A-Z0-9]{8}(?![A-Za-z0-9])")
_CODE = re.compile(r"[#(\[]?([A-Za-z0-9][\w./\-–+]*)[)\],.;]*")
# What stands in brackets at the end; a line may have broken behind its hyphen.
_IN_BRACKETS = re.compile(r" [(\[]([A-Z0-9][A-Z0-9./]{1,15}(?:- ?[A-Z0-9./]{1,15}){0,2})[)\]]$")
_LONGEST_CODE = 60
_LEAST_DIGITS = {True: 3, False: 5}
_NEARLY_ALL = 0.75
_CODED = frozenset({"sku", "model", "gtin", "asin"})
_ARTICLE = re.compile(r"[A-Z]{1,5}(?:-[A-Z0-9]+)+")
_GTIN = re.compile(r"(?<![\w.-])(\d{12,14})(?![\w-])")
# A day or a period ("01.05.26-31.05.26") is the number of nothing.
_DATE = re.compile(r"(?<!\d)\d{1,2}([./-])\d{1,2}\1\d{2,4}(?!\d)|(?<!\d)20\d\d([./-])\d{1,2}\2\d{1,2}(?!\d)")
_TAKEN_FOR = str.maketrans("OoDIl|ZSB", "000111258", "-")
_IDS = ("columns:asin", "columns:gtin", "columns:sku", "columns:model")


def goods_of(line: Line, columns: Columns, lexicon: Lexicon, scanned: bool) -> Goods:
    """A line as it is kept."""
    by_role: dict[str, list[Word]] = {}
    for number in sorted(line.cells):
        role = columns.columns[number].role
        by_role.setdefault(role, []).extend(line.cells[number])
    text = by_role.get("description", [])
    if not text:
        text = [word for role in ("model", "other") for word in by_role.get(role, [])]
    text, ids = identifiers(_in_order(line, columns, text, by_role), lexicon)
    for role in ("asin", "gtin", "sku", "model"):
        words = by_role.get(role)
        if words and role in ("sku", "model"):
            # "GTIN: 0057085057016" in the cell of a code says itself what it is.
            words, inside = identifiers(words, lexicon)
            for name, value in inside.items():
                ids.setdefault(name, value)
            words = [word for word in words if word.text not in inside.values()]
        if words and role not in ids:
            value = _code_of(role, words)
            if value:
                ids[role] = value
    for words in [by_role[role] for role in ("sku", "gtin", "other", "model") if role in by_role]:
        found = _ASIN.search(" ".join(word.text for word in words))
        if found and "asin" not in ids:
            ids["asin"] = found[0]
    words = [word for number in line.cells for word in line.cells[number]]
    words += [word for row in (*line.before, *line.after) for word in row]
    description = " ".join(word.text for word in text).strip(" ,;-–|/")
    if not description:
        description = ids.get("model") or ids.get("sku") or ""
    return Goods(
        description=description,
        place=Place(line.page, around(words)),
        confidence=round(sure_of(line, by_role, scanned, columns), 3),
        asin=ids.get("asin"),
        sku=ids.get("sku"),
        gtin=ids.get("gtin"),
        model=ids.get("model"),
        quantity=format(line.quantity, "f") if line.quantity is not None else None,
        unit_price=line.unit_price.text if line.unit_price is not None else None,
        amount=line.amount.text if line.amount is not None else None,
        unsure=unsure_of(unproven(description, text, ids, words), line, columns, by_role) if scanned else (),
    )


def _in_order(line: Line, columns: Columns, text: list[Word], by_role: dict[str, list[Word]]) -> list[Word]:
    """The description with the rows of text around the numbers, from the top."""
    coded = any(column.role == "sku" for column in columns.columns)
    before: list[Word] = []
    after: list[Word] = []
    beside: list[Word] = []
    described = any(column.role == "description" for column in columns.columns)
    for row, into in [(row, before) for row in line.before] + [(row, after) for row in line.after]:
        if len(row) == 1 and not by_role.get("sku") and _is_code(row[0].text):
            # A code alone under the name, without a word to say what it is: the number of the goods.
            by_role.setdefault("sku", []).append(row[0])
            continue
        for word in row:
            role = columns.columns[columns.at((word.box.left + word.box.right) / 2)].role
            code = by_role.get(role) if role in _CODED else None
            if code and into is after:
                # A narrow cell breaks its code: "BB-" over "1410".
                if code[-1].text.endswith(("-", "/", "_")):
                    code[-1] = code[-1]._replace(text=code[-1].text + word.text)
                else:
                    beside.append(word)
                continue
            if role == "sku" and coded and _is_code(word.text) and not by_role.get("sku"):
                by_role.setdefault("sku", []).append(word)
            elif described and role == "other":
                # Another cell goes on too: its words part none of the description.
                beside.append(word)
            else:
                into.append(word)
    return [*before, *text, *after, *beside]


def with_leading_codes(goods: Sequence[Goods]) -> list[Goods]:
    """Goods whose descriptions all begin with a code have it as their number: "67371 Kids puzzle"."""
    if len(goods) < 2 or any(line.sku for line in goods):
        return list(goods)
    parts = [line.description.split(" ", 1) for line in goods]
    if not all(len(part) == 2 and _leads(*part) for part in parts) or len({part[0] for part in parts}) < len(parts):
        return list(goods)
    return [
        line._replace(sku=part[0].strip("(),;[]:"), description=part[1].lstrip("-–:| "))
        for line, part in zip(goods, parts, strict=True)
    ]


def with_trailing_codes(goods: Sequence[Goods], scanned: bool) -> list[Goods]:
    """Goods of which nearly all end with a code in brackets have it as their number: "Kitchen scale (HX-478)".

    One alone may be a measure or a year; what all lines have, each its own, is how the seller numbers goods. In a scan
    nothing proves it.
    """
    bare = [at for at, line in enumerate(goods) if not line.sku and not line.model]
    found = {at: code for at in bare if (code := _code_behind(goods[at].description))}
    numbered = len(goods) - len(bare) + len(set(found.values()))
    if numbered < max(2, _NEARLY_ALL * len(goods)):
        return list(goods)
    made = list(goods)
    for at, code in found.items():
        text, unsure = goods[at].description, goods[at].unsure
        made[at] = goods[at]._replace(
            sku=code,
            description=text[: max(text.rfind(" ("), text.rfind(" ["))],
            unsure=tuple(dict.fromkeys((*unsure, "sku"))) if scanned else unsure,
        )
    return made


def _code_behind(text: str) -> str:
    """The number of goods that stands in brackets behind their description, "" for none.

    It has three digits when it begins with a letter, else five: no measure and no year is taken for one.
    """
    match = _IN_BRACKETS.search(text[-_LONGEST_CODE:])
    if match is None:
        return ""
    code = match[1].replace(" ", "")
    return code if sum(map(str.isdigit, code)) >= _LEAST_DIGITS[code[0].isalpha()] else ""


def _leads(code: str, rest: str) -> bool:
    """Whether a word before the name of the goods is their number: "67371 Kids puzzle", "[TT-6-BLU] Tea towels"."""
    if _is_code(code) and rest[:1].isalpha():
        return True
    marked = code[:1] + code[-1:] in ("[]", "()") or code.endswith(":") or rest[:2] in ("- ", "– ", "| ")
    bare = code.strip("(),;[]:")
    named = any(map(str.isdigit, bare)) and (marked or _ARTICLE.fullmatch(bare) is not None)
    return named and len(bare) > 2 and _DATE.search(bare) is None and any(map(str.isalpha, rest))


def _is_code(text: str) -> bool:
    bare = text.strip("(),;[]")
    if len(bare) < 4 or sum(c.isdigit() for c in bare) < 2 or _CODE.fullmatch(bare) is None:
        return False
    return _DATE.search(bare) is None


def identifiers(words: Sequence[Word], lexicon: Lexicon) -> tuple[list[Word], dict[str, str]]:
    """The identifiers inside a description, and the words without those that a label names."""
    ids: dict[str, str] = {}
    drop: set[int] = set()
    plains = [plain(word.text) for word in words]
    at = 0
    while at < len(words):
        size, found = lexicon.match(plains, at) if plains[at] in lexicon.phrases else (0, ())
        roles = [name[8:] for name in found if name in _IDS]
        end = at + size
        while size and end < len(words) and not plains[end]:
            end += 1
        if size and roles and end < len(words):
            value = _labelled_value(roles, words, plains, at, end, lexicon)
            if value is not None:
                role, text = value
                ids.setdefault(role, text)
                drop.update(range(at, end + 1))
                at = end + 1
                continue
        at += max(size, 1)
    for index, word in enumerate(words):
        if index in drop:
            continue
        match = _ASIN.search(word.text)
        if match:
            ids.setdefault("asin", match[0])
        code = _GTIN.search(word.text)
        if code and gtin_fault(code[1]) is None:
            ids.setdefault("gtin", code[1])
    kept = [word for index, word in enumerate(words) if index not in drop]
    while kept and not any(c.isalnum() for c in kept[-1].text):
        kept.pop()
    return kept, ids


def _labelled_value(
    roles: Sequence[str], words: Sequence[Word], plains: Sequence[str], at: int, end: int, lexicon: Lexicon
) -> tuple[str, str] | None:
    match = _CODE.fullmatch(words[end].text)
    if match is None:
        return None
    text = match[1].rstrip(".")
    closed = words[end - 1].text.endswith((":", "#", "：", ".")) or words[end].text.startswith("#")
    opened = words[at].text.startswith(("(", "["))
    for role in roles:
        if role == "asin" and _ASIN.fullmatch(text):
            return role, text
        if role == "gtin":
            mended = text.translate(_TAKEN_FOR)
            if re.fullmatch(r"\d{8}|\d{12,14}", text):
                return role, text
            if re.fullmatch(r"\d{8}|\d{12,14}", mended) and gtin_fault(mended) is None:
                return role, mended
        if role in ("sku", "model") and (closed or opened or end - at > 1 or plains[at] in ("sku", "mpn", "msku")):
            known = lexicon.match(plains, end)[1]
            if any(c.isdigit() for c in text) or (text.isupper() and len(text) > 2 and not known):
                return role, text
    return None


def _gtin_of(words: Sequence[Word]) -> str:
    """The number in a cell of UPCs or EANs: a word whose check digit holds, else all digits together.

    Letters that a recogniser puts for digits are taken as those when the check digit proves it.
    """
    for word in words:
        code = word.text.strip(",;()").translate(_TAKEN_FOR)
        if code.isdigit() and gtin_fault(code) is None:
            return code
    digits = "".join(c for word in words for c in word.text if c.isalnum())
    if not digits.isdigit() or not 8 <= len(digits) <= 16:
        return ""
    if gtin_fault(digits) is not None:
        # The number of the line ran into it: "20" before a UPC.
        for size in (13, 12):
            if len(digits) > size and gtin_fault(digits[-size:]) is None:
                return digits[-size:]
    return digits if len(digits) <= 14 else ""


def _code_of(role: str, words: Sequence[Word]) -> str:
    if role == "asin":
        found = _ASIN.search(" ".join(word.text for word in words))
        return found[0] if found else ""
    if role == "gtin":
        return _gtin_of(words)
    text = " ".join(word.text for word in words).strip(" ,;")
    return text[1:-1] if (text[:1], text[-1:]) in (("(", ")"), ("[", "]")) and text[1:-1].isascii() else text
