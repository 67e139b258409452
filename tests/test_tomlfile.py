"""TOML with the line of every key, and clear words for what is no TOML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends.formats.tomlfile import read

TEXT = b'''# first
select = ["TO", # not ] this
  "AC03",

  'ST']
level = """a = [
b"""
[levels] # [not.this]
TO03 = "note"
"TO 4" = 'x'

[[allow]]
rule = "TO04"
[[allow]]
quote = "a [b] = # c"
[tool . amends]
a.b = 1
list = [
  {rule = "x"},
  {rule = "y"},
]
'''
LINES = {
    ("select",): 2,
    ("select", 0): 2,
    ("select", 1): 3,
    ("select", 2): 5,
    ("level",): 6,
    ("levels",): 8,
    ("levels", "TO03"): 9,
    ("levels", "TO 4"): 10,
    ("allow", 0): 12,
    ("allow", 0, "rule"): 13,
    ("allow", 1): 14,
    ("allow", 1, "quote"): 15,
    ("tool", "amends"): 16,
    ("tool", "amends", "a", "b"): 17,
    ("tool", "amends", "list", 1): 20,
    ("tool", "amends", "list", 1, "rule"): 20,
}


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_each_key_and_element_has_its_line(ending: bytes) -> None:
    document = read(b"\xef\xbb\xbf" + TEXT.replace(b"\n", ending), "x.toml")

    assert [] == document.problems
    assert LINES == {path: document.line(path) for path in LINES}


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"a = 1\nb = = 2\n", 2),
        (b"a = 1\n\n\xff", 3),
        (b"a = [1,\n", 2),
        (b"a = 1\x00", 1),
        (b"a = " + b"[" * 200_000, None),
        (b"a = 2026-13-40", 1),
        (b"a = " + b"9" * 9000, 1),
        (b"#" * 1_000_001, None),
    ],
)
def test_what_is_no_toml_is_one_problem_with_its_line(data: bytes, line: int | None) -> None:
    document = read(data, "x.toml")

    assert [("x.toml", line)] == [(problem.file, problem.line) for problem in document.problems]
    assert {} == document.data


@given(st.lists(st.sampled_from([*"ab=[]{}.,\"'#\n \\1", '"""', "'''", "[[", "]]"]), max_size=40).map("".join))
def test_no_text_makes_it_fail_and_lines_lie_within_the_file(text: str) -> None:
    document = read(text.encode(), "x.toml")

    last = text.count("\n") + 1
    lines = [document.line((key,)) for key in document.data]
    assert all(line is not None and 1 <= line <= last for line in lines)
    assert document.data == {} or document.problems == []
