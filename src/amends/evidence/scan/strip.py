"""A line of text cut out of a page, and the words in it: split where blanks were read and where ink leaves a gap."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from amends.evidence.scan.engine import Letter
from amends.evidence.scan.lie import Corners, span
from amends.typed import Any, NamedTuple

_LONGEST = 18.0
# Gaps as shares of the height of a strip. Around marks that are small themselves there is much white without a blank;
# around the marks that part things there is a blank nearly always. Text set with air between all letters has no words.
_GAP, _AT_POINTS, _AT_PARTERS, _AT_BLANKS, _AIRY = 0.3, 0.42, 0.17, 0.07, 2.0
_POINTS, _PARTERS = frozenset(".,:;'’-/()\"*!_#"), frozenset("·|•")
_FULL = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


class Run(NamedTuple):
    """A word of a strip: from where to where it goes along it, from 0 to 1."""

    text: str
    confidence: float
    start: float
    end: float


def cut(picture: Any, corners: Corners) -> Any:
    """The line of text as a picture of its own, laid straight."""
    import cv2
    import numpy

    long, high = span(corners)
    wide, tall = max(round(long), 4), max(round(high), 4)
    onto = numpy.array(((0, 0), (wide, 0), (wide, tall), (0, tall)), numpy.float32)
    turned = cv2.getPerspectiveTransform(numpy.array(corners, numpy.float32), onto)
    return cv2.warpPerspective(picture, turned, (wide, tall), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def inked(strip: Any) -> Any:
    """Which columns of a strip have ink, as an array of truth; all of them where a rule runs through."""
    import cv2
    import numpy

    grey = cv2.cvtColor(strip, cv2.COLOR_BGR2GRAY)
    high = grey.shape[0]
    grey = cv2.GaussianBlur(grey[high // 8 : max(high - high // 8, 1)], (3, 3), 0)
    bar, dark = cv2.threshold(grey, 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    if dark.mean() > 0.5:
        dark = 1 - dark
    # Rules above and below the text are no letters: rows that are dark nearly all along.
    rows = dark.mean(axis=1)
    dark = dark[rows < 0.85]
    if not len(dark) or bar <= 0:
        return numpy.ones(strip.shape[1], bool)
    return dark.sum(axis=0) >= max(1, high // 24)


def pieces(corners: Corners, strip: Any) -> list[tuple[Corners, Any]]:
    """A long strip in parts that the recogniser can take, parted at its widest gaps; a usual one as it is."""
    tall, wide = strip.shape[:2]
    if wide <= _LONGEST * tall:
        return [(corners, strip)]
    count = -(-wide // int(_LONGEST * tall * 0.8))
    edges = [0]
    gaps = [(a, b) for a, b in _gaps(inked(strip)) if b - a >= _AT_PARTERS * tall]
    for at in range(1, count):
        aim = wide * at / count
        near = [gap for gap in gaps if abs((gap[0] + gap[1]) / 2 - aim) < wide / count / 2]
        if near:
            best = max(near, key=lambda gap: (gap[1] - gap[0]) - abs((gap[0] + gap[1]) / 2 - aim) / tall)
            edge = (best[0] + best[1]) // 2
            if edge - edges[-1] > 2 * tall:
                edges.append(edge)
    edges.append(wide)
    made = []
    for start, end in itertools.pairwise(edges):
        made.append((_part(corners, start / wide, end / wide), strip[:, start:end]))
    return made


def _part(corners: Corners, start: float, end: float) -> Corners:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    return [
        (ax + (bx - ax) * start, ay + (by - ay) * start), (ax + (bx - ax) * end, ay + (by - ay) * end),
        (dx + (cx - dx) * end, dy + (cy - dy) * end), (dx + (cx - dx) * start, dy + (cy - dy) * start),
    ]  # fmt: skip


def runs(letters: Sequence[Letter], strip: Any) -> list[Run]:
    """The words of a strip with their ends, told from the letters and from the gaps between their ink."""
    tall, wide = strip.shape[:2]
    ink = inked(strip)
    gaps = list(_gaps(ink))
    marks: list[Letter] = [letter for letter in letters if letter.text != " "]
    if not marks:
        return []
    blank_after = _blanks(letters)
    between = [_between(marks[at].at * wide, marks[at + 1].at * wide, gaps) for at in range(len(marks) - 1)]
    usual = sorted(right - left for at, (left, right) in enumerate(between) if at not in blank_after)
    airy = _AIRY * usual[len(usual) // 2] if len(usual) > 2 else 0.0
    splits = []
    for at, (left, right) in enumerate(between):
        # A blank that was read where the ink leaves none is a slip, unless a rule hides all gaps.
        room = _AT_BLANKS * tall if at in blank_after and gaps else max(_room(marks[at], marks[at + 1]) * tall, airy)
        if right - left >= room or (at in blank_after and not gaps):
            splits.append((at, left, right))
    covered = [at for at, dark in enumerate(ink) if dark]
    start, end = (float(covered[0]), float(covered[-1] + 1)) if covered else (0.0, float(wide))
    start, end = min(start, marks[0].at * wide), max(end, marks[-1].at * wide)
    made: list[Run] = []
    first = 0
    for at, left, right in [*splits, (len(marks) - 1, end, end)]:
        word = marks[first : at + 1]
        text = "".join(letter.text for letter in word).translate(_FULL)
        made.append(Run(text, _sureness(word), start / wide, max(left, start + 1) / wide))
        first, start = at + 1, right
    return [run for run in made if run.text.strip()]


def _sureness(word: Sequence[Letter]) -> float:
    """How sure the least sure letter is. Marks around a word change nothing that it says."""
    said = [at for at, letter in enumerate(word) if letter.text.isalnum()]
    inner = word[said[0] : said[-1] + 1] if said else word
    return min(letter.confidence for letter in inner)


def _between(here: float, there: float, gaps: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """The widest gap between the middles of two letters; the place half way, without width, when there is none."""
    found = [(max(start, here), min(end, there)) for start, end in gaps if start < there and end > here]
    return max(found, key=lambda gap: gap[1] - gap[0], default=((here + there) / 2, (here + there) / 2))


def _room(one: Letter, other: Letter) -> float:
    """How wide a gap between two letters must be to part words of which the recogniser read no blank."""
    if one.text in _PARTERS or other.text in _PARTERS:
        return _AT_PARTERS
    return _AT_POINTS if one.text in _POINTS or other.text in _POINTS else _GAP


def _blanks(letters: Sequence[Letter]) -> set[int]:
    """After which of the letters, counted without the blanks, a blank was read."""
    after: set[int] = set()
    count = -1
    for letter in letters:
        if letter.text == " ":
            if count >= 0:
                after.add(count)
        else:
            count += 1
    return after


def _gaps(ink: Any) -> Iterator[tuple[int, int]]:
    """Runs of columns without ink, each from its first column to the one after its last."""
    import numpy

    edges = numpy.flatnonzero(numpy.diff(numpy.concatenate(([1], ink.astype(numpy.int8), [1]))))
    for start, end in zip(edges[::2], edges[1::2], strict=False):
        yield int(start), int(end)
