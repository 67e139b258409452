"""Taking files in: folders, archives, mails, copies and versions of what is there, and what cannot be evidence."""

from __future__ import annotations

import io
import json
import os
import zipfile
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from tests.app.test_reading import NOTICE, NOW
from tests.notice.formats.pdf_file import lines, locked, pdf

from amends.app import cases
from amends.app.cases import Opened
from amends.app.evidence import exhibits
from amends.app.evidence.intake import Added
from amends.doors import cli

INVOICE = (
    "Marlow & Reed Wholesale Inc", "118 Tannery Row, Allentown PA 18101, +1 610 555 0144", "INVOICE",
    "Invoice number: MR-77120", "Invoice date: May 6, 2025", "Bill to: Thistledown Pantry & Table LLC",
    "Item   Qty   Amount", "Pepper mill   100   819.00", "Total: 819.00 USD",
)  # fmt: skip


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    notice = tmp_path / "notice.txt"
    notice.write_text(NOTICE, encoding="utf-8")
    return cases.new_case(tmp_path / "case", str(notice), NOW)


def zipped(*files: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()


def put(folder: Path, name: str, data: bytes) -> str:
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return str(place)


def labels(added: tuple[Added, ...]) -> list[tuple[str, str]]:
    return [
        (each.exhibit.label if each.exhibit else "-", each.exhibit.original if each.exhibit else "") for each in added
    ]


def test_a_folder_stands_for_the_files_in_it(opened: Opened, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    for name in ("b/two.pdf", "a/one.pdf", ".hidden.pdf", "a/.DS_Store", "Thumbs.db"):
        put(folder, name, pdf(lines(f"Paper {name} with enough words to be told apart from all others")))
    os.symlink(put(tmp_path, "secret.txt", b"not yours"), folder / "link.txt")

    _, added = exhibits.add(opened, [str(folder)], NOW)

    assert labels(added) == [("A", "one.pdf"), ("B", "two.pdf")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
def test_what_is_no_file_and_no_folder_of_files_is_refused_and_the_rest_goes_on(opened: Opened, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "empty").mkdir()
    paths = [str(tmp_path / "pipe.pdf"), str(tmp_path / "empty"), put(tmp_path, "one.txt", b"One towel.")]

    _, added = exhibits.add(opened, paths, NOW)

    pipe, empty, one = added
    assert "pipe.pdf is no file" in pipe.refused
    assert (empty.file, empty.refused[-26:]) == (str(tmp_path / "empty"), "is a folder without files.")
    assert one.exhibit is not None


def test_the_case_in_a_folder_is_not_its_own_evidence(tmp_path: Path) -> None:
    put(tmp_path, "notice.txt", NOTICE.encode())
    put(tmp_path, "one.pdf", pdf(lines("One paper")))
    opened = cases.new_case(tmp_path / "case", str(tmp_path / "notice.txt"), NOW)

    _, added = exhibits.add(opened, [str(tmp_path)], NOW)

    assert [original for _, original in labels(added)] == ["notice.txt", "one.pdf"]


def test_an_archive_is_kept_and_its_files_are_the_exhibits(opened: Opened, tmp_path: Path) -> None:
    archive = zipped(
        ("../../../evil.pdf", pdf(lines(*INVOICE))),
        ("C:\\Windows\\run.exe", b"MZ\x90\x00\x03"),
        ("/etc/cron.d/x.txt", b"The towels came on the fourth of March."),
        ("letters.zip", zipped(("letter.txt", b"Dear Ms. Ruiz, here is the letter that you asked for."))),
    )
    before = {path for path in tmp_path.rglob("*") if opened.files.root not in path.parents}

    opened, added = exhibits.add(opened, [put(tmp_path, "papers.zip", archive)], NOW)

    assert labels(added) == [
        ("X1", "papers.zip"), ("A", "evil.pdf"), ("-", ""), ("B", "x.txt"), ("X2", "letters.zip"), ("C", "letter.txt"),
    ]  # fmt: skip
    assert [each.inside for each in added] == ["", *["papers.zip"] * 4, "letters.zip"]
    assert (added[0].holds, added[4].holds) == (4, 1)
    assert "is a program or holds macros" in added[2].refused
    assert opened.case.held[0].held == "An archive: the files in it are exhibits of their own."
    assert (opened.files.root / "evidence/papers.zip").read_bytes() == archive
    assert (opened.files.root / "evidence/evil.pdf").read_bytes() == pdf(lines(*INVOICE))
    after = {path for path in tmp_path.rglob("*") if opened.files.root not in path.parents}
    assert after - before == {tmp_path / "papers.zip"}


def test_an_archive_added_again_is_known_with_its_files(opened: Opened, tmp_path: Path) -> None:
    place = put(tmp_path, "papers.zip", zipped(("a.pdf", pdf(lines(*INVOICE)))))
    opened, _ = exhibits.add(opened, [place], NOW)

    again, added = exhibits.add(cases.open_case(opened.files.root), [place], NOW)

    assert [each.known for each in added] == [True]
    assert again.case == opened.case


def test_archives_in_archives_end(opened: Opened, tmp_path: Path) -> None:
    data = b"The innermost paper, in many wrappings."
    for at in range(12):
        data = zipped((f"{at}.{'zip' if at else 'txt'}", data))

    opened, added = exhibits.add(opened, [put(tmp_path, "deep.zip", data)], NOW)

    assert len(added) == 4
    assert any("too deep" in note for note in added[-1].notes)


def test_a_mail_and_what_hangs_on_it_are_exhibits(opened: Opened, tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "orders@marlowreed.example", "Your invoice"
    message["To"], message["Date"] = "dana@thistledown.example", "Wed, 11 Mar 2026 09:12:00 -0500"
    message.set_content("Dear Ms. Ruiz, here is invoice MR-77120 again, with your full name.")
    message.add_attachment(pdf(lines(*INVOICE)), maintype="application", subtype="pdf", filename="MR-77120.pdf")

    opened, added = exhibits.add(opened, [put(tmp_path, "mail.eml", message.as_bytes())], NOW)

    assert labels(added) == [("A", "mail.eml"), ("B", "MR-77120.pdf")]
    assert added[1].inside == "mail.eml"
    assert opened.case.held == ()


def test_the_same_document_saved_again_is_told(opened: Opened, tmp_path: Path) -> None:
    first = pdf(lines(*INVOICE))
    with pypdfium2.PdfDocument(first) as document:
        out = io.BytesIO()
        document.save(out)
    assert out.getvalue() != first
    opened, _ = exhibits.add(opened, [put(tmp_path, "one.pdf", first)], NOW)

    _, added = exhibits.add(opened, [put(tmp_path, "two.pdf", out.getvalue())], NOW)

    assert added[0].notes == ("The same document as Exhibit A, saved again. Send only one of them.",)


def test_another_version_of_a_paper_is_told(opened: Opened, tmp_path: Path) -> None:
    other = [line.replace("Thistledown Pantry & Table LLC", "Thistledown") for line in INVOICE]

    _, added = exhibits.add(
        opened, [put(tmp_path, "one.pdf", pdf(lines(*INVOICE))), put(tmp_path, "two.pdf", pdf(lines(*other)))], NOW
    )

    assert len(added[1].notes) == 1
    assert added[1].notes[0].startswith("Exhibit A has the number MR-77120 too, but other words.")


def test_two_invoices_of_one_supplier_are_two_papers(opened: Opened, tmp_path: Path) -> None:
    other = [line.replace("MR-77120", "MR-78034") for line in INVOICE]

    _, added = exhibits.add(
        opened, [put(tmp_path, "one.pdf", pdf(lines(*INVOICE))), put(tmp_path, "two.pdf", pdf(lines(*other)))], NOW
    )

    assert [each.notes for each in added] == [(), ()]


def test_the_content_beats_the_name_and_both_are_told(opened: Opened, tmp_path: Path) -> None:
    opened, added = exhibits.add(opened, [put(tmp_path, "utility bill.pdf", pdf(lines(*INVOICE)))], NOW)

    assert opened.case.exhibits[0].kind == "supplier-invoice"
    assert "Its name says “" in added[0].notes[0] and "the content counts" in added[0].notes[0]


def test_what_the_seller_says_stands(opened: Opened, tmp_path: Path) -> None:
    place = put(tmp_path, "paper.pdf", pdf(lines(*INVOICE)))

    opened, _ = exhibits.add(opened, [place], NOW, {"kind": "purchase-order", "dated": "2025-05-07"})

    assert (opened.case.exhibits[0].kind, str(opened.case.exhibits[0].dated)) == ("purchase-order", "2025-05-07")


def bad_files(folder: Path) -> list[str]:
    Image.new("RGB", (400, 300)).save(folder / "photo.jpg")
    whole = (folder / "photo.jpg").read_bytes()
    return [
        put(folder, "cut.pdf", pdf(lines(*INVOICE))[:300]),
        put(folder, "locked.pdf", locked(b"secret")),
        put(folder, "bomb.pdf", pdf(b"0 0 m 1 1 l S\n" * 7_000_000, packed=True)),
        put(folder, "cut.jpg", whole[: len(whole) // 2]),
        put(folder, "bomb.zip", zipped_bomb()),
        put(folder, "empty.pdf", b""),
        put(folder, "macro.exe", b"MZ\x90\x00"),
        str(folder / "nowhere.pdf"),
    ]


def zipped_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.pdf", bytes(40_000_000))
    return out.getvalue()


def test_what_cannot_be_evidence_is_refused_and_the_rest_is_taken_in(opened: Opened, tmp_path: Path) -> None:
    files = [
        put(tmp_path, "one.pdf", pdf(lines(*INVOICE))),
        *bad_files(tmp_path),
        put(tmp_path, "two.txt", b"Two towels."),
    ]

    opened, added = exhibits.add(opened, files, NOW)

    assert [each.original for each in opened.case.exhibits] == ["one.pdf", "two.txt"]
    refused = [each.refused for each in added if each.refused]
    assert len(refused) == 8
    for words, said in zip(
        (
            "cut.pdf is a broken PDF", "locked.pdf is locked with a password", "bomb.pdf asks for far more drawing",
            "cut.jpg is a broken picture", "bomb.zip unpacks to far more", "empty.pdf is empty (0 bytes)",
            "macro.exe is a program", "nowhere.pdf is not there",
        ),
        refused,
        strict=True,
    ):  # fmt: skip
        assert words in said
    assert sorted(path.name for path in (opened.files.root / "evidence").iterdir()) == ["one.pdf", "two.txt"]


def test_the_json_of_add_is_as_agreed(opened: Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = put(tmp_path, "one.pdf", pdf(lines(*INVOICE))), put(tmp_path, "cut.pdf", b"%PDF-1.4 x")

    assert cli.run(["add", str(opened.files.root), good, bad, "--json", "--today", "2026-03-20"]) == 2

    told, refused = json.loads(capsys.readouterr().out)
    agreed = ("file", "sha256", "kind", "kind_confidence", "label", "pages", "fields", "lines", "checks", "verdict")
    assert list(told)[: len(agreed)] == list(agreed)
    assert (told["kind"], told["label"], told["pages"]) == ("supplier-invoice", "A", 1)
    assert 0.5 < told["kind_confidence"] <= 1
    number = next(field for field in told["fields"] if field["name"] == "invoice_number")
    assert (number["value"], number["page"], len(number["box"])) == ("MR-77120", 1, 4)
    assert set(number) == {"name", "value", "page", "box", "confidence"}
    assert {"rule", "level", "message", "source"} == set(told["checks"][0])
    assert told["verdict"] in ("meets", "fails", "unclear")
    assert list(refused) == ["file", "error"] and "broken PDF" in refused["error"]


def test_add_says_what_it_read_in_words_for_a_person(
    opened: Opened, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = put(tmp_path, "one.pdf", pdf(lines(*INVOICE))), put(tmp_path, "cut.pdf", b"%PDF-1.4 x")

    cli.run(["add", str(opened.files.root), good, bad, "--today", "2026-03-20"])

    said = capsys.readouterr()
    assert "Exhibit A: one.pdf, Supplier invoice" in said.out
    assert "invoice number  MR-77120" in said.out and "6 May 2025" in said.out
    assert "Not taken in: cut.pdf is a broken PDF" in said.err


def test_a_case_with_readings_opens_as_it_was_saved(opened: Opened, tmp_path: Path) -> None:
    saved, _ = exhibits.add(opened, [put(tmp_path, "one.pdf", pdf(lines(*INVOICE)))], datetime(2026, 3, 20, 9))

    assert cases.open_case(saved.files.root).case == saved.case


def test_a_report_with_data_of_buyers_is_kept_back_unless_somebody_says_what_it_is(
    opened: Opened, tmp_path: Path
) -> None:
    report = tmp_path / "orders.txt"
    report.write_text(
        "amazon-order-id\tpurchase-date\torder-status\tasin\tquantity\n"
        "113-0000001-0000001\t2026-01-04T10:00:00+00:00\tShipped\tB0EXAMPL01\t2\n",
        encoding="utf-8",
    )
    kept, _ = exhibits.add(opened, [str(report)], NOW)
    assert kept.case.exhibits == ()
    assert "data of buyers" in kept.case.held[0].held

    said, _ = exhibits.add(kept, [str(report)], NOW, {"kind": "order-list"})
    assert [each.kind for each in said.case.held] == ["order-list"]
