"""What holds of every output format, whatever the letter says."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser

import pytest
from findings_examples import BASELINE, CONFIG, DRAFT, REPORT, VERDICT, accepted, reports
from hypothesis import given
from hypothesis import strategies as st

from amends.errors import Unknown
from amends.render.findings import Report, formats, render
from amends.review import rules

ALL = formats()
_STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_OURS = frozenset(
    "html head meta title style body main header h1 h2 h3 h4 p b a section div ol ul li mark blockquote q code "
    "table thead tbody tr th td br".split()
)


class Page(HTMLParser):
    """Reads a page and keeps its elements, its links and its anchors."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.words = ""
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        held = dict(attrs)
        assert not any(name.startswith("on") or name in ("src", "style", "srcset") for name in held)
        self.links += [held["href"] or ""] if "href" in held else []
        self.anchors += [held["id"] or ""] if "id" in held else []
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] != "style":
            self.words += data


def test_formats_are_found_in_the_folder() -> None:
    assert {"github", "html", "json", "junit", "sarif", "text"} <= set(ALL)
    assert not any(name.startswith("_") for name in ALL)


def test_an_unknown_format_says_which_there_are() -> None:
    with pytest.raises(Unknown, match=", ".join(ALL)):
        render([Report((), "", "x")], "nothing")


@pytest.mark.parametrize("format", ALL)
@given(st.lists(reports(), max_size=3), st.booleans())
def test_any_text_and_any_places_give_output_that_steers_nothing(format: str, made: list[Report], known: bool) -> None:
    output = render(made, format, rules=rules()[:3] if known else ())

    output.encode()
    assert not _STEERS.search(output)


@given(st.lists(reports(), max_size=3))
def test_json_can_always_be_read_back_and_holds_the_words_unchanged(made: list[Report]) -> None:
    data = json.loads(render(made, "json"))
    for report, read in zip(made, data if len(made) != 1 else [data], strict=True):
        assert [finding["quote"] for finding in read["findings"]] == [f.span.quote for f in report.findings]
        assert [finding["message"] for finding in read["findings"]] == [f.message for f in report.findings]
        assert read["summary"]["suppressed"] == len(report.accepted)


@given(st.lists(reports(), max_size=3))
def test_junit_is_always_xml_and_counts_what_it_holds(made: list[Report]) -> None:
    root = ElementTree.fromstring(render(made, "junit", rules=rules()[:3]))
    assert len(root) == len(made)
    for suite in (root, *root):
        assert int(suite.get("tests", "")) == len(list(suite.iter("testcase")))
        assert int(suite.get("failures", "")) == len(list(suite.iter("failure")))
        assert int(suite.get("skipped", "")) == len(list(suite.iter("skipped")))


@given(st.lists(reports(), max_size=3))
def test_the_page_is_always_whole_and_holds_our_elements_only(made: list[Report]) -> None:
    page = Page(render(made, "html"))
    assert page.open == []
    assert set(page.elements) <= _OURS
    assert len(page.anchors) == len(set(page.anchors))
    assert {link.removeprefix("#") for link in page.links} <= set(page.anchors)
    assert all(link.startswith("#") for link in page.links)


@pytest.mark.parametrize("format", ALL)
@pytest.mark.parametrize("suppression", [DRAFT, CONFIG], ids=lambda suppression: suppression.kind)
def test_every_format_says_what_was_accepted_and_why(format: str, suppression: object) -> None:
    shown = render([accepted(suppression)], format, rules=rules())  # type: ignore[arg-type]
    words = Page(shown).words if format == "html" else shown.replace("&#x27;", "'")
    assert suppression.because in words  # type: ignore[attr-defined]
    assert suppression.by in words  # type: ignore[attr-defined]


@pytest.mark.parametrize("format", ALL)
def test_every_format_says_that_the_baseline_holds_something(format: str) -> None:
    assert "baseline" in render([accepted(BASELINE)], format, rules=rules())


@pytest.mark.parametrize("format", ALL)
def test_every_format_takes_several_files_none_and_an_empty_one(format: str) -> None:
    empty = Report((), "", "empty.txt")
    several = render([REPORT, REPORT._replace(file="b.md", verdict=VERDICT), empty], format, rules=rules())
    assert "b.md" in several
    assert render([empty], format) == render([empty], format)
    render([], format)
