"""Reading scanned pages: words with boxes and confidence, from pictures, with the extra `amends[ocr]`.

`recognised` fills in the pages of which only a picture is there; `read_pages` gives them one by one, so that what was
read can be kept page by page and a run that was broken off goes on where it stopped.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from amends.evidence.doubt import CLEAR
from amends.evidence.formats import Contents, Picture
from amends.evidence.page import Page, Word
from amends.evidence.scan.engine import Letter, engine, installed
from amends.evidence.scan.reading import Recognised, read_page
from amends.evidence.screens import is_of_screen
from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

__all__ = ["Recognised", "installed", "read_pages", "recognised", "unread"]

_LOW, _BLURRED = 14.0, 0.22


def unread(contents: Contents) -> tuple[Page, ...]:
    """The pages of which there is only a picture so far."""
    return tuple(page for page in contents.pages if page.scanned and not page.words)


def recognised(
    data: bytes,
    type_: str,
    contents: Contents,
    step: Callable[[int, int], None] = lambda page, of: None,
    known: Mapping[int, Recognised] | None = None,
    keep: Callable[[Recognised], None] = lambda made: None,
) -> Contents:
    """The contents with the words of its scanned pages, told in `pictures` and `doubts` how well they could be read.

    `known` are pages that an earlier run has read; `keep` is called with each that is read now, `step` after each page
    with how many are done, of how many. Raises `Unreadable` when the extra is not
    installed or the file cannot be drawn.
    """
    asked = unread(contents)
    if not asked:
        return contents
    done = {page.number: known[page.number] for page in asked if page.number in known} if known else {}
    doubts = list(contents.doubts)
    left = tuple(page for page in asked if page.number not in done)
    for number, made in read_pages(data, type_, contents, left) if left else ():
        if made is None:
            doubts.append(f"The picture of page {number} is broken or far too large; it was not read.")
        else:
            done[number] = made
            keep(made)
        step(len(done), len(asked))
    pictures = {picture.page: picture for picture in contents.pictures}
    pictures.update({number: made.picture for number, made in done.items()})
    pages = tuple(done[page.number].page if page.number in done else page for page in contents.pages)
    read = replace(contents, pages=pages, pictures=tuple(pictures[number] for number in sorted(pictures)))
    screen = is_of_screen(read, type_)
    doubts += [doubt for number in sorted(done) for doubt in doubts_of(done[number], screen)]
    return replace(read, doubts=tuple(doubts))


def read_pages(
    data: bytes, type_: str, contents: Contents, pages: Sequence[Page]
) -> Iterator[tuple[int, Recognised | None]]:
    """Each of `pages` with its words, in their order, as soon as it is read; None for a picture that is broken.

    Pages are read side by side on the cores that this process may use, and never more pictures are held than that.
    """
    from concurrent.futures import ThreadPoolExecutor

    from amends.evidence.scan.picture import pictures

    reader = engine()
    known = {picture.page: picture for picture in contents.pictures}
    cores = _cores()
    alone = len(pages) == 1
    with ThreadPoolExecutor(cores) as pool:
        share = _sharing(pool, cores) if alone else _whole
        waiting: deque[tuple[int, Future[Recognised | None]]] = deque()
        for page, image in pictures(data, type_, contents, pages):
            if alone:
                yield page.number, _one(page, image, reader, known.get(page.number), share)
                continue
            waiting.append((page.number, pool.submit(_one, page, image, reader, known.get(page.number), share)))
            if len(waiting) >= cores + 1:
                number, first = waiting.popleft()
                yield number, first.result()
        for number, first in waiting:
            yield number, first.result()


def doubts_of(made: Recognised, screen: bool = False) -> list[str]:
    """What the person who reads on should know of a page that was hard to read. On a picture of a `screen` letters are
    small and clear all the same, and nothing can be scanned again.
    """
    number, picture, words = made.page.number, made.picture, made.page.words
    if not words:
        return [f"On the picture of page {number} no text was found."]
    said = []
    low = picture.text_height is not None and picture.text_height < _LOW
    if low and screen and _is_unsure(words):
        said.append(
            f"The letters on the picture of page {number} are too small; enlarge what the screen shows and take the "
            "picture again, or get the document itself as a file."
        )
    elif low and not screen:
        said.append(f"Page {number} was scanned so coarsely that letters run together; scan it at 300 dpi.")
    if picture.sharpness is not None and picture.sharpness < _BLURRED:
        said.append(f"The picture of page {number} is blurred; take or scan it again.")
    if picture.cut:
        said.append(f"Text runs off the picture of page {number} ({', '.join(picture.cut)}); scan the whole page.")
    return said


def _is_unsure(words: Sequence[Word]) -> bool:
    """Whether more than a word in ten was not read surely."""
    return sum(word.confidence < CLEAR for word in words) > len(words) / 10


def _one(page: Page, image: Any, reader: Any, known: Picture | None, share: Any) -> Recognised | None:
    return None if image is None else read_page(page, image, reader, known, share)


def _cores() -> int:
    """How many cores this process may use, eight at most: each page in work takes some 100 MB."""
    import os

    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(count, 8))


def _whole(read: Callable[[list[Any]], list[list[Letter]]], strips: list[Any]) -> list[list[Letter]]:
    return read(strips)


def _sharing(pool: ThreadPoolExecutor, cores: int) -> Any:
    """Spread the strips of one page over the cores, those of like length together, as the recogniser batches them."""

    def share(read: Callable[[list[Any]], list[list[Letter]]], strips: list[Any]) -> list[list[Letter]]:
        order = sorted(range(len(strips)), key=lambda at: strips[at].shape[1] / strips[at].shape[0])
        batches = [order[at : at + 6] for at in range(0, len(order), 6)]
        # The longest first, so that no core is left with one at the end.
        futures = [(batch, pool.submit(read, [strips[at] for at in batch])) for batch in reversed(batches)]
        made: list[list[Letter]] = [[] for _ in strips]
        for batch, future in futures:
            for at, letters in zip(batch, future.result(), strict=True):
                made[at] = letters
        return made

    return share if cores > 1 else _whole
