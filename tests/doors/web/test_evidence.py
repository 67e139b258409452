"""The evidence in the app: many files at once, hostile ones, what is said of them, their pages, letters, units sold."""

from __future__ import annotations

import ast
import builtins
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from tests.doors.web import desk
from tests.doors.web.seeding import DAY, on_shelf
from tests.evidence.reports.written import ORDERS, needs_duckdb, order, tabbed
from tests.notice.formats.pdf_file import lines, pdf

import amends
from amends.app.evidence import exhibits

HOSTILE = "<img src=x onerror=alert(1)>.pdf"
INVOICE = (
    "Marlow & Reed Wholesale Inc", "118 Tannery Row, Allentown PA 18101, +1 610 555 0144", "INVOICE",
    "Invoice number: MR-77120", "Invoice date: May 6, 2025", "Bill to: Thistledown Pantry & Table LLC",
    "27 Orchard Hill Rd, Ithaca NY 14850",
    "ASIN   Qty   Price   Amount", "B0TESTAB12   100   8.19   819.00", "Total: 819.00 USD",
)  # fmt: skip


@pytest.fixture(scope="module")
def browser() -> Any:
    desk.ready()
    return desk.client()


@pytest.fixture
def id(browser: Any) -> str:
    return desk.started(browser)


def page_of(browser: Any, id: str, rest: str = "") -> str:
    answer = browser.get(f"/cases/{id}/evidence/{rest}")
    assert answer.status_code == 200, answer.content
    return str(answer.content.decode())


def files_of(browser: Any, id: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page_of(browser, id, "files/")))


