"""Scans that lie askew, copied without prices: the recogniser reads everything on the copy but the prices."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pypdfium2
import pypdfium2.raw as raw
import pytest
from PIL import Image
from tests.render import exhibit_papers as papers

from amends.evidence import formats, scan
from amends.evidence.page import around
from amends.model import Goods, Place, Reading
from amends.render.exhibits.original import Original
from amends.render.exhibits.prices import Word, through
from amends.render.exhibits.redacted import redacted
from amends.render.page import Page

pytestmark = pytest.mark.skipif(not scan.installed(), reason="the extra that recognises words is not installed")
PRICES = {"4.10", "492.00", "11.25", "135.00", "627.00", "8.00", "635.00"}


def tilted(degrees: float) -> bytes:
    with pypdfium2.PdfDocument(papers.invoice()) as document:
        page = document[0].render(scale=170 / 72).to_pil().convert("RGB")
    out = io.BytesIO()
    turned = page.rotate(degrees, Image.Resampling.BICUBIC, fillcolor="white")
    turned.save(out, "PNG", dpi=(170, 170))
    return out.getvalue()


def read(data: bytes) -> Any:
    return scan.recognised(data, "png", formats.contents(data, "png", "scan.png"))


@pytest.mark.parametrize("degrees", [0.0, 1.8, -2.5])
def test_the_recogniser_reads_everything_but_the_prices_on_the_copy(degrees: float) -> None:
    data = tilted(degrees)
    contents = read(data)
    (page,) = contents.pages
    upright = contents.pictures[0].upright
    lines = []
    for asin, description, quantity, unit, amount in papers.GOODS:
        head = next(word for word in page.words if word.text == asin)
        beside = [word for word in page.words if abs(word.middle - head.middle) < 6]
        box = through(upright.back, around(beside))
        lines.append(
            Goods(description, Place(1, box), 0.9, asin=asin, quantity=quantity, unit_price=unit, amount=amount)
        )
    words = [[Word(word.text, word.box) for word in page.words]]
    reading = Reading("supplier-invoice", 0.9, 1, (), tuple(lines))
    with Original(data, "png", "scan.png", [(page.width, page.height)]) as original:
        made = redacted(papers.exhibit(data), original, reading, words, Page("x", date(2026, 3, 20)), {1: upright})

    with pypdfium2.PdfDocument(made.data) as document:
        (thing,) = document[0].get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
        image = thing.get_bitmap().to_pil()
    out = io.BytesIO()
    image.save(out, "PNG", dpi=(170, 170))
    before = {word.text for word in page.words}
    after = {word.text for word in read(out.getvalue()).pages[0].words}

    assert before >= PRICES
    assert set() == PRICES & after
    assert not any(price[:-1] in text for text in after for price in PRICES if len(price) > 4), "not even a part"
    left = {text for text in before - PRICES if len(text) > 3}
    assert left <= after, "everything else is readable as before"
