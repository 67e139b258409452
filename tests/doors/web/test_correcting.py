"""On the page of a document a person confirms what was read, says what the paper says, and what it shows."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from tests.doors.web import desk
from tests.doors.web.forms import Shown
from tests.doors.web.seeding import on_shelf
from tests.doors.web.test_evidence import INVOICE
from tests.notice.formats.pdf_file import lines, pdf

from amends.app.cases import save_case
from amends.doors.web.cases import now
from amends.evidence import record
from amends.evidence.samples import goods
from amends.store.readings import Readings

HOSTILE = "</strong><script>alert(1)</script>"


@pytest.fixture(scope="module")
def browser() -> Any:
    desk.ready()
    return desk.client()


@pytest.fixture
def id(browser: Any) -> str:
    """A case with an invoice whose number, and one of whose quantities, was not read surely."""
    made = desk.started(browser)
    desk.send(browser, made, ("invoice.pdf", pdf(lines(*INVOICE))))
    desk.work_off()
    opened = desk.opened(made)
    (exhibit,) = opened.case.exhibits
    reading = exhibit.reading
    fields = tuple(
        each._replace(value="MR-7712O", quote="MR-7712O", confidence=0.3) if each.name == "invoice_number" else each
        for each in reading.fields
    )
    line = goods("B0TESTAB12 | 100 | 8.19 | 819.00 | Pepper mill")._replace(confidence=0.3)
    doubtful = reading._replace(fields=fields, lines=(line,), scanned=(1,))
    Readings(opened.files).keep(exhibit.sha256, record.written(doubtful))
    return made


def page_of(browser: Any, id: str, rest: str = "") -> str:
    answer = browser.get(f"/cases/{id}/evidence/A/{rest}")
    assert answer.status_code == 200, answer.content
    return str(answer.content.decode())


def item(html: str, title: str) -> str:
    """The entry of the list about one value."""
    (found,) = [each for each in re.findall(r'<li id="field-\d+".*?</li>', html, re.DOTALL) if f">{title}<" in each]
    return str(found)


def opened_form(browser: Any, id: str, title: str) -> Shown:
    link = re.search(r'href="([^"]*say=[^"]*)"', item(page_of(browser, id), title))
    assert link
    address = link[1].replace("&amp;", "&").partition("#")[0]
    return Shown(item(page_of(browser, id, address), title))


def said(id: str) -> list[tuple[str, str, str]]:
    return [(each.field, each.read, each.says) for each in desk.opened(id).case.exhibits[0].corrections]


def test_a_doubtful_value_is_confirmed_with_one_press(browser: Any, id: str) -> None:
    entry = item(page_of(browser, id), "Invoice number")
    assert "Yes, it says that" in entry
    assert "Yes, it says that" not in item(page_of(browser, id), "Invoice date")

    answer = browser.post(f"/cases/{id}/evidence/A/say/", {**dict(Shown(entry).sent()), "do": "yes"})

    assert 302 == answer.status_code
    assert [("invoice_number", "MR-7712O", "MR-7712O")] == said(id)
    after = item(page_of(browser, id), "Invoice number")
    assert "Checked on the paper by the seller" in after
    assert "Yes, it says that" not in after


def test_a_misread_value_is_corrected_beside_what_was_read_and_taken_back(browser: Any, id: str) -> None:
    form = opened_form(browser, id, "Invoice number")
    fields = dict(form.sent())
    (field,) = [name for name in fields if name.startswith("says-")]
    assert "MR-7712O" == fields[field]

    answer = browser.post(f"/cases/{id}/evidence/A/say/", {**fields, field: "MR-77120", "do": "save"})

    assert re.search(r"\?page=1#field-\d+$", answer["Location"])
    html = page_of(browser, id)
    after = item(html, "Invoice number")
    assert '<strong dir="auto">MR-77120</strong>' in after
    assert "is the word of the seller" in re.sub(r"<[^>]+>", "", after)
    assert 'amends read “<span dir="auto">MR-7712O</span>”' in after
    assert "by the word of the seller" in html
    assert "DC25" in html

    back = Shown(after)
    browser.post(f"/cases/{id}/evidence/A/say/", {**dict(back.sent()), "do": "back"})
    assert [] == said(id)


def test_the_numbers_of_a_line_of_goods_are_confirmed_together_or_corrected_one_by_one(browser: Any, id: str) -> None:
    html = page_of(browser, id)
    (line,) = [each for each in re.findall(r'<li id="field-\d+".*?</li>', html, re.DOTALL) if "quantity 100" in each]
    browser.post(f"/cases/{id}/evidence/A/say/", {**dict(Shown(line).sent()), "do": "yes"})
    (line_now,) = desk.opened(id).case.exhibits[0].reading.lines
    assert line_now.sure

    link = re.search(r'href="([^"]*say=[^"]*)"', line)
    assert link
    form = Shown(page_of(browser, id, link[1].replace("&amp;", "&").partition("#")[0]))
    fields = {name: value for name, value in form.sent() if name.startswith(("says-", "was-"))}
    (field,) = [name for name, value in fields.items() if name.startswith("says-") and value == "100"]
    browser.post(f"/cases/{id}/evidence/A/say/", {**fields, field: "106", "do": "save"})

    (line_now,) = desk.opened(id).case.exhibits[0].reading.lines
    assert ("106", ["106"]) == (line_now.quantity, [each.says for each in line_now.corrections if not each.confirms])


def test_what_is_no_value_is_told_beside_what_was_typed_and_nothing_is_saved(browser: Any, id: str) -> None:
    fields = dict(opened_form(browser, id, "Invoice date").sent())
    (field,) = [name for name in fields if name.startswith("says-")]

    for typed, words in ((HOSTILE, "is no day"), ("05/06/2025", "can be two days"), (fields[field], "Write what")):
        answer = browser.post(f"/cases/{id}/evidence/A/say/", {**fields, field: typed, "do": "save"})
        html = answer.content.decode()
        assert (422, True) == (answer.status_code, words in html)
        assert "<script>alert" not in html
        assert Shown(html).of(field)[0].value == typed

    assert [] == said(id)


def test_what_was_changed_in_another_tab_is_not_overwritten(browser: Any, id: str) -> None:
    fields = dict(opened_form(browser, id, "Invoice number").sent())
    (field,) = [name for name in fields if name.startswith("says-")]
    browser.post(f"/cases/{id}/evidence/A/say/", {**fields, field: "MR-77120", "do": "save"})

    answer = browser.post(f"/cases/{id}/evidence/A/say/", {**fields, field: "MR-9", "do": "save"})

    assert (422, True) == (answer.status_code, b"changed in another tab" in answer.content)
    assert ["MR-77120"] == [says for _, _, says in said(id)]


def test_what_a_document_shows_is_chosen_from_the_case_in_words(browser: Any) -> None:
    id = on_shelf("restricted-products", "drafted")
    labels = {exhibit.original: exhibit.label for exhibit in desk.opened(id).case.exhibits}
    at = f"/cases/{id}/evidence/{labels['SDS_Hearthmoss-balm_rev3.pdf']}/"
    html = browser.get(at).content.decode()
    form = Shown(html)
    offered = {each.value: each.on for each in form.of("shows")}
    assert offered["ingredient-not-checked"]
    assert {"catalog-screened", "restricted-policy-watch", "document.listing-screenshot", "case"} <= set(offered)
    assert "An ingredient or component was not checked before listing" in html
    shown = form.of("shown")[0].value

    wrong = browser.post(f"{at}shows/", {"shown": shown, "shows": ["no-such-cause"]})
    answer = browser.post(f"{at}shows/", {"shown": shown, "shows": ["restricted-policy-watch", "catalog-screened"]})
    stale = browser.post(f"{at}shows/", {"shown": shown, "shows": ["case"]})

    assert (422, 302, 422) == (wrong.status_code, answer.status_code, stale.status_code)
    supports = {each.original: each.supports for each in desk.opened(id).case.exhibits}
    assert ("restricted-policy-watch", "catalog-screened") == supports["SDS_Hearthmoss-balm_rev3.pdf"]
    assert "Shows: " in browser.get(f"/cases/{id}/evidence/").content.decode()


def test_a_document_that_is_said_to_answer_an_ask_does(browser: Any, id: str) -> None:
    desk.send(browser, id, ("letter.txt", b"The supplier confirms by this letter what it sold to us."))
    desk.work_off()
    at = f"/cases/{id}/evidence/B/"
    form = Shown(browser.get(at).content.decode())
    ask = "document.supplier-invoice"
    assert ask in [each.value for each in form.of("shows")]

    browser.post(f"{at}shows/", {"shown": form.of("shown")[0].value, "shows": [ask]})

    opened = desk.opened(id)
    assert opened.case.exhibits[1].name in opened.case.value(ask)
    assert "It answers: Supplier invoices" in browser.get(at).content.decode()
    form = Shown(browser.get(at).content.decode())
    browser.post(f"{at}shows/", {"shown": form.of("shown")[0].value})
    assert ask not in desk.opened(id).case.facts


def test_a_document_that_is_kept_back_shows_nothing(browser: Any, id: str) -> None:
    opened = desk.opened(id)
    (exhibit,) = opened.case.exhibits
    held = replace(exhibit, label="X1", held="too old")
    save_case(opened, replace(opened.case, exhibits=(), held=(held,)), "held", now())

    html = browser.get(f"/cases/{id}/evidence/X1/").content.decode()

    assert "This document shows" not in html