def archive(*files: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in files:
            made.writestr(name, data)
    return out.getvalue()


def picture(format: str) -> bytes:
    import pillow_heif

    pillow_heif.register_heif_opener()
    out = io.BytesIO()
    Image.new("RGB", (240, 320), "white").save(out, format)
    return out.getvalue()


def test_forty_files_at_once_appear_at_once_and_are_all_read(browser: Any, id: str) -> None:
    sent = [(f"note {number}.txt", f"Note {number}: the mills came in.".encode()) for number in range(40)]

    answer = desk.send(browser, id, *sent)

    assert answer.status_code == 302, answer.content.decode()
    waiting = files_of(browser, id)
    assert all(f"note {number}.txt" in waiting for number in range(40))
    assert "0 of 40 read" in waiting
    desk.work_off()
    assert "All 40 are read." in files_of(browser, id)
    assert 40 == len(desk.opened(id).case.exhibits)
    assert {f"note-{number}.txt" for number in range(40)} == {e.name for e in desk.opened(id).case.exhibits}


def test_hostile_files_are_told_or_refused_and_their_names_are_text(browser: Any, id: str) -> None:
    invoice = pdf(lines(*INVOICE))
    desk.send(
        browser,
        id,
        (HOSTILE, invoice),
        ("broken.pdf", b"%PDF-1.4\nthis ends here"),
        ("empty.pdf", b""),
        ("two.zip", archive(("a.txt", b"The first letter."), ("../../b.txt", b"The second letter."))),
        ("photo.heic", picture("HEIF")),
        ("again.pdf", invoice),
        ("program.pdf", b"MZ" + b"\0" * 200),
        ("many pages.pdf", pdf(*(lines(f"Page {n}") for n in range(200)))),
    )
    desk.work_off()

    said, html = files_of(browser, id), page_of(browser, id)

    assert "broken.pdf is a broken PDF or was not saved to its end" in said
    assert "&lt;img src=x onerror=alert(1)&gt;.pdf" in said
    assert "<img src=x" not in html
    assert "It was there already" in said
    case = desk.opened(id).case
    assert {"a.txt", "b.txt"} <= {e.name for e in case.exhibits}
    (archive_kept,) = [e for e in case.held if e.name == "two.zip"]
    assert "An archive" in archive_kept.held
    assert [200] == [e.reading.pages for e in case.exhibits if e.reading and e.name.startswith("many")]
    assert any(e.name.endswith(".heic") and e.reading for e in case.exhibits)
    assert not any("program" in e.name and e.reading and e.reading.pages for e in case.exhibits)
    assert 1 == sum(e.sha256 == next(x.sha256 for x in case.exhibits if "img" in x.name) for e in case.exhibits)


def test_an_empty_file_and_one_that_is_too_large_are_told_at_once(
    browser: Any, id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from amends.doors.web import uploads

    monkeypatch.setattr(uploads, "LARGEST", 100_000)

    desk.send(browser, id, ("empty.pdf", b""), ("large.pdf", b"x" * 300_000), ("sound.txt", b"The towels came."))

    html = page_of(browser, id)
    assert "empty.pdf is empty" in html
    assert "large.pdf is larger than" in html
    assert "0 of 1 read" in files_of(browser, id)


def test_programs_of_the_page_hear_what_was_taken(browser: Any, id: str) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    def sent(data: bytes) -> Any:
        file = SimpleUploadedFile("a.txt", data)
        return browser.post(f"/cases/{id}/evidence/", {"files": file}, headers={"accept": "application/json"})

    assert {"taken": 1, "wrong": []} == sent(b"Words.").json()
    refused = sent(b"")
    assert (422, 0) == (refused.status_code, refused.json()["taken"])
    assert "empty" in refused.json()["wrong"][0]


def test_there_is_a_bound_to_the_files_that_wait(browser: Any, id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from amends.app.board import arrivals

    monkeypatch.setattr(arrivals, "MOST", 2)

    desk.send(browser, id, *((f"{n}.txt", b"Words.") for n in range(3)))

    assert "2 files are waiting already" in page_of(browser, id)
    assert "0 of 2 read" in files_of(browser, id)


def test_a_file_that_was_stopped_is_kept_and_read_after_all(browser: Any, id: str) -> None:
    from amends.app.board import arrivals

    desk.send(browser, id, ("letter.txt", b"The towels came on the fourth."))
    (one,) = arrivals.of(id)
    at = f"/cases/{id}/evidence/files/{one.id}/"

    browser.post(at, {"do": "stop"})
    desk.work_off()
    assert "Read it after all" in files_of(browser, id)
    assert () == desk.opened(id).case.exhibits
    browser.post(at, {"do": "again"})
    desk.work_off()

    (kept,) = desk.opened(id).case.exhibits
    assert kept.reading and "towels" in kept.reading.text
    assert () == desk.opened(id).files.names("incoming/")
    browser.post(f"/cases/{id}/evidence/files/clear/")
    assert () == arrivals.of(id)


def test_a_file_that_is_thrown_away_is_gone_and_one_of_another_case_is_not_reached(browser: Any, id: str) -> None:
    from amends.app.board import arrivals

    desk.send(browser, id, ("letter.txt", b"Words."))
    (one,) = arrivals.of(id)
    other = desk.started(browser)

    browser.post(f"/cases/{other}/evidence/files/{one.id}/", {"do": "stop"})
    assert "waiting" == arrivals.of(id)[0].state
    browser.post(f"/cases/{id}/evidence/files/{one.id}/", {"do": "stop"})
    browser.post(f"/cases/{id}/evidence/files/{one.id}/", {"do": "forget"})

    assert () == arrivals.of(id)
    assert () == desk.opened(id).files.names("incoming/")


def test_what_others_save_while_a_file_is_read_stays(browser: Any, id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from amends.app.evidence import verifying
    from amends.app.reading.readings import Reader
    from amends.doors.web.cases import now

    look = Reader.look
    looked: list[str] = []

    def meanwhile(self: Reader, *args: Any) -> Any:
        found = look(self, *args)
        if not looked:
            verifying.say_sold(desk.opened(id), ["B0TESTAB12=12"], "Dana Ruiz", now())
        looked.append(args[1])
        return found

    monkeypatch.setattr(Reader, "look", meanwhile)
    desk.send(browser, id, ("letter.txt", b"Words."))
    desk.work_off()

    case = desk.opened(id).case
    assert ["letter.txt"] == [each.name for each in case.exhibits]
    assert 12 == case.value("sold.B0TESTAB12").number
    assert ["letter.txt"] == looked


def test_what_a_person_says_of_a_document_lets_it_be_read_again(browser: Any, id: str) -> None:
    desk.send(browser, id, ("scan0017.pdf", pdf(lines("A page of figures", "12 pieces"))))
    desk.work_off()
    (before,) = desk.opened(id).case.exhibits
    html = page_of(browser, id, "A/")
    was = re.search(r'name="was" value="([^"]*)"', html)
    assert was
    said = {"kind": "training-record", "dated": "2026-03-02", "asins": "b0testab12", "was": was[1]}

    browser.post(f"/cases/{id}/evidence/A/tell/", {**said, "dated": "2nd of March", "asins": "B0"})
    assert before == desk.opened(id).case.exhibits[0]
    browser.post(f"/cases/{id}/evidence/A/tell/", said)
    assert "It is being read again." in page_of(browser, id, "A/")
    desk.work_off()

    (after,) = desk.opened(id).case.exhibits
    assert ("training-record", "2026-03-02", ("B0TESTAB12",)) == (after.kind, str(after.dated), after.asins)
    assert after.reading and ("training-record", 1.0) == (after.reading.kind, after.reading.kind_confidence)
    stale = browser.post(f"/cases/{id}/evidence/A/tell/", {**said, "kind": "written-procedure"})
    assert (422, True) == (stale.status_code, b"changed in another tab" in stale.content)
    assert "training-record" == desk.opened(id).case.exhibits[0].kind


def test_the_day_that_a_person_states_is_the_one_that_is_shown(browser: Any, id: str) -> None:
    desk.send(browser, id, ("MR-77120.pdf", pdf(lines(*INVOICE))))
    desk.work_off()
    assert "Supplier invoice, MR-77120, 2025-05-06." in page_of(browser, id)

    exhibits.tell(desk.opened(id), "A", {"dated": "2025-05-07"}, DAY)
    assert "Supplier invoice, MR-77120, 2025-05-07." in page_of(browser, id)


def test_mistakes_in_what_is_said_are_told_all_at_once_beside_the_form(browser: Any, id: str) -> None:
    desk.send(browser, id, ("a.txt", b"Words."))
    desk.work_off()
    was = re.search(r'name="was" value="([^"]*)"', page_of(browser, id, "A/"))
    assert was

    answer = browser.post(
        f"/cases/{id}/evidence/A/tell/", {"kind": "", "dated": "<b>May</b>", "asins": "B0 x", "was": was[1]}
    )

    html = answer.content.decode()
    assert 422 == answer.status_code
    assert "is no day" in html
    assert html.count("&lt;b&gt;May&lt;/b&gt;") >= 2
    assert "<b>May" not in html
    assert 'name="asins" value="B0 x"' in html


def test_a_document_is_kept_back_with_a_reason_and_used_again(browser: Any, id: str) -> None:
    desk.send(browser, id, ("a.txt", b"Words."), ("b.txt", b"Other words."))
    desk.work_off()
    (first, second) = desk.opened(id).case.exhibits
    form = {"was": f"{first.sha256}|"}

    refused = browser.post(f"/cases/{id}/evidence/A/hold/", form)
    assert (422, True) == (refused.status_code, b"Say in a few words" in refused.content)
    answer = browser.post(f"/cases/{id}/evidence/A/hold/", {**form, "why": "The other copy is better."})
    assert answer["Location"].endswith("/evidence/X1/")
    assert "The other copy is better." in page_of(browser, id)
    assert [second.sha256] == [each.sha256 for each in desk.opened(id).case.exhibits]
    wrong = browser.post(f"/cases/{id}/evidence/B/hold/", {**form, "why": "This page showed another document."})
    assert 422 == wrong.status_code
    browser.post(f"/cases/{id}/evidence/X1/hold/", form)

    assert {first.sha256, second.sha256} == {each.sha256 for each in desk.opened(id).case.exhibits}


def test_units_sold_are_stated_with_the_name_of_who_says_so(browser: Any, id: str) -> None:
    at = f"/cases/{id}/evidence/sold/"

    for form, words in (
        ({"sold-B0TESTAB12": "129", "by": ""}, "Write the name of the person"),
        ({"sold-B0TESTAB12": "many", "by": "Dana Ruiz"}, "is no number of units"),
        ({"sold-B0TESTAB12": "", "by": "Dana Ruiz"}, "Write at least one number"),
    ):
        answer = browser.post(at, form)
        assert (422, True) == (answer.status_code, words in answer.content.decode())
    assert 302 == browser.post(at, {"sold-B0TESTAB12": "1,129", "by": "Dana Ruiz"}).status_code

    fact = desk.opened(id).case.facts["sold.B0TESTAB12"]
    assert (1129, "Dana Ruiz") == (fact.value.number, fact.source.ref)


@needs_duckdb
def test_reports_of_amazon_that_are_dropped_give_the_units_sold_together(browser: Any, id: str) -> None:
    first = tabbed([ORDERS, order("1", "2025-03-10", "2", asin="B0TESTAB12")]).encode()
    second = tabbed([ORDERS, order("4", "2026-02-20", "4", asin="B0TESTAB12")]).encode()

    desk.send(browser, id, ("orders first half.txt", first))
    desk.work_off()
    assert "Units sold are not written into the case" in files_of(browser, id)
    desk.send(browser, id, ("orders second half.txt", second))
    desk.work_off()

    case = desk.opened(id).case
    assert 6 == case.value("sold.B0TESTAB12").number
    assert 2 == len(case.held)
    assert () == case.exhibits
    said = files_of(browser, id)
    assert "B0TESTAB12: 6 units in 2 orders" in said
    assert "amends reports" not in said
    assert "blobs" not in said


def test_the_pages_of_a_document_are_pictures_with_what_was_read_framed(browser: Any, id: str) -> None:
    desk.send(browser, id, ("invoice.pdf", pdf(lines(*INVOICE), lines("Page two"))), ("note.txt", b"Only words."))
    desk.work_off()

    html = page_of(browser, id, "A/")

    assert 'viewBox="0 0 400.00 400.00"' in html
    frames = re.findall(r'href="#field-(\d+)" data-box="\1"[^>]*aria-label="([^"]*)"><rect', html)
    assert any("MR-77120" in said for _, said in frames)
    assert all(f'id="field-{number}"' in html for number, _ in frames)
    at = f"/cases/{id}/evidence/A/page"
    first, boxed, near = (
        browser.get(f"{at}/1.png{rest}") for rest in ("", "?box=30,30,200,60", "?box=30,30,200,60&near=1")
    )
    whole, part = (Image.open(io.BytesIO(answer.content)) for answer in (first, near))
    assert (1, part.width) == (round(whole.width / whole.height), whole.width)
    assert part.height < whole.height / 2
    assert first.content != boxed.content
    assert "sandbox" in first["Content-Security-Policy"]
    assert "no-store" == first["Cache-Control"]
    assert first.content == browser.get(f"{at}/1.png").content
    assert [404, 404, 422] == [
        browser.get(f"{at}/{rest}").status_code for rest in ("1.png?box=1,2,3", "1.png?box=nan,1,2,3", "3.png")
    ]
    assert "Only words." in page_of(browser, id, "B/")
    assert 404 == browser.get(f"/cases/{id}/evidence/Z/").status_code


def test_the_original_is_given_to_be_saved_and_never_shown(browser: Any, id: str) -> None:
    page = b"<!doctype html><script>alert(1)</script><p>A letter of the supplier.</p>"
    desk.send(browser, id, ("letter.html", page))
    desk.work_off()

    answer = browser.get(f"/cases/{id}/evidence/A/original/")

    assert page == b"".join(answer.streaming_content)
    assert "attachment" in answer["Content-Disposition"]
    assert "application/octet-stream" == answer["Content-Type"]
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")
    assert "nosniff" == answer["X-Content-Type-Options"]
    assert b"<script>alert" not in browser.get(f"/cases/{id}/evidence/A/").content


def test_a_copy_without_prices_is_made_beside_the_original(browser: Any, id: str) -> None:
    data = pdf(lines(*INVOICE))
    desk.send(browser, id, ("invoice.pdf", data))
    desk.work_off()
    (exhibit,) = desk.opened(id).case.exhibits
    assert "supplier-invoice" == exhibit.kind

    answer = browser.post(f"/cases/{id}/evidence/A/copy/without-prices/")

    assert "exhibit-A-without-prices.pdf" in answer["Content-Disposition"]
    assert b"%PDF-" == b"".join(answer.streaming_content)[:5]
    assert data == desk.opened(id).files.read_bytes("evidence/invoice.pdf")
    refused = browser.post(f"/cases/{id}/evidence/A/copy/marked/")
    assert 302 == refused.status_code


def test_what_is_missing_comes_with_the_letter_that_asks_for_it(browser: Any, id: str) -> None:
    html = page_of(browser, id)
    (name, *_) = re.findall(rf"/cases/{id}/letters/([\w-]+)/", html)

    letter = browser.get(f"/cases/{id}/letters/{name}/").content.decode()

    assert "Subject: " in letter
    for format, head in (("txt", b"Subject"), ("pdf", b"%PDF-"), ("docx", b"PK")):
        answer = browser.get(f"/cases/{id}/letters/{name}/save.{format}")
        assert head in answer.content[:400]
        assert "attachment" in answer["Content-Disposition"]
    assert [404, 404] == [
        browser.get(f"/cases/{id}/letters/{at}").status_code for at in ("no-such-letter/", f"{name}/save.exe")
    ]


def test_no_sentence_of_a_page_tells_to_type_a_command() -> None:
    from amends.doors.web.spoken import spoken

    root = Path(amends.__file__).parent
    told = re.compile(r"`?amends (?:add|mark|letters|reports|evidence|playbooks|ask|status)\b|--[a-z]+|pip install")
    found: list[str] = []
    for file in (
        *sorted((root / "evidence").rglob("*.py")),
        *sorted((root / "render" / "exhibits").glob("*.py")),
        *sorted((root / "app" / "evidence").glob("*.py")),
        *sorted((root / "app" / "plan").glob("*.py")),
        *sorted((root / "app" / "reading").glob("*.py")),
        root / "app" / "board" / "arrivals.py",
    ):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        manuals = {
            builtins.id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        manuals |= {
            builtins.id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                words = "".join(str(part.value) if isinstance(part, ast.Constant) else "X1" for part in node.values)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and builtins.id(node) not in manuals:
                words = node.value
            else:
                continue
            if told.search(words) and told.search(spoken(words)) and file.name not in _FOR_WHO_KEEPS_FILES:
                found.append(f"{file.name}: {words}")

    assert [] == found


# What only who works at a terminal meets: a reading that was changed by hand, a package that is broken.
_FOR_WHO_KEEPS_FILES = ("record.py", "engine.py", "take.py")


def test_pictures_of_pages_are_bounded_and_those_of_identity_papers_are_not_kept(
    browser: Any, id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    from amends.app.reading import facsimile

    desk.send(browser, id, ("a.pdf", pdf(*(lines(f"Page {n}") for n in range(4)))))
    desk.work_off()
    case = desk.opened(id)
    (exhibit,) = case.case.exhibits
    first = facsimile.page(case, exhibit, 1, tmp_path)
    monkeypatch.setattr(facsimile, "MOST_KEPT", int(len(first.png) * 2.5))

    for number in (2, 3, 4):
        facsimile.page(case, exhibit, number, tmp_path)
    left = {file.name.split("-")[1] for file in tmp_path.iterdir()}
    paper = facsimile.page(
        case, replace(exhibit, kind="identity-document", sha256=exhibit.sha256), 1, tmp_path / "none"
    )

    assert {"3", "4"} == left
    assert paper == first
    assert not (tmp_path / "none").exists()
    facsimile.rest()
    assert first == facsimile.page(case, exhibit, 1, tmp_path)


def brief_and_tags(html: str) -> tuple[str, list[str]]:
    """The few words at the top of the page, and the tags of what Amazon asks for."""
    brief = re.search(r'id="brief">(.*?)</p>', html, re.DOTALL)
    asks = re.search(r'aria-labelledby="h-asks">(.*?)</section>', html, re.DOTALL)
    assert brief
    return re.sub(r"<[^>]+>", " ", brief[1]), re.findall(r'class="tag [a-z]*">([^<]*)<', asks[1] if asks else "")


@pytest.mark.parametrize(
    "name", ["inauthentic", "ip-copyright", "order-defect-rate", "restricted-products", "ip-trademark"]
)
@pytest.mark.parametrize("how", ["bare", "files", "drafted"])
def test_the_top_of_the_page_and_the_asks_say_the_same(browser: Any, name: str, how: str) -> None:
    html = page_of(browser, on_shelf(name, *() if how == "files" else (how,)))

    brief, tags = brief_and_tags(html)

    missing = "Missing" in tags or 'class="missing"' in html
    assert ("Needed and not there yet" in brief) == missing, (brief, tags)
    assert ("Nothing that is needed is missing" in brief) == (not missing)
    assert "Nothing yet" not in html
    assert ("Please look at:" in brief) == bool({"Not enough yet", "Please look at it"} & set(tags))


def test_a_needed_document_has_the_letter_that_asks_for_it_beside_it(browser: Any, id: str) -> None:
    html = page_of(browser, id)
    (card,) = [
        each for each in re.findall(r'<li class="card ask">.*?</li>', html, re.DOTALL) if ">Supplier invoices<" in each
    ]

    assert '<span class="tag stop">Missing</span>' in card
    assert re.search(rf'href="/cases/{id}/letters/[\w-]+/">The letter that asks for it', card)
    desk.send(browser, id, ("MR-77120.pdf", pdf(lines(*INVOICE))))
    desk.work_off()
    assert "Missing" not in brief_and_tags(page_of(browser, id))[1]


def test_what_the_letter_answers_in_words_is_not_told_as_missing(browser: Any) -> None:
    html = page_of(browser, on_shelf("order-defect-rate", "drafted"))

    brief, tags = brief_and_tags(html)

    assert "Nothing that is needed is missing" in brief
    assert "Your letter answers the rest in words" in html or "Your words answer it" in tags
