"""YAML without surprises: plain data, lines, faults as values."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from amends.formats import yamlfile

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(min_size=1, max_size=12), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.text(min_size=1, max_size=12), PLAIN, max_size=5))
def test_what_is_written_reads_back(data: dict[str, object]) -> None:
    document = yamlfile.read(yamlfile.write(data), "x.yaml")

    assert [] == document.problems
    assert data == document.data


def test_words_stay_words() -> None:
    document = yamlfile.read("country: no\nday: 2026-03-14\ncode: 012\ntime: 1:30\nyes: 4\nflag: true\n", "x.yaml")

    assert {
        "country": "no",
        "day": "2026-03-14",
        "code": "012",
        "time": "1:30",
        "yes": 4,
        "flag": True,
    } == document.data


def test_every_value_has_its_line() -> None:
    document = yamlfile.read("a: 1\nb:\n  - c: 2\n  - d: 3\n", "x.yaml")

    assert 4 == document.line(("b", 1, "d"))
    assert 4 == document.line(("b", 1, "d", "deeper"))


def test_aliases_are_refused_before_they_unfold() -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"

    problems = yamlfile.read(bomb, "x.yaml").problems

    assert "anchors and aliases" in problems[0].message


def test_deep_nesting_is_refused() -> None:
    problems = yamlfile.read("[" * 4000 + "]" * 4000, "x.yaml").problems

    assert "nested deeper" in problems[0].message


def test_a_key_that_stands_twice_is_a_fault_with_its_line() -> None:
    problems = yamlfile.read("a: 1\nb: 2\na: 3\n", "x.yaml").problems

    assert [(3, "a")] == [(problem.line, problem.path) for problem in problems]


def test_broken_yaml_says_where() -> None:
    problems = yamlfile.read("a: 1\nb: [1, 2\nc: 3\n", "x.yaml").problems

    assert problems[0].line in (2, 3)
    assert "not valid YAML" in problems[0].message


@given(st.text(max_size=200))
def test_any_text_gives_data_or_problems_and_never_raises(text: str) -> None:
    yamlfile.read(text, "x.yaml")
