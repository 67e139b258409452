"""A text in any encoding becomes the same text in UTF-8; a file that is plain already stays where it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.store.plaintext import plain


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("ミル\tひらがな\n", "cp932"), ("Café, Jalapeño, Größe\n", "cp1252"), ("木\tÄ\n", "utf-16"), ("a\0b\n", "utf-8")],
)
def test_the_text_stays_the_same(text: str, encoding: str, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(text.encode(encoding))

    made = plain(file, tmp_path / "made.txt", "utf-16" if encoding == "utf-16" else "utf-8")

    assert text.replace("\0", "") == made.read_text(encoding="utf-8").lstrip("\ufeff")


def test_plain_text_is_not_copied(tmp_path: Path) -> None:
    file = tmp_path / "Größe.txt"
    file.write_text("Größe\n", encoding="utf-8")

    assert file.resolve() == plain(file, tmp_path / "made.txt", "utf-8")


@given(st.binary(max_size=200), st.sampled_from(["utf-8", "utf-16", "other"]))
def test_any_bytes_become_plain_text(tmp_path_factory: pytest.TempPathFactory, data: bytes, encoding: str) -> None:
    folder = tmp_path_factory.mktemp("plain")
    (folder / "a.txt").write_bytes(data)

    made = plain(folder / "a.txt", folder / "made.txt", encoding).read_bytes()

    assert b"\0" not in made
    made.decode("utf-8")
