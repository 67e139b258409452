"""A page of an invoice made ready: its rows in cells, the words as they are compared, and where labels stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from amends.evidence.invoice.lexicon import Ids, Lexicon, plain
from amends.evidence.page import Page, Word, around
from amends.model.reading import Box
from amends.typed import NamedTuple

# "Date:14/03/2026" and "Invoice#77": a label that a mark parts from its value, without a blank.
_GLUED = re.compile(r"([^\W\d_][^:#：]*[:：#])([^/:#\s].*)", re.DOTALL)
# "QTY(PCS)" and "AMOUNT(USD)": what the column counts in; "KDV(%10)": the rate of a tax.
_NAMED_UNIT = re.compile(r"[^\W\d_][^()]+\((?:[^\W\d_]{2,5}|[$€£¥]|%? ?\d{1,2}(?:[.,]\d{1,2})?%?)\)[:：]?")
# "n°562044387"
_NUMERO = re.compile(r"([Nn][ro]?[°º])(\d.*)")
_DIGIT = re.compile(r"[0-9]")
_ADDRESS = re.compile(r"[a-z]{3,6}://")
# "30×$13.79": a number of pieces and a price that a recogniser ran together.
_TIMES = re.compile(r"(\d+)[x×*][$€£¥]?\d[\d.,]*[.,]\d\d")
# "Order34477", likewise.
_RUN_TOGETHER = re.compile(r"([A-Za-z]{4,})(\d{4,})")
# The end of "info@birken-" over "hof.example".
_DOMAIN = re.compile(r"[\w.-]{1,63}\.[a-z]{2,12}/?", re.I)
_TIME = re.compile(r".*\d:\d")
_EASTERN_TO_WESTERN = re.compile(r"(?<=[^\x00-\u2fff]{2})(?=[A-Za-z0-9¥￥$€(])|(?<=[A-Za-z0-9)])(?=[^\x00-\u2fff]{2})")
_ENDS = (":", "：", "#", "№", "|", "·", "•", "/", "&")
_SHORT = 4
# More cells beside each other than any page has; the rest of such a row is left out.
_MOST_CELLS = 120
_MOST_SEEN = 20_000
_BEGINS, _CUT = 1, 2
# Two lines of one label stand closer than this part of their height, and begin at one place.
_STACKED, _SAME_EDGE, _LONGEST_STACKED = 0.6, 3.0, 2
_PARTIES = frozenset({"parties:supplier", "parties:buyer", "parties:ship_to"})
_CONNECTORS = frozenset({"", "&", "and", "und", "et", "y", "e"})


class Label(NamedTuple):
    """Words of a cell that are the label of something; `leading` where they stand as one, not in a sentence."""

    start: int
    end: int
    ids: Ids
    leading: bool


class Cell:
    """Words beside each other with no wide gap. `plains` are the words as they are compared.

    `stacked` says that the cell ends a label of two lines ("Invoice" over "Number"): its value stands below.
    """

    __slots__ = ("_digit", "_text", "box", "labels", "plains", "row", "stacked", "words")

    def __init__(self, words: list[Word], plains: list[str], row: int, box: Box, labels: list[Label]) -> None:
        self.words, self.plains, self.row, self.box, self.labels = words, plains, row, box, labels
        self.stacked = False
        self._digit: bool | None = None
        self._text: str | None = None

    @property
    def text(self) -> str:
        """The words with single blanks."""
        if self._text is None:
            self._text = " ".join([word.text for word in self.words])
        return self._text

    @property
    def has_digit(self) -> bool:
        """Whether some word has a digit."""
        if self._digit is None:
            written = "".join(self.plains)
            if written.isascii():
                self._digit = _DIGIT.search(written) is not None
            else:
                self._digit = any(map(str.isdigit, written))
        return self._digit

    def first(self, *prefixes: str) -> Label | None:
        """The first label that stands as such and whose ids begin with one of the prefixes."""
        for label in self.labels:
            if label.leading:
                for name in label.ids:
                    if name.startswith(prefixes):
                        return label
        return None


class Sheet:
    """A page in rows of cells. `number` is that of the page."""

    def __init__(self, page: Page, words: Lexicon) -> None:
        self.number, self.width, self.height, self.scanned = page.number, page.width, page.height, page.scanned
        self.rows: list[list[Cell]] = []
        # Boxes of a scan are those of the ink, lower than those of a font, so that lines seem further apart.
        self.loose = 1.4 if page.scanned else 1.0
        for row in page.cells:
            at = len(self.rows)
            cells = [_cell(cell.words, cell.box, at, words, page.scanned) for cell in row[:_MOST_CELLS]]
            kept = [cell for cell in cells if cell is not None]
            if kept:
                self.rows.append(kept)
        for above, row_below in pairwise(self.rows):
            for cell in above:
                if cell.words[-1].text.endswith("-"):
                    _rejoin(cell, row_below)
            for cell in row_below:
                if len(cell.words) <= _LONGEST_STACKED and not cell.has_digit:
                    _stack(above, cell, words)

    @cached_property
    def usual(self) -> float:
        """The height of most lines."""
        heights = sorted(cells[0].box.bottom - cells[0].box.top for cells in self.rows)
        return heights[len(heights) // 2] if heights else 0.0

    def top(self, row: int) -> float:
        """How far down the page a row begins."""
        return self._spans[row][0]

    def bottom(self, row: int) -> float:
        """How far down the page a row ends."""
        return self._spans[row][1]

    @cached_property
    def _spans(self) -> list[tuple[float, float]]:
        return [(min([c.box[1] for c in cells]), max([c.box[3] for c in cells])) for cells in self.rows]


def _rejoin(cell: Cell, below: list[Cell]) -> None:
    """Put an address of the net together that a narrow column broke behind its hyphen; its second half goes."""
    last = cell.words[-1]
    if "@" not in last.text and not last.text.lower().startswith(("www.", "http")):
        return
    for at, other in enumerate(below):
        half = other.words[0]
        if abs(other.box.left - cell.box.left) > _SAME_EDGE or len(other.words) > 1 or not _DOMAIN.fullmatch(half.text):
            continue
        whole = last._replace(text=last.text + half.text, box=around([last, half]))
        cell.words[-1], cell.plains[-1], cell.box = whole, plain(whole.text), around([*cell.words[:-1], whole])
        if len(below) > 1:
            del below[at]
        return


def _stack(above: Sequence[Cell], cell: Cell, lexicon: Lexicon) -> None:
    """Make one label of two lines: "Invoice" over "Number". Heads of columns are told elsewhere."""
    for over in above:
        if abs(over.box.left - cell.box.left) > _SAME_EDGE or len(over.words) > _LONGEST_STACKED or over.stacked:
            continue
        plains = [*over.plains, *cell.plains]
        size, ids = lexicon.match(plains, 0) if plains[0] in lexicon.phrases else (0, ())
        high = cell.box.bottom - cell.box.top
        if size < len(plains) or cell.box.top - over.box.bottom > _STACKED * high:
            continue
        if not any(name.startswith("fields:") for name in ids) or any(name.startswith("columns:") for name in ids):
            continue
        over.labels.clear()
        cell.labels[:] = [Label(0, len(cell.words), ids, leading=True)]
        cell.stacked = True
        return


def _cell(words: Sequence[Word], box: Box, row: int, lexicon: Lexicon, scanned: bool) -> Cell | None:
    if scanned:
        split = [piece for word in words for piece in _read(word, lexicon)]
        return _labelled(Cell(split, [plain(word.text) for word in split], row, box, []), lexicon, scanned)
    # Most words neither begin a label nor are to be cut, and come again on the next page.
    seen, plains, found = lexicon.seen, list[str](), 0
    for word in words:
        said, what = seen.get(word[0]) or _look(word, lexicon)
        plains.append(said)
        found |= what
    if found & _CUT:
        split = [piece for word in words for piece in _pieces(word, lexicon)]
        return _labelled(Cell(split, [plain(word.text) for word in split], row, box, []), lexicon, scanned)
    cell = Cell(list(words), plains, row, box, [])
    return _labelled(cell, lexicon, scanned) if found else cell


def _look(word: Word, lexicon: Lexicon) -> tuple[str, int]:
    """A word as it is compared, and whether a label may begin with it or it is to be cut; kept for the next time."""
    if len(lexicon.seen) >= _MOST_SEEN:
        lexicon.seen.clear()
    said = plain(word.text)
    begins, cut = said in lexicon.phrases, len(_pieces(word, lexicon)) > 1
    lexicon.seen[word.text] = told = (said, (_BEGINS if begins else 0) | (_CUT if cut else 0))
    return told


def _is_whole(text: str) -> bool:
    """Whether a word has no mark at which a label may be parted from its value."""
    return text.isascii() and (text.isalnum() or not (":" in text or "#" in text or "(" in text))


def _pieces(word: Word, lexicon: Lexicon) -> Sequence[Word]:
    return (word,) if _is_whole(word.text) else _split(word, lexicon)


def _read(word: Word, lexicon: Lexicon) -> Sequence[Word]:
    """A recognised word, cut where the recogniser ran two together."""
    text = word.text
    if _is_whole(text):
        together = _RUN_TOGETHER.fullmatch(text)
        return _cut(word, len(together[1])) if together and plain(together[1]) in lexicon.phrases else (word,)
    return _split(word, lexicon)


def _labelled(cell: Cell, lexicon: Lexicon, scanned: bool) -> Cell | None:
    """A cell with the labels in it; None for one without words."""
    split, plains = cell.words, cell.plains
    labels = cell.labels
    at, count = 0, len(split)
    open_ = True
    phrases = lexicon.phrases
    while at < count:
        # Most words begin no label, so that is asked before anything else.
        size, ids = lexicon.match(plains, at, scanned) if scanned or plains[at] in phrases else (0, ())
        if size:
            end = at + size
            # A mark of its own behind the label ("Date :") belongs to it.
            while end < count and not plains[end]:
                end += 1
            closed = split[end - 1].text.endswith((":", "：", "#"))
            # "To" and "Van" are labels alone or with a colon; else they begin a name.
            if size == 1 and not closed and ids[0] in _PARTIES and _begins_name(split, plains[at]):
                open_ = False
                at = end
                continue
            if size == 1 and not closed and end == count - 1 and ids[0] in _PARTIES and _is_form(plains[end], lexicon):
                # "Lieferant GmbH" is what a company is called.
                open_ = False
                at = end
                continue
            labels.append(Label(at, end, ids, open_ or closed))
            open_ = not closed
            at = end
            continue
        open_ = (plains[at] in _CONNECTORS and open_) or split[at].text.endswith(_ENDS)
        at += 1
    return cell if split else None


def _is_form(said: str, lexicon: Lexicon) -> bool:
    return said in lexicon.legal_forms and said not in lexicon.streets


def _begins_name(words: Sequence[Word], said: str) -> bool:
    """Whether a short label of a party is none: with more words behind it, or the code of a country ("DE")."""
    return len(said) <= _SHORT and (len(words) > 1 or words[0].text == "DE")


def _split(word: Word, lexicon: Lexicon) -> list[Word]:
    """A word cut between label and value: "Date:2026-03-14", "发票号码：123"."""
    text = word.text
    if (":" in text or "：" in text or "#" in text) and not _TIME.match(text) and not _ADDRESS.match(text):
        match = _GLUED.fullmatch(text)
        if match:
            return (
                [*_cut(word, len(match[1]))]
                if text.isascii()
                else [piece for half in _cut(word, len(match[1])) for piece in _split(half, lexicon)]
            )
    times = _TIMES.fullmatch(text)
    if times:
        return list(_cut(word, len(times[1])))
    if text.find("(") > 1 and text[0].isalpha() and _NAMED_UNIT.fullmatch(text):
        return list(_cut(word, text.index("(")))
    if text.isascii():
        return [word]
    numbered = _NUMERO.fullmatch(text)
    if numbered:
        return list(_cut(word, len(numbered[1])))
    found = _EASTERN_TO_WESTERN.search(text)
    if found and 0 < found.start() < len(text) and "年" not in text and "令和" not in text:
        left, right = _cut(word, found.start())
        return [left, *_split(right, lexicon)]
    whole = plain(text)
    if whole and not whole.isascii() and whole not in lexicon.phrases:
        for size in range(min(len(text) - 1, lexicon.eastern), 1, -1):
            if ord(text[0]) > 0x2FFF and plain(text[:size]) in lexicon.phrases:
                return [*_cut(word, size)]
    return [word]


def _cut(word: Word, at: int) -> tuple[Word, Word]:
    """A word in two, its box shared out by the number of characters (wide ones count double)."""
    widths = [2 if ord(c) > 0x2FFF else 1 for c in word.text]
    box = word.box
    middle = box.left + (box.right - box.left) * sum(widths[:at]) / (sum(widths) or 1)
    return (
        word._replace(text=word.text[:at], box=Box(box.left, box.top, middle, box.bottom)),
        word._replace(text=word.text[at:], box=Box(middle, box.top, box.right, box.bottom)),
    )


def box_of(words: Sequence[Word]) -> Box:
    """The box around some words."""
    return around(words)
