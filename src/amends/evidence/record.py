"""Reading <-> JSON, as it is kept beside the case: stable, a line a field, and strict when it is read back."""

from __future__ import annotations

import json

from amends.errors import Invalid
from amends.model import Problem
from amends.model.reading import Box, Check, CheckLevel, Field, Goods, Place, Reading
from amends.typed import TYPE_CHECKING, Any, get_args

if TYPE_CHECKING:
    from collections.abc import Sequence

FORMAT = 1
_TOP = (
    "amends", "kind", "kind_confidence", "because", "pages", "scanned", "doubts", "reader", "fields", "lines", "signs",
    "text",
)  # fmt: skip
_GOODS = ("asin", "sku", "gtin", "model", "quantity", "unit_price", "amount")
_AGAIN = "delete the file; `amends add` of the document reads it again"


def written(reading: Reading) -> str:
    """The text of a reading. The same reading gives the same bytes; numbers are rounded to what can be seen."""
    data: dict[str, Any] = {
        "amends": FORMAT,
        "kind": reading.kind,
        "kind_confidence": round(reading.kind_confidence, 3),
        "because": reading.because,
        "pages": reading.pages,
        "scanned": list(reading.scanned),
        "doubts": list(reading.doubts),
        "reader": reading.reader,
        "fields": [field_data(field) for field in reading.fields],
        "lines": [goods_data(line) for line in reading.lines],
        "signs": [_check_data(sign) for sign in reading.signs],
        "text": reading.text,
    }
    lines = [f" {json.dumps(key)}: {_value(value)}" for key, value in data.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _value(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n  " + ",\n  ".join(_plain(entry) for entry in value) + "\n ]"
    return _plain(value)


def _plain(value: Any) -> str:
    # A character that cannot be encoded would make the file unreadable.
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode()


def field_data(field: Field) -> dict[str, Any]:
    """A field as JSON data: name, value, page, box, confidence, quote."""
    return {
        "name": field.name,
        "value": field.value,
        **_place_data(field.place),
        "confidence": round(field.confidence, 3),
        "quote": field.quote,
    }


def goods_data(line: Goods) -> dict[str, Any]:
    """A line of goods as JSON data; what does not stand there is null."""
    return {
        "description": line.description,
        **{key: getattr(line, key) for key in _GOODS},
        **_place_data(line.place),
        "confidence": round(line.confidence, 3),
        **({"unsure": list(line.unsure)} if line.unsure else {}),
    }


def _place_data(place: Place) -> dict[str, Any]:
    return {"page": place.page, "box": [round(float(side), 2) for side in place.box]}


def _check_data(check: Check) -> dict[str, Any]:
    return {
        "rule": check.rule,
        "name": check.name,
        "level": check.level,
        "message": check.message,
        "source": check.source,
        "todo": check.todo,
        "fields": [field_data(field) for field in check.fields],
        "asins": list(check.asins),
        "ask": check.ask,
    }


def read(text: str, file: str) -> Reading:
    """The reading of a text. Raises `Invalid` with every mistake; `file` is how they speak of it."""
    reader = _Reader(file)
    try:
        data = json.loads(text)
    except ValueError as error:
        line = getattr(error, "lineno", None)
        raise Invalid([Problem(file, line, "", f"is no JSON; {_AGAIN}")]) from error
    except RecursionError as error:
        raise Invalid([Problem(file, None, "", f"is nested far too deep; {_AGAIN}")]) from error
    reading = reader.reading(data)
    if reader.problems:
        raise Invalid(reader.problems)
    return reading


class _Reader:
    """Reads one record, noting every mistake."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def reading(self, found: object) -> Reading:
        data = self.entry(found, "", _TOP)
        if data.get("amends") != FORMAT:
            self.fault("amends", f"must be {FORMAT}, the format of the file")
        return Reading(
            kind=self.text(data, "kind", ""),
            kind_confidence=self.share(data, "kind_confidence", ""),
            pages=self.whole(data, "pages", "", 0),
            fields=tuple(self.field(entry, path) for entry, path in self.entries(data, "fields", "")),
            lines=tuple(self.goods(entry, path) for entry, path in self.entries(data, "lines", "")),
            because=self.text(data, "because", ""),
            scanned=tuple(entry for entry, path in self.entries(data, "scanned", "") if self.is_page(entry, path)),
            doubts=self.texts(data, "doubts", ""),
            signs=tuple(self.check(entry, path) for entry, path in self.entries(data, "signs", "")),
            text=self.text(data, "text", ""),
            reader=self.text(data, "reader", ""),
        )

    def field(self, found: object, path: str) -> Field:
        data = self.entry(found, path, ("name", "value", "page", "box", "confidence", "quote"))
        return Field(
            self.text(data, "name", path),
            self.text(data, "value", path),
            self.place(data, path),
            self.share(data, "confidence", path),
            self.text(data, "quote", path),
        )

    def goods(self, found: object, path: str) -> Goods:
        data = self.entry(found, path, ("description", *_GOODS, "page", "box", "confidence", "unsure"))
        said: dict[str, Any] = {key: None if data.get(key) is None else self.text(data, key, path) for key in _GOODS}
        description, place = self.text(data, "description", path), self.place(data, path)
        unsure = self.texts(data, "unsure", path) if "unsure" in data else ()
        return Goods(description, place, self.share(data, "confidence", path), **said, unsure=unsure)

    def check(self, found: object, path: str) -> Check:
        words = ("rule", "name", "level", "message", "source", "todo", "ask")
        data = self.entry(found, path, (*words, "fields", "asins"))
        rule, name, level, message, source, todo, ask = (self.text(data, key, path) for key in words)
        if level not in get_args(CheckLevel):
            self.fault(f"{path}.level", f"must be one of {', '.join(get_args(CheckLevel))}")
        fields = tuple(self.field(entry, inner) for entry, inner in self.entries(data, "fields", path))
        kept: CheckLevel = "error" if level == "error" else "warning" if level == "warning" else "note"
        return Check(rule, name, kept, message, source, todo, fields, self.texts(data, "asins", path), ask)

    def place(self, data: dict[str, Any], path: str) -> Place:
        page, box = self.whole(data, "page", path, 1), data.get("box")
        if not isinstance(box, list) or len(box) != 4 or not all(map(_is_number, box)):
            self.fault(f"{path}.box", "must be four numbers: left, top, right, bottom")
            return Place(page, Box(0, 0, 0, 0))
        return Place(page, Box(*map(float, box)))

    def entry(self, found: object, path: str, keys: Sequence[str]) -> dict[str, Any]:
        """A mapping with these keys and no others."""
        if not isinstance(found, dict):
            self.fault(path, "must be a mapping")
            return {}
        for key in found:
            if key not in keys:
                self.fault(_joined(path, str(key)[:60]), f"is not a key here; the keys are {', '.join(keys)}")
        return found

    def entries(self, data: dict[str, Any], key: str, path: str) -> list[tuple[Any, str]]:
        found = data.get(key)
        if not isinstance(found, list):
            self.fault(_joined(path, key), "must be a list")
            return []
        return [(entry, f"{_joined(path, key)}[{at}]") for at, entry in enumerate(found, 1)]

    def text(self, data: dict[str, Any], key: str, path: str) -> str:
        value = data.get(key)
        if not isinstance(value, str):
            self.fault(_joined(path, key), "must be text")
            return ""
        return value

    def texts(self, data: dict[str, Any], key: str, path: str) -> tuple[str, ...]:
        found = self.entries(data, key, path)
        for entry, inner in found:
            if not isinstance(entry, str):
                self.fault(inner, "must be text")
        return tuple(entry for entry, _ in found if isinstance(entry, str))

    def share(self, data: dict[str, Any], key: str, path: str) -> float:
        value: Any = data.get(key)
        if not _is_number(value) or not 0 <= value <= 1:
            self.fault(_joined(path, key), "must be a number from 0 to 1")
            return 0.0
        return float(value)

    def whole(self, data: dict[str, Any], key: str, path: str, least: int) -> int:
        value = data.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            self.fault(_joined(path, key), f"must be a whole number, {least} or more")
            return least
        return value

    def is_page(self, entry: object, path: str) -> bool:
        if isinstance(entry, int) and not isinstance(entry, bool) and entry > 0:
            return True
        self.fault(path, "must be the number of a page")
        return False

    def fault(self, path: str, message: str) -> None:
        self.problems.append(Problem(self.file, None, path, f"{message}; {_AGAIN}"))


def _joined(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e12
