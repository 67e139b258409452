"""Amazon's order numbers that are not written as one: three digits, seven and seven, joined by hyphens.

A number is taken for one by its form (seventeen digits or so in three groups) or, where it is further from it, by the
word before it: order, Bestellung, pedido, commande, sipariş, đơn. Orders of other trades (purchase, removal, work
orders) have numbers of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_RIGHT = re.compile(r"(?:\d{3}|[SD]\d\d)-\d{7}-\d{7}")
_MARK = r"( ?[-_/. ] ?)"
# Three groups with whatever stands between them; a letter may have slipped in for a digit.
_GROUPS = re.compile(
    rf"([SD\dOIl](?=[\dOIl])(?<![\w./-].)(?:(?<=[SD])\d\d|(?<=[\dOIl])[\dOIl]{{1,7}})){_MARK}([\dOIl]{{3,9}}){_MARK}"
    r"([\dOIl]{3,9})(?![\w/-]|\.\d)"
)
_TOGETHER = re.compile(r"\d(?<![\dA-Za-z_-].)(?:\d{8,10}-\d{7}|\d\d-\d{13,15})(?![\dA-Za-z_-])")
_RUN = re.compile(r"[Oo](?<!\w.)(?i:rder)(?i:s| no\.?| number| id| nr\.?)*:? ?#?(\d{17})(?!\d)")
_ORDER_WORDS = (
    "order", "bestell", "auftrag", "pedido", "commande", "ordine", "ordini", "encomenda", "sipariş", "zamówieni", "đơn",
    "beställning", "orden",
)  # fmt: skip
_LABELLED = re.compile(
    r"(?:\borders?|\bbestell\w*|\bauftr[aä]g\w*|\bpedidos?|\bcommandes?|\bordin[ei]|\bencomendas?|\bsipariş\w*"
    r"|\bzamówieni\w*|đơn|\bbeställning\w*|\borden(?:es)?)\b"
    r"(?:\s+(?:ids?|no\.?|nos\.?|nr\.?|number|numbers|n°|nº|num\.?|hàng|was|is))*\s*[:#]?\s*#?\s*$",
    re.I,
)
_SHORT = re.compile(r"\d(?<![\w./-].)\d\d-\d{2,9}(?:-\d{2,9})?(?![\w/-]|\.\d)")
_OTHERS = re.compile(
    r"\b(?:purchase|removal|work|supplier'?s?|sales|production|print|shop|internal|factory|blanket|their"
    r"|money|court) $",
    re.I,
)
# Other numbers in groups say what they are.
_ELSE = re.compile(
    r"\b(?:phone|tel|mobile|fax|call\w*|account|iban|card|isbn|lots?|batch\w*|serial|tracking|invoices?|case|parcel|lab"
    r"|report|patent|licen[cs]e|permit|vat|tax|registration)\b(?: ?(?:no|nr)\.)?[^.;\n]{0,24}$",
    re.I,
)
_BACK, _FEWEST_SHORT, _FEWEST, _MOST = 40, 9, 13, 20
_LIKELY = (15, 19)
_OF = (3, 7, 7)
FAULT = "is no order number: three digits, seven, seven, with hyphens"


def broken_orders(text: str, low: str) -> Iterator[tuple[int, str]]:
    """Where an order number begins that is none, and what is written there."""
    labels = any(word in low for word in _ORDER_WORDS)
    if labels:
        for match in _RUN.finditer(text):
            yield match.start(1), match.group(1)
    seen = set()
    for match in _TOGETHER.finditer(text):
        seen.add(match.start())
        yield match.start(), match.group()
    for match in _GROUPS.finditer(text):
        if match.start() not in seen and _wrong(text, match, labels):
            seen.add(match.start())
            yield match.start(), match.group()
    if labels:
        for match in _SHORT.finditer(text):
            whole = _RIGHT.fullmatch(match.group()) or _digits(match.group()) < _FEWEST_SHORT
            if match.start() not in seen and not whole and _labelled(text, match.start()):
                yield match.start(), match.group()


def _wrong(text: str, match: re.Match[str], labels: bool) -> bool:
    """Whether three groups were meant as an order number and are none."""
    value, digits = match.group(), _digits(match.group())
    if _RIGHT.fullmatch(value) or digits < _FEWEST or (value[0] in "SD" and digits < _LIKELY[0]):
        return False
    sizes = tuple(len(match.group(at)) for at in (1, 3, 5))
    if sizes == _OF:
        return True
    before = text[max(0, match.start() - _BACK) : match.start()]
    if labels and _labelled(text, match.start()) and sum(sizes) <= _MOST:
        return True
    joined = {match.group(2), match.group(4)} <= {"-", "_"}
    return joined and _LIKELY[0] <= sum(sizes) <= _LIKELY[1] and _ELSE.search(before) is None


def _labelled(text: str, start: int) -> bool:
    label = _LABELLED.search(text, max(0, start - _BACK), start)
    return label is not None and _OTHERS.search(text, max(0, label.start() - _BACK), label.start()) is None


def _digits(value: str) -> int:
    return sum(c.isdigit() for c in value)
