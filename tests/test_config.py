"""The settings file: what it may say, every mistake at once with its line, and a block that is written into it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends import config
from amends.config import Allow, Config
from amends.formats import tomlfile

WHOLE = """\
select = ["TO", "AC03"]
ignore = ["TO13"]
level = "warning"
type = "inauthentic"
format = "json"
baseline = "base.json"
packs = ["my-rules"]
earlier = ["sent"]

[levels]
TO03 = "note"

[[allow]]
rule = "TO04"
quote = "The supplier's own letter"
because = "It is exhibit C."
by = "Dana Ruiz"
on = 2026-11-21
file = "plan.md"
"""


def faults(text: str, file: str = "amends.toml") -> list[tuple[int | None, str]]:
    document = tomlfile.read(text.encode(), file)
    config.read(document)
    return sorted((problem.line, problem.path) for problem in document.problems)


@pytest.mark.parametrize(("file", "head"), [("amends.toml", ""), ("a/pyproject.toml", "tool.amends")])
def test_everything_that_a_file_may_say_is_read(file: str, head: str) -> None:
    text = WHOLE
    if head:
        text = f"[{head}]\n" + WHOLE.replace("[levels]", f"[{head}.levels]").replace("[[allow]]", f"[[{head}.allow]]")
    document = tomlfile.read(text.encode(), file)

    found = config.read(document)

    line = 1 + text[: text.index("[[")].count("\n")
    allow = Allow(
        "TO04", "The supplier's own letter", "It is exhibit C.", "Dana Ruiz", date(2026, 11, 21), "plan.md", file, line
    )
    assert [] == document.problems
    assert found == Config(
        file,
        ("TO", "AC03"),
        ("TO13",),
        "warning",
        "inauthentic",
        "json",
        "base.json",
        ("my-rules",),
        ("sent",),
        (("TO03", "note"),),
        (allow,),
    )


def test_all_mistakes_are_told_at_once_each_with_its_line() -> None:
    text = (
        'selct = ["TO"]\nignore = "TO13"\nlevel = "loud"\npacks = [1, "a"]\n'
        '[levels]\nTO03 = "off"\n[[allow]]\nrule = "TO04"\non = "today"\nquote = "x"\nbecase = "y"\n'
    )

    assert [
        (1, "selct"),
        (2, "ignore"),
        (3, "level"),
        (4, "packs[1]"),
        (6, "levels.TO03"),
        (7, "allow[1]"),
        (9, "allow[1].on"),
        (10, "allow[1].quote"),
        (11, "allow[1].becase"),
    ] == faults(text)


def test_a_mistaken_key_is_told_the_nearest_and_the_others_still_hold() -> None:
    document = tomlfile.read(b'ignre = ["TO13"]\nlevel = "note"\n', "amends.toml")

    found = config.read(document)

    assert "did you mean “ignore”" in str(document.problems[0])
    assert "note" == found.level


def test_an_allowance_without_a_reason_is_a_mistake() -> None:
    assert [(1, "allow[1]")] == faults('[[allow]]\nrule = "TO04"\nquote = "our supplier lied"\n')


def test_so_many_allowances_are_a_case_for_a_baseline() -> None:
    entry = '[[allow]]\nrule = "TO04"\nquote = "our supplier"\nbecause = "x"\n'

    assert [] == faults(entry * config.MOST_ALLOWED)
    assert ["allow"] == [path for _, path in faults(entry * (config.MOST_ALLOWED + 1))]


@pytest.mark.parametrize("text", ["allow = 1", "allow = [1]", "levels = 3", "[tool]\namends = 1", "select = [[]]"])
def test_a_value_of_another_kind_is_a_mistake_and_no_crash(text: str) -> None:
    file = "pyproject.toml" if "tool" in text else "amends.toml"
    document = tomlfile.read(text.encode(), file)

    config.read(document)
    list(config.rule_words(document))

    assert document.problems != []


def test_words_that_must_name_a_rule_are_given_with_their_place() -> None:
    document = tomlfile.read(WHOLE.encode(), "amends.toml")

    assert [
        ("TO", ("select", 0), True),
        ("AC03", ("select", 1), True),
        ("TO13", ("ignore", 0), True),
        ("TO03", ("levels", "TO03"), True),
        ("TO04", ("allow", 0, "rule"), False),
    ] == list(config.rule_words(document))


@given(st.text(min_size=6).filter(str.strip), st.text(min_size=1).filter(str.strip))
def test_a_block_that_is_written_reads_back_as_it_was(quote: str, because: str) -> None:
    entry = Allow("TO04", quote, because, "Dana", date(2026, 11, 21), "plan.md")

    document = tomlfile.read(config.block(entry, ()).encode(), "amends.toml")
    found = config.read(document)

    if len(quote.strip()) >= config.SHORTEST_QUOTE:
        assert [] == document.problems
        plain = [text.encode("utf-8", "replace").decode() for text in (quote, because)]
        assert plain == [found.allow[0].quote, found.allow[0].because]
