import os
import subprocess
import sys
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amends.errors import Unreadable
from amends.notice.message import MAX_BYTES, open_message

COPY = "copy the words of the message into a .txt file."


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", f"notice.eml is empty; save the message again, or {COPY}"),
        (b" \r\n\t\n", f"notice.eml is empty; save the message again, or {COPY}"),
        ("\ufeff\u200b\u00a0 \n".encode(), f"notice.eml holds no words; save the message again, or {COPY}"),
        (
            b"PK\x03\x04\x14\0\0\0\x08\0",
            (
                "notice.eml is a ZIP archive or an Office document, not a message; "
                "open it, and give the message that is inside."
            ),
        ),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", f"notice.eml is a picture, not a message; {COPY}"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", f"notice.eml is a picture, not a message; {COPY}"),
        (
            b"{\\rtf1\\ansi Hello}",
            "notice.eml is an RTF document, not a message; open it and save it as plain text (.txt).",
        ),
        (
            b"\x1f\x8b\x08\0\0\0\0\0",
            "notice.eml is a compressed archive, not a message; unpack it, and give the message that is inside.",
        ),
        (
            b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0",
            "notice.eml is a program, not a message; do not start it; save the message itself as .eml or .txt.",
        ),
        (
            bytes(range(256)),
            f"notice.eml is not a text or an e-mail; save the message as .eml, .msg or .html, or {COPY}",
        ),
        (
            b"x" * (MAX_BYTES + 1),
            (
                "notice.eml has 26 MB, more than the 25 MB of any message; "
                "save the message alone, without its attachments."
            ),
        ),
        (b"word " * 500_000, f"notice.eml has far more text than any letter; {COPY}"),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_what_is_no_message_is_refused_in_one_sentence_that_says_what_to_do(data: bytes, sentence: str) -> None:
    with pytest.raises(Unreadable) as caught:
        open_message(data, "/home/pat/notice.eml")

    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("-", "The input"),
        ("", "The input"),
        ("a/b.txt", "b.txt"),
        ("C:\\mail\\b.txt", "b.txt"),
        ("a\x1b[31m\n\u202eb", "a[31m b"),
        ("a\udcff.txt", "a?.txt"),
    ],
)
def test_a_sentence_speaks_of_the_file_by_a_safe_name(name: str, called: str) -> None:
    with pytest.raises(Unreadable) as caught:
        open_message(b"", name)

    assert str(caught.value).startswith(f"{called} is empty")


@pytest.mark.parametrize("filling", [b"x", b"\n", b"<!--", b"\0", b"From: a\n", b"PK\x03\x04"])
def test_fifty_megabytes_are_refused_at_once(filling: bytes) -> None:
    data = filling * (50 * 1024 * 1024 // len(filling))
    started = perf_counter()

    with pytest.raises(Unreadable, match=r"has 50 MB|is empty"):
        open_message(data, "big.eml")

    assert perf_counter() - started < 2


STARTS = [b"", b"%PDF-1.4\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>", b"From: a\n", b"\xff\xfe", b"{\\rtf1"]


@settings(deadline=None)
@given(st.sampled_from(STARTS), st.binary(max_size=200), st.text(max_size=8))
def test_any_bytes_are_read_or_refused(start: bytes, rest: bytes, name: str) -> None:
    try:
        assert open_message(start + rest, name).text.strip()
    except Unreadable as refusal:
        assert str(refusal).endswith(".")
        assert not any(c < " " or "\x7f" <= c < "\xa0" for c in str(refusal))


def test_heavy_libraries_stay_out_of_the_way_of_plain_text() -> None:
    program = (
        "import sys; from amends.notice.message import open_message; open_message(b'Hello <b>', 'n.txt');"
        "print({'email', 'pypdfium2', 'olefile', 'charset_normalizer', 'html', 'zipfile'} & set(sys.modules))"
    )
    path = os.pathsep.join(sys.path)

    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": path},
    )

    assert run.stdout.strip() == "set()"


def test_a_new_format_is_one_new_file(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    from pathlib import Path

    from amends.notice import formats

    folder = Path(str(tmp_path))
    (folder / "morse.py").write_text(
        "from amends.notice.formats import Message\n"
        "RANK = 1\n"
        "def claims(data, name): return set(data) <= set(b'.- ')\n"
        "def read(data, name): return Message('morse', 'SOS')\n"
    )
    monkeypatch.setattr(formats, "__path__", [*formats.__path__, str(folder)])

    assert open_message(b"... --- ...", "n").text == "SOS"
    assert open_message(b"Hello", "n").format == "txt"

    sys.modules.pop("amends.notice.formats.morse")
