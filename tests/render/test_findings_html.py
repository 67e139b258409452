"""The page: the letter with its marks, the findings, the verdict, and nothing that runs or loads."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from xml.etree import ElementTree

from findings_examples import CONFIG, REPORT, VERDICT, accepted, found

from amends.render.findings import Report, render


def page(*made: Report) -> ElementTree.Element:
    """The page as a tree; apart from the elements that HTML leaves open it is XML."""
    text = render(made, "html").replace("<!doctype html>", "").replace("<br>", "<br/>")
    return ElementTree.fromstring(re.sub(r"<(meta [^>]*)>", r"<\1/>", text))


def letter_of(root: ElementTree.Element) -> ElementTree.Element:
    return next(element for element in root.iter("div") if element.get("class") == "text")


def pieces(root: ElementTree.Element) -> list[tuple[str, str]]:
    """The letter: what is marked, with its level, and the numbers."""
    return [(element.get("class", ""), element.text or "") for element in letter_of(root)]


def test_the_policy_allows_the_style_sheet_by_its_hash_and_nothing_else() -> None:
    text = render([REPORT], "html")
    sheet = re.search(r"<style>(.*?)</style>", text, re.S)
    assert sheet
    digest = b64encode(sha256(sheet.group(1).encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in text
    assert not re.search(r"<script|<link|<img|url\(|@import|style=|https?:", text)


def test_marks_keep_every_word_of_the_letter_in_its_order() -> None:
    letter = letter_of(page(REPORT))
    numbers = {element for element in letter if element.tag == "a"}
    words = (letter.text or "") + "".join(
        ("" if element in numbers else element.text or "") + (element.tail or "") for element in letter
    )
    assert words == REPORT.text


def test_places_that_overlap_are_cut_and_the_gravest_level_shows() -> None:
    text = "one two three"
    made = [found(text, 0, 7), found(text, 4, 13)._replace(level="error"), found(text, 13, 13)._replace(level="note")]
    assert pieces(page(Report(made, text, "a.txt"))) == [
        ("warning", "one "),
        ("error", "two"),
        ("number warning", "1"),
        ("error", " three"),
        ("number error", "2"),
        ("number note", "3"),
    ]


def test_each_number_leads_to_its_finding_and_back() -> None:
    root = page(REPORT, REPORT._replace(file="b.md"))
    anchors = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(anchors) == len(set(anchors)) == 2 + 4 * len(REPORT.findings)
    assert {element.get("href", "")[1:] for element in root.iter("a")} <= set(anchors)


def test_the_verdict_stands_above_the_letter() -> None:
    text = render([REPORT._replace(verdict=VERDICT)], "html")
    assert text.index("Do next") < text.index("The letter") < text.index("What a strict reader would object to")
    assert text.count("<td data-of=") == 8
    assert text.count('<b class="error">missing</b>') == 5


def test_what_is_accepted_is_listed_apart_and_not_marked() -> None:
    before, after = page(REPORT), page(accepted(CONFIG))
    assert len(pieces(after)) < len(pieces(before))
    assert "Dana Ruiz, 4 May 2026, in the configuration" in "".join(after.itertext())


def test_words_of_the_letter_are_text() -> None:
    text = "</div><script>alert(1)</script> & <b>bad</b>"
    root = page(Report([found(text, 0, len(text))], text, text))
    assert not list(root.iter("script"))
    assert pieces(root)[0] == ("warning", text)
