"""Archives and mails: their files come out one by one, whatever their names are and however much they claim to hold."""

from __future__ import annotations

import io
import sys
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.notice.formats.pdf_file import lines, pdf

from amends.errors import Unreadable
from amends.evidence.formats import Contents, contents
from amends.evidence.formats.zip import MAX_MEMBERS
from amends.evidence.sniff import sniff

sys.path.insert(0, str(Path(__file__).parents[2] / "notice" / "formats"))
from outlook_file import Tree, binaries, compound, properties, texts


def packed(*files: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()


def read(data: bytes, name: str) -> Contents:
    return contents(data, sniff(data, name), name)


def test_the_files_of_an_archive_come_out_with_the_names_they_have() -> None:
    found = read(
        packed(
            ("march/invoice.pdf", b"a"),
            ("../../etc/passwd", b"b"),
            ("C:\\Windows\\x.pdf", b"c"),
            ("__MACOSX/._invoice.pdf", b"d"),
            ("march/.DS_Store", b"e"),
            ("empty/", b""),
        ),
        "papers.zip",
    )

    assert [(each.name.replace("\\", "/"), each.data) for each in found.members] == [
        ("march/invoice.pdf", b"a"),
        ("../../etc/passwd", b"b"),
        ("C:/Windows/x.pdf", b"c"),
    ]
    assert (found.pages, found.doubts) == ((), ())


def test_an_archive_without_files_says_so() -> None:
    assert "holds no files" in read(packed(("__MACOSX/x", b"")), "papers.zip").doubts[0]


@pytest.mark.parametrize("count", [MAX_MEMBERS + 5])
def test_of_too_many_files_the_first_come_out(count: int) -> None:
    found = read(packed(*[(f"{at}.txt", b"x") for at in range(count)]), "papers.zip")

    assert len(found.members) == MAX_MEMBERS
    assert f"holds {count} files" in found.doubts[0]


def test_an_archive_of_a_stored_pdf_is_an_archive() -> None:
    data = packed(("invoice.pdf", pdf(lines("Invoice"))), method=zipfile.ZIP_STORED)

    assert sniff(data, "papers.zip") == sniff(data[:65536], "papers.zip") == "zip"


def test_a_bomb_is_refused() -> None:
    with pytest.raises(Unreadable, match="unpacks to far more"):
        read(packed(("zeros.pdf", bytes(40_000_000))), "papers.zip")


def test_many_small_bombs_are_refused_together() -> None:
    with pytest.raises(Unreadable, match="unpacks to far more"):
        read(packed(*[(f"{at}.pdf", bytes(4_900_000)) for at in range(60)]), "papers.zip")


def test_an_archive_that_says_little_and_holds_much_is_refused() -> None:
    data = bytearray(packed(("zeros.pdf", bytes(40_000_000))))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (1000).to_bytes(4, "little")

    try:
        found = read(bytes(data), "papers.zip")
    except Unreadable:
        return
    assert sum(len(each.data) for each in found.members) <= 1000


def test_a_locked_file_in_an_archive_is_told_and_left_out() -> None:
    data = bytearray(packed(("secret.pdf", b"x"), ("open.pdf", b"y")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + place] |= 1

    found = read(bytes(data), "papers.zip")

    assert [each.name for each in found.members] == ["open.pdf"]
    assert "secret.pdf in papers.zip is locked with a password" in found.doubts[0]


def test_a_cut_archive_is_refused() -> None:
    with pytest.raises(Unreadable, match="broken archive"):
        contents(packed(("a.pdf", bytes(range(256)) * 40))[:300], "zip", "papers.zip")


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_damaged_archive_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(packed(("a.txt", b"alpha " * 30), ("b/c.pdf", b"%PDF-1.4 x")))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))

    try:
        contents(bytes(whole), "zip", "papers.zip")
    except Unreadable as refusal:
        assert str(refusal).startswith("papers.zip")


# ------------------------------------------------------------------------------------------ mails


def mail() -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Orders <orders@marlowreed.example>"
    message["To"] = "dana@thistledown.example"
    message["Date"] = "Wed, 11 Mar 2026 09:12:00 -0500"
    message["Subject"] = "Rechnung für Ihre Bestellung"
    message.set_content("Dear Ms. Ruiz,\n\nhere is invoice MR-77120 again.\n")
    return message


def test_a_mail_is_a_page_and_its_attachments_are_files() -> None:
    message = mail()
    message.add_attachment(
        pdf(lines("INVOICE MR-77120")), maintype="application", subtype="pdf", filename="../MR 1.pdf"
    )
    message.add_attachment(b"\x89PNG logo", maintype="image", subtype="png", filename="logo.png", cid="<a@b>")

    found = read(message.as_bytes(), "mail.eml")

    assert found.pages[0].text.split("\n")[:4] == [
        "From: Orders <orders@marlowreed.example>",
        "To: dana@thistledown.example",
        "Date: Wed, 11 Mar 2026 09:12:00 -0500",
        "Subject: Rechnung für Ihre Bestellung",
    ]
    assert "here is invoice MR-77120 again." in found.pages[0].text
    assert [(each.name, each.data[:5]) for each in found.members] == [("MR 1.pdf", b"%PDF-")]


def test_the_richer_form_of_a_letter_is_read_once() -> None:
    message = mail()
    message.add_alternative("<p>Dear Ms. Ruiz,</p><table><tr><td>Qty</td><td>12</td></tr></table>", subtype="html")

    text = read(message.as_bytes(), "mail.eml").pages[0].text

    assert "Qty 12" in text and "here is invoice" not in text


def test_a_forwarded_mail_and_what_hangs_on_it_is_read_too() -> None:
    inner = mail()
    inner.add_attachment(b"%PDF-1.4 x", maintype="application", subtype="pdf", filename="invoice.pdf")
    outer = mail()
    outer.replace_header("Subject", "Fwd")
    outer.add_attachment(inner)

    found = read(outer.as_bytes(), "mail.eml")

    assert found.pages[0].text.count("here is invoice") == 2
    assert [each.name for each in found.members] == ["invoice.pdf"]


def test_a_sealed_mail_is_refused() -> None:
    data = mail().as_bytes().replace(b"text/plain", b"application/pkcs7-mime")

    with pytest.raises(Unreadable, match="is encrypted"):
        read(data, "mail.eml")


def test_an_outlook_message_is_a_page_and_its_attachments_are_files() -> None:
    part: Tree = {
        "__properties_version1.0": properties(8),
        **texts({0x3707: "MR-77120.pdf"}),
        **binaries({0x3701: b"%PDF-1.4 x"}),
    }
    tree: Tree = {
        "__properties_version1.0": properties(32),
        "__nameid_version1.0": {},
        **texts({0x0037: "Invoice", 0x1000: "Here it is.\r\n", 0x5D01: "orders@marlowreed.example"}),
        "__attach_version1.0_#00000000": part,
    }

    found = read(compound(tree), "mail.msg")

    assert found.pages[0].text == "From: orders@marlowreed.example\nSubject: Invoice\nHere it is."
    assert [(each.name, each.data) for each in found.members] == [("MR-77120.pdf", b"%PDF-1.4 x")]
