"""The named tuples of `amends.typed` behave like those of `typing`."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
import typing
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amends import typed


class Ours(typed.NamedTuple):
    """A made-up noun."""

    name: str
    number: int = 3
    more: tuple[str, ...] = ()

    @property
    def twice(self) -> int:
        """Twice the number."""
        return self.number * 2


class Theirs(typing.NamedTuple):
    """A made-up noun."""

    name: str
    number: int = 3
    more: tuple[str, ...] = ()

    @property
    def twice(self) -> int:
        """Twice the number."""
        return self.number * 2


class Further(Ours):
    """A class of a class."""


def outcome(kind: Any, given: tuple[Any, ...], named: dict[str, Any]) -> Any:
    try:
        made = kind(*given, **named)
    except TypeError:
        return TypeError
    shown = repr(made).partition("(")[2]
    return tuple(made), shown, made._asdict(), made.twice, hash(made), made._replace(number=7)[1], made == tuple(made)


@given(
    st.lists(st.integers() | st.text(max_size=3), max_size=4).map(tuple),
    st.dictionaries(st.sampled_from(["name", "number", "more", "other"]), st.integers()),
)
def test_a_tuple_is_made_as_typing_makes_it(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    assert outcome(Ours, given, named) == outcome(Theirs, given, named)


@pytest.mark.parametrize("kind", [Ours, Theirs, Further])
def test_it_can_be_copied_kept_and_matched(kind: Any) -> None:
    made = kind("a", more=("b",))

    assert copy.copy(made) == copy.deepcopy(made) == pickle.loads(pickle.dumps(made)) == ("a", 3, ("b",))
    assert type(pickle.loads(pickle.dumps(made))) is kind is type(made._replace(name="c"))
    match made:
        case kind(name, number, more):
            assert (name, number, more) == tuple(made)
    with pytest.raises(ValueError, match="other"):
        made._replace(other=1)
    with pytest.raises(TypeError):
        kind._make([1])
    with pytest.raises(AttributeError):
        made.name = "d"


def test_a_field_without_default_behind_one_with_it_is_refused() -> None:
    with pytest.raises(TypeError, match="default"):
        type(typed.NamedTuple)("Wrong", (typed.NamedTuple,), {"__annotations__": {"a": "int", "b": "int"}, "a": 1})


def test_values_of_a_literal_can_be_asked_for() -> None:
    assert (
        typing.get_args(typed.Literal["plan", "none"])
        == ("plan", "none")
        == typed.get_args(typed.Literal["plan", "none"])
    )


def test_a_check_imports_no_typing() -> None:
    code = "import sys, amends.app.review.checking, amends.review as r; r.rules(); print('typing' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
