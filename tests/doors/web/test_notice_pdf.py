"""A notice that comes as a PDF: a bad one is refused, and takes neither the server's memory nor its time."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape

import psutil
import pytest
from tests.doors.web.conftest import Served, start, stop
from tests.doors.web.visitor import Answer, Visitor
from tests.notice.formats.pdf_file import lines, pdf
from tests.pdf_bombs import keyless, unseen


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server whose reader may take little memory, so that the bad files are soon over."""
    running = start(tmp_path_factory.mktemp("served"), AMENDS_READER_MEGABYTES="400")
    yield running
    stop(running)


def notice(asin: str) -> bytes:
    return pdf(
        lines(
            "Hello,",
            f"Your listing {asin} was removed because of inauthentic item complaints.",
            "Please send invoices from your supplier dated within the last 365 days.",
            "Amazon Seller Performance",
        )
    )


def send(served: Served, data: bytes) -> Answer:
    return Visitor(served.url).post("/", {"text": ""}, ("notice.pdf", data), field="file")


@pytest.mark.parametrize("data", [keyless(ord("y")), unseen()], ids=["what the guard sees", "what it does not see"])
def test_a_small_pdf_that_asks_for_gigabytes_is_refused(served: Served, data: bytes) -> None:
    answer = send(served, data)

    assert answer.status == 422
    assert "notice.pdf " in answer.text
    assert "copy the words of the message into a .txt file" in unescape(answer.text)
    assert psutil.Process(served.process.pid).memory_info().rss < 500 << 20


def test_pdfs_that_come_at_once_are_all_answered(served: Served) -> None:
    asins = [f"B0ATONCE{number:02}" for number in range(4)]
    with ThreadPoolExecutor(6) as pool:
        bad = [pool.submit(send, served, unseen()) for _ in range(2)]
        good = [pool.submit(send, served, notice(asin)) for asin in asins]
        answers = [each.result() for each in good]
        refused = [each.result().status for each in bad]

    assert refused == [422, 422]
    for asin, answer in zip(asins, answers, strict=True):
        assert "/cases/" in answer.url
        assert asin in answer.text
