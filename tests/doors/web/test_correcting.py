"""On the page of a document a person confirms what was read, says what the paper says, and what it shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.doors.web import desk
from tests.doors.web.conftest import Served, axe, shots
from tests.doors.web.forms import Shown
from tests.doors.web.hands import Hands, Keys, Mouse
from tests.doors.web.interviewing import go
from tests.doors.web.seeding import Beside, on_shelf
from tests.doors.web.test_evidence import INVOICE
from tests.doors.web.visitor import Visitor, until
from tests.notice.formats.pdf_file import lines, pdf

from amends.app.cases import save_case
from amends.app.demo import EXAMPLES
from amends.doors.web.cases import now
from amends.evidence import record
from amends.evidence.samples import goods
from amends.store.readings import Readings

HOSTILE = "</strong><script>alert(1)</script>"


@pytest.fixture(scope="module")
def client() -> Any:
    desk.ready()
    return desk.client()


@pytest.fixture
def id(client: Any) -> str:
    """A case with an invoice whose number, and one of whose quantities, was not read surely."""
    made = desk.started(client)
    desk.send(client, made, ("invoice.pdf", pdf(lines(*INVOICE))))
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


def page_of(client: Any, id: str, rest: str = "") -> str:
    answer = client.get(f"/cases/{id}/evidence/A/{rest}")
    assert answer.status_code == 200, answer.content
    return str(answer.content.decode())


def item(html: str, title: str) -> str:
    """The entry of the list about one value."""
    (found,) = [each for each in re.findall(r'<li id="field-\d+".*?</li>', html, re.DOTALL) if f">{title}<" in each]
    return str(found)


def opened_form(client: Any, id: str, title: str) -> Shown:
    link = re.search(r'href="([^"]*say=[^"]*)"', item(page_of(client, id), title))
    assert link
    address = link[1].replace("&amp;", "&").partition("#")[0]
    return Shown(item(page_of(client, id, address), title))


def said(id: str) -> list[tuple[str, str, str]]:
    return [(each.field, each.read, each.says) for each in desk.opened(id).case.exhibits[0].corrections]


def test_a_doubtful_value_is_confirmed_with_one_press(client: Any, id: str) -> None:
    entry = item(page_of(client, id), "Invoice number")
    assert "Yes, it says that" in entry
    assert "Yes, it says that" not in item(page_of(client, id), "Invoice date")

    answer = client.post(f"/cases/{id}/evidence/A/say/", {**dict(Shown(entry).sent()), "do": "yes"})

    assert 302 == answer.status_code
    assert [("invoice_number", "MR-7712O", "MR-7712O")] == said(id)
    after = item(page_of(client, id), "Invoice number")
    assert "Checked on the paper by the seller" in after
    assert "Yes, it says that" not in after


def test_a_misread_value_is_corrected_beside_what_was_read_and_taken_back(client: Any, id: str) -> None:
    form = opened_form(client, id, "Invoice number")
    fields = dict(form.sent())
    (field,) = [name for name in fields if name.startswith("says-")]
    assert "MR-7712O" == fields[field]

    answer = client.post(f"/cases/{id}/evidence/A/say/", {**fields, field: "MR-77120", "do": "save"})

    assert re.search(r"\?page=1#field-\d+$", answer["Location"])
    html = page_of(client, id)
    after = item(html, "Invoice number")
    assert '<strong dir="auto">MR-77120</strong>' in after
    assert "is the word of the seller" in re.sub(r"<[^>]+>", "", after)
    assert 'amends read “<span dir="auto">MR-7712O</span>”' in after
    assert "by the word of the seller" in html
    assert "DC25" in html

    back = Shown(after)
    client.post(f"/cases/{id}/evidence/A/say/", {**dict(back.sent()), "do": "back"})
    assert [] == said(id)


def test_the_numbers_of_a_line_of_goods_are_confirmed_together_or_corrected_one_by_one(client: Any, id: str) -> None:
    html = page_of(client, id)
    (line,) = [each for each in re.findall(r'<li id="field-\d+".*?</li>', html, re.DOTALL) if "quantity 100" in each]
    client.post(f"/cases/{id}/evidence/A/say/", {**dict(Shown(line).sent()), "do": "yes"})
    (line_now,) = desk.opened(id).case.exhibits[0].reading.lines
    assert line_now.sure

    link = re.search(r'href="([^"]*say=[^"]*)"', line)
    assert link
    form = Shown(page_of(client, id, link[1].replace("&amp;", "&").partition("#")[0]))
    fields = {name: value for name, value in form.sent() if name.startswith(("says-", "was-"))}
    (field,) = [name for name, value in fields.items() if name.startswith("says-") and value == "100"]
    client.post(f"/cases/{id}/evidence/A/say/", {**fields, field: "106", "do": "save"})

    (line_now,) = desk.opened(id).case.exhibits[0].reading.lines
    assert ("106", ["106"]) == (line_now.quantity, [each.says for each in line_now.corrections if not each.confirms])


def test_what_is_no_value_is_told_beside_what_was_typed_and_nothing_is_saved(client: Any, id: str) -> None:
    fields = dict(opened_form(client, id, "Invoice date").sent())
    (field,) = [name for name in fields if name.startswith("says-")]

    for typed, words in ((HOSTILE, "is no day"), ("05/06/2025", "can be two days"), (fields[field], "Write what")):
        answer = client.post(f"/cases/{id}/evidence/A/say/", {**fields, field: typed, "do": "save"})
        html = answer.content.decode()
        assert (422, True) == (answer.status_code, words in html)
        assert "<script>alert" not in html
        assert Shown(html).of(field)[0].value == typed

    assert [] == said(id)


def test_what_was_changed_in_another_tab_is_not_overwritten(client: Any, id: str) -> None:
    fields = dict(opened_form(client, id, "Invoice number").sent())
    (field,) = [name for name in fields if name.startswith("says-")]
    client.post(f"/cases/{id}/evidence/A/say/", {**fields, field: "MR-77120", "do": "save"})

    answer = client.post(f"/cases/{id}/evidence/A/say/", {**fields, field: "MR-9", "do": "save"})

    assert (422, True) == (answer.status_code, b"changed in another tab" in answer.content)
    assert ["MR-77120"] == [says for _, _, says in said(id)]


def test_what_a_document_shows_is_chosen_from_the_case_in_words(client: Any) -> None:
    id = on_shelf("restricted-products", "drafted")
    labels = {exhibit.original: exhibit.label for exhibit in desk.opened(id).case.exhibits}
    at = f"/cases/{id}/evidence/{labels['SDS_Hearthmoss-balm_rev3.pdf']}/"
    html = client.get(at).content.decode()
    form = Shown(html)
    offered = {each.value: each.on for each in form.of("shows")}
    assert offered["ingredient-not-checked"]
    assert {"catalog-screened", "restricted-policy-watch", "document.listing-screenshot", "case"} <= set(offered)
    assert "An ingredient or component was not checked before listing" in html
    shown = form.of("shown")[0].value

    wrong = client.post(f"{at}shows/", {"shown": shown, "shows": ["no-such-cause"]})
    answer = client.post(f"{at}shows/", {"shown": shown, "shows": ["restricted-policy-watch", "catalog-screened"]})
    stale = client.post(f"{at}shows/", {"shown": shown, "shows": ["case"]})

    assert (422, 302, 422) == (wrong.status_code, answer.status_code, stale.status_code)
    supports = {each.original: each.supports for each in desk.opened(id).case.exhibits}
    assert ("restricted-policy-watch", "catalog-screened") == supports["SDS_Hearthmoss-balm_rev3.pdf"]
    assert "Shows: " in client.get(f"/cases/{id}/evidence/").content.decode()


def test_a_document_that_is_said_to_answer_an_ask_does(client: Any, id: str) -> None:
    desk.send(client, id, ("letter.txt", b"The supplier confirms by this letter what it sold to us."))
    desk.work_off()
    at = f"/cases/{id}/evidence/B/"
    form = Shown(client.get(at).content.decode())
    ask = "document.supplier-invoice"
    assert ask in [each.value for each in form.of("shows")]

    client.post(f"{at}shows/", {"shown": form.of("shown")[0].value, "shows": [ask]})

    opened = desk.opened(id)
    assert opened.case.exhibits[1].name in opened.case.value(ask)
    assert "It answers: Supplier invoices" in client.get(at).content.decode()
    form = Shown(client.get(at).content.decode())
    client.post(f"{at}shows/", {"shown": form.of("shown")[0].value})
    assert ask not in desk.opened(id).case.facts


def test_a_document_that_is_kept_back_shows_nothing(client: Any, id: str) -> None:
    opened = desk.opened(id)
    (exhibit,) = opened.case.exhibits
    held = replace(exhibit, label="X1", held="too old")
    save_case(opened, replace(opened.case, exhibits=(), held=(held,)), "held", now())

    html = client.get(f"/cases/{id}/evidence/X1/").content.decode()

    assert "This document shows" not in html


EVIDENCE = EXAMPLES / "inauthentic"


@pytest.mark.parametrize("hands", [Mouse, Keys])
def test_in_a_browser_a_value_is_confirmed_corrected_and_taken_back(
    page: Any, served: Served, beside: Beside, browser: Any, hands: Callable[[Any], Hands]
) -> None:
    visitor = Visitor(served.url)
    notice = (EVIDENCE / "notice.eml").read_text(encoding="utf-8")
    case = visitor.post("/", {"text": notice}).url.rstrip("/").rpartition("/")[2]
    at = f"/cases/{case}/evidence/"
    visitor.post(at, {}, ("MR-77120.pdf", (EVIDENCE / "evidence" / "MR-77120 invoice.pdf").read_bytes()))
    until(lambda: "It is read." in visitor.get(f"{at}files/").text)
    beside.doubt(case, "A", "invoice_number", "supplier_name")
    work = hands(page)
    page.goto(f"{at}A/")
    number = page.locator("li[data-field]").filter(has_text="Invoice number")
    assert [] == axe(page)
    if hands is Mouse:
        shots(browser, served, f"{at}A/", "exhibit-doubt")

    go(work, number.get_by_role("button", name="Yes, it says that"))
    assert "Checked on the paper by" in number.inner_text()
    day = page.locator("li[data-field]").filter(has_text="Invoice date")
    go(work, day.get_by_role("link", name="This is not what the paper says"))
    field = page.get_by_label("What the paper says", exact=True)
    assert field.evaluate("each => each === document.activeElement")
    work.write(field, "soon")
    go(work, page.get_by_role("button", name="Save", exact=True).first)
    page.get_by_text("is no day").wait_for()
    assert [] == axe(page)
    if hands is Mouse:
        shots(browser, served, page.url.replace("/say/", f"/?say={say_of(page)}"), "exhibit-say")
    work.write(field, "6 June 2025")
    go(work, page.get_by_role("button", name="Save", exact=True).first)

    assert "2025-06-06" in day.inner_text()
    assert "amends read" in day.inner_text()
    assert "by the word of" in page.get_by_role("region", name="Would Amazon take it?").inner_text()
    assert [] == axe(page)
    if hands is Mouse:
        shots(browser, served, f"{at}A/", "exhibit-told")
    go(work, day.get_by_role("button", name="Take this back"))
    assert "amends read" not in day.inner_text()
    # What is not taken is answered with a 422, which the browser tells its console.
    page.wrong[:] = [words for words in page.wrong if "422" not in words]


def say_of(page: Any) -> str:
    return str(page.locator("input[name^='says-']").first.get_attribute("name")).removeprefix("says-")
