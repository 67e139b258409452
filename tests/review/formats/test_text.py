"""Plain text keeps every character where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.errors import Unreadable
from amends.review import formats, review

LETTER = "Root cause:\r\nWe didn’t check “Müller” – 12 units.\r\n\r\nWe will do better.\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_every_encoding_gives_the_characters_of_the_file(encoding: str) -> None:
    read = formats.read(LETTER.encode(encoding), "plan.txt")
    assert read.text.removeprefix("\ufeff") == LETTER
    assert read.exact
    assert read.where(3) == ""


@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_offsets_count_the_byte_order_mark_and_both_characters_of_a_line_end(mark: str, encoding: str) -> None:
    whole = mark + LETTER
    read = formats.read(whole.encode(encoding), "plan.txt")
    assert read.text == whole
    for finding in review(read.text, "plan.txt"):
        assert whole[finding.span.start : finding.span.end] == finding.span.quote


def test_line_ends_of_old_macs_part_lines_and_keep_their_place() -> None:
    read = formats.read(b"Root cause:\rNobody looked.\r", "plan.txt")
    assert read.text == "Root cause:\nNobody looked.\n"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        ("\ufeff\u200b\n".encode(), "no words"),
        (b"We removed\0 it", "not a text"),
        (b"\1\2\3\4\5\6\7\x0e\x0f", "binary"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"<!DOCTYPE html><p>x</p>", "web page"),
        (b"MZ\x90\0\3", "program"),
        (b"a" * (formats.MAX_BYTES + 1), "larger than 25 MB"),
        (b"a " * formats.LONGEST, "characters"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), ".doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_draft_is_refused_with_what_to_do(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as refused:
        formats.read(data, "/home/dana/plan.txt")
    assert says in str(refused.value)
    assert str(refused.value).startswith("plan.txt ")
    assert "/home" not in str(refused.value)


RTF = rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\pard Root cause:\par We didn\'92t check.\par 12 units\par}"


def test_rtf_gives_its_words_paragraph_by_paragraph() -> None:
    read = formats.read(RTF, "plan.rtf")
    assert read.text.startswith("Root cause:\n\nWe didn’t check.\n\n")
    assert read.where(read.text.index("We")) == "paragraph 2"


@given(st.text(max_size=200), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_any_text_is_read_as_it_is_or_refused(text: str, encoding: str) -> None:
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        return
    try:
        read = formats.read(data, "plan.txt")
    except Unreadable:
        return
    if read.format == "txt" and encoding != "utf-16" and "\n" in text:
        assert read.text == data.decode("utf-8")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        assert formats.read(data, "x").text.strip("\ufeff")
    except Unreadable as refused:
        assert str(refused).startswith("x ")
