"""What was read on a document, as its page shows it: each value with its frame, whose word it is, and its form."""

from __future__ import annotations

from collections.abc import Mapping

from amends.evidence import corrected
from amends.evidence.corrected import Spot
from amends.model import Correction, Exhibit, Place
from amends.render.exhibits.citations import title_of
from amends.text import one_line
from amends.typed import NamedTuple

MOST = 400


class Part(NamedTuple):
    """One value in a form: the key of its spot, its title, what counts there now, and what was said of it.

    `typed` is what stands in the field of the form: what counts, or what was sent and not taken.
    """

    key: str
    title: str
    shown: str
    typed: str
    sure: bool
    said: Correction | None


class Boxed(NamedTuple):
    """A place on a page: its number in the list, what stands there, and the corners of its frame.

    `parts` are the values that a person can correct there: one for a field, one a cell for a line of goods. `name` is
    the key by which the form for it is asked for.
    """

    number: int
    name: str
    title: str
    value: str
    quote: str
    sure: bool
    goods: bool
    page: int
    left: str
    top: str
    width: str
    height: str
    parts: tuple[Part, ...]

    @property
    def checked(self) -> tuple[Part, ...]:
        """The values that a person confirmed."""
        return tuple(part for part in self.parts if part.said is not None and part.said.confirms)

    @property
    def misread(self) -> tuple[Part, ...]:
        """The values of which a person says something else than was read."""
        return tuple(part for part in self.parts if part.said is not None and not part.said.confirms)

    @property
    def doubtful(self) -> tuple[Part, ...]:
        """The values that were read and at which a person has to look."""
        return tuple(part for part in self.parts if not part.sure and part.shown)


def boxes(found: Exhibit, typed: Mapping[str, str] | None = None) -> list[Boxed]:
    """Everything that was read on a document, fields first; `typed` is what was sent and not taken, by keys."""
    sent = typed or {}
    fields: list[Spot] = []
    lines: dict[int, list[Spot]] = {}
    for spot in corrected.spots(found):
        if spot.line is None:
            fields.append(spot)
        else:
            lines.setdefault(spot.line, []).append(spot)
    made = [_field(number, spot, sent) for number, spot in enumerate(fields[:MOST], 1)]
    first = len(made) + 1
    goods = found.reading.lines if found.reading is not None else ()
    for number, (line, spots) in enumerate(list(lines.items())[:MOST], first):
        told = goods[line - 1]
        parts = [told.asin or told.model or told.sku or "", (told.quantity and f"quantity {told.quantity}") or ""]
        value = ", ".join(part for part in parts if part)
        title = one_line(told.description, 120) or f"Line {line}"
        # Of what was not read nothing is doubtful: it can be told, and need not.
        sure = all(spot.sure for spot in spots if spot.read)
        made.append(
            _boxed(number, title, value, "", sure, True, told.place, tuple(_part(spot, sent) for spot in spots))
        )
    return made


def _field(number: int, spot: Spot, sent: Mapping[str, str]) -> Boxed:
    quote = spot.correction.says if spot.correction else spot.read
    return _boxed(number, title_of(spot.name), spot.value, quote, spot.sure, False, spot.place, (_part(spot, sent),))


def _part(spot: Spot, sent: Mapping[str, str]) -> Part:
    title = title_of(spot.name.removeprefix(corrected.LINE))
    shown = spot.correction.says if spot.correction else spot.read
    return Part(spot.key, title, shown, sent.get(spot.key, shown), spot.sure, spot.correction)


def _boxed(
    number: int, title: str, value: str, quote: str, sure: bool, goods: bool, place: Place, parts: tuple[Part, ...]
) -> Boxed:
    left, top, right, bottom = place.box
    corners = (
        f"{left - 2:.1f}",
        f"{top - 2:.1f}",
        f"{max(right - left, 1) + 4:.1f}",
        f"{max(bottom - top, 1) + 4:.1f}",
    )
    key, other = parts[0].key, quote if quote != value else ""
    return Boxed(number, key, title, value, other, sure, goods, place.page, *corners, parts)
