"""Which currency an invoice is in and which countries it names: codes first, then signs, "$" by the country."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from amends.evidence.invoice.find import part
from amends.evidence.invoice.lexicon import Lexicon, plain
from amends.evidence.invoice.sheet import Cell, Sheet
from amends.evidence.page import Word
from amends.model.reading import Field, Place

_INSIDE = re.compile(r"[(\[]([A-Z]{3})[)\]]")
_SIGN = re.compile(
    r"(?:US|CA|CDN|AU|NZ|HK|NT|MX|[ACSR])?\$(?:US)?|U\$S|[€£¥￥₹₺₩฿₫₪]|zł|Kč|(?<=\d)[元円]|RMB|\bRs\.?(?=\s?\d|$)"
)
_STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois"
    "|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri"
    "|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma"
    "|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington"
    "|West Virginia|Wisconsin|Wyoming|A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]"
    "|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]"
)
_US = re.compile(rf"\b(?:{_STATES})[.,]? {{1,2}}\d{{5}}(?:-\d{{4}})?(?!\d)")
_JAPAN = re.compile(r"[ぁ-んァ-ヶ]|株式会社|有限会社|〒|[都道府県].{1,6}[市区町村]")
_CHINESE = re.compile(r"有限公司|[省市].{1,8}[区路街号]")
_CANADA = re.compile(r"\b[A-CEGHJ-NPR-TVXY]\d[A-Z] ?\d[A-Z]\d\b")
_BRITAIN = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b")
_AUSTRALIA = re.compile(r"\b(?:NSW|VIC|QLD|TAS|ACT)[.,]? {1,2}\d{4}\b")


def country_of(text: str, lexicon: Lexicon) -> str:
    """The country that an address names, or shows by its post code; "" when it does not."""
    words = [word for word in re.split(r"[\s,;|·•()]+", text) if word]
    plains = [plain(word) for word in words]
    for at in range(len(plains) - 1, -1, -1):
        for size in (3, 2, 1):
            name = "".join(plains[at : at + size])
            if (name in lexicon.countries and words[at][0].isupper()) or (
                not words[at].isascii() and name in lexicon.countries
            ):
                return lexicon.countries[name]
    if _US.search(text):
        return "US"
    if _JAPAN.search(text):
        return "JP"
    if _CHINESE.search(text):
        return "CN"
    if _CANADA.search(text):
        return "CA"
    if _BRITAIN.search(text):
        return "GB"
    if _AUSTRALIA.search(text):
        return "AU"
    return ""


def currency(sheets: Sequence[Sheet], country: str, countries: Sequence[str], lexicon: Lexicon) -> Field | None:
    """The currency of an invoice with the place of its sign, or None. `country` is that of the supplier."""
    codes: Counter[str] = Counter()
    signs: Counter[str] = Counter()
    places: dict[str, tuple[int, Word]] = {}
    for sheet in sheets:
        for cells in sheet.rows:
            for cell in cells:
                _count(sheet, cell, lexicon, codes, signs, places)
    if codes:
        (best, votes), *rest = codes.most_common()
        fits = not signs or any(best in lexicon.symbols[sign] for sign in signs if sign in lexicon.symbols)
        sure = 0.96 if not rest else 0.85 if votes > 2 * rest[0][1] else 0.45
        return _field(best, places[best], sure if fits else 0.45)
    if not signs:
        return None
    (sign, _), *rest = signs.most_common()
    for longer in signs:
        # "US$" settles what the bare "$" beside it means.
        if sign in longer and longer != sign:
            sign = longer
    could = lexicon.symbols.get(sign, ())
    if len(could) == 1:
        return _field(could[0], places[sign], 0.95 if not rest or sign in rest[0][0] or rest[0][0] in sign else 0.6)
    known = [code for code in could if country in lexicon.currencies.get(code, ())]
    if known:
        return _field(known[0], places[sign], 0.9)
    named = [code for code in could if any(land in lexicon.currencies.get(code, ()) for land in countries)]
    if len(named) == 1:
        return _field(named[0], places[sign], 0.75)
    return _field(could[0], places[sign], 0.4) if could else None


def _count(
    sheet: Sheet,
    cell: Cell,
    lexicon: Lexicon,
    codes: Counter[str],
    signs: Counter[str],
    places: dict[str, tuple[int, Word]],
) -> None:
    for at, word in enumerate(cell.words):
        text = word.text
        if text.isascii() and text.isalnum():
            # A code is a word of its own ("USD") or joined to its amount ("USD12").
            if len(text) == 3 and text in lexicon.currencies:
                codes[text] += 1 + _beside_number(cell, at)
                places.setdefault(text, (sheet.number, word))
            elif len(text) > 3 and text[3:].isdigit() and text[:3] in lexicon.currencies:
                codes[text[:3]] += 2
                places.setdefault(text[:3], (sheet.number, part(word, 0, 3)))
            elif text in lexicon.symbols and _beside_number(cell, at):
                signs[text] += 1
                places.setdefault(text, (sheet.number, word))
            continue
        if text[0].isdigit() and text.isascii() and "$" not in text:
            continue
        inside = _INSIDE.search(text) if "(" in text or "[" in text else None
        bare = inside[1] if inside else text.strip("():,.;/[]")
        if bare in lexicon.currencies and len(bare) == 3:
            codes[bare] += 1 + _beside_number(cell, at)
            start = text.index(bare)
            places.setdefault(bare, (sheet.number, part(word, start, start + 3)))
            continue
        if len(text) > 3 and text[:3] in lexicon.currencies and text[3].isdigit():
            codes[text[:3]] += 2
            places.setdefault(text[:3], (sheet.number, part(word, 0, 3)))
            continue
        # No sign of letters begins with another.
        match = _SIGN.search(text) if not text.isascii() or "$" in text or "R" in text else None
        if match and match[0] in lexicon.symbols:
            signs[match[0]] += 1
            places.setdefault(match[0], (sheet.number, part(word, match.start(), match.end())))


def _beside_number(cell: Cell, at: int) -> int:
    near = cell.plains[max(at - 1, 0) : at] + cell.plains[at + 1 : at + 2]
    return int(any(word[:1].isdigit() for word in near))


def _field(code: str, place: tuple[int, Word], confidence: float) -> Field:
    page, word = place
    return Field("currency", code, Place(page, word.box), round(confidence * word.confidence, 3), word.text)
