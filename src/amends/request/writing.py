"""A request letter in one language: its pattern filled, and what is left for a person to fill in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from amends import pattern, values
from amends.model import Block, Cadence, Count, Letter, Money, Party, Period, Person, Rate, Value
from amends.pattern import Ref
from amends.playbook import RequestLetter, Wording
from amends.request.slots import Filling
from amends.typed import NamedTuple

_BETWEEN = {"zh": "、", "ja": "、"}


class Gap(NamedTuple):
    """A place that a person has to fill in: the slot, and what belongs there."""

    slot: str
    what: str


def written(
    kind: RequestLetter, filling: Filling, points: Mapping[str, tuple[str, ...]], language: str
) -> tuple[str, Letter, tuple[Gap, ...]]:
    """The subject, the letter and its gaps. `points` are the faults to name, with the fields that lack."""
    return _Writer(kind, filling, points, language).letter()


class _Writer:
    def __init__(
        self, kind: RequestLetter, filling: Filling, points: Mapping[str, tuple[str, ...]], language: str
    ) -> None:
        self.kind, self.filling, self.points, self.language = kind, filling, points, language
        self.blanks = {blank.name: blank for blank in kind.blanks}
        self.wording: Wording = kind.wordings[language]
        self.gaps: dict[str, Gap] = {}

    def letter(self) -> tuple[str, Letter, tuple[Gap, ...]]:
        subject = self.say(self.wording.subject)
        blocks: list[Block] = []
        for part in self.wording.parts:
            bullets = [*self.bullets()] if part.points else []
            bullets += [said for said in map(self.say_bullet, part.bullets) if said]
            if (part.points or part.bullets) and not bullets:
                continue
            if part.optional and not self.whole(part.say):
                continue
            if part.say:
                blocks.append(Block("paragraph", self.say(part.say)))
            blocks += [Block("bullet", bullet) for bullet in bullets]
        return subject, Letter(tuple(blocks)), tuple(self.gaps.values())

    def bullets(self) -> list[str]:
        """A bullet for each fault, in the order in which the file tells them; for fields that lack, one for each."""
        found = []
        for name, words in self.wording.points.items():
            if name not in self.points:
                continue
            if isinstance(words, str):
                found.append(self.say(words))
            else:
                lacking = self.points[name] or tuple(words)
                found += [self.say(words[field]) for field in lacking if field in words]
        return found

    def say_bullet(self, words: str) -> str:
        """A bullet; "" for one that is nothing but a clause that dropped out."""
        return self.say(words).strip(" .") and self.say(words)

    def whole(self, words: str) -> bool:
        """Whether every value outside of clauses is known."""
        return all(self.value(ref) is not None for ref in pattern.needed(words))

    def say(self, words: str) -> str:
        return pattern.fill(words, self.open, self.value).text

    def open(self, ref: Ref) -> tuple[str, str]:
        """The words of a place; a visible gap when the case has none."""
        found = self.value(ref)
        if found is not None:
            return found
        head, _, part = ref.name.partition(".")
        what = self.blanks[head].gap.get(self.language) or self.blanks[head].gap["en"]
        if part and head in self.filling.values:
            what = f"{part}, {what}"
        if ref.number is not None:
            return ref.number[1], ""
        self.gaps.setdefault(f"{head}.{part}", Gap(head, what))
        return f"[{what}]", ""

    def value(self, ref: Ref) -> tuple[str, str] | None:
        """The words of a place and its name, or None when the case does not know it."""
        head, _, part = ref.name.partition(".")
        value = self.filling.values.get(head)
        if value is not None and part:
            value = getattr(value, part, None)
        if value in (None, "", ()):
            return None
        assert value is not None
        if ref.number is not None:
            return ref.number[0 if values.size(value) == 1 else 1], head
        return self.told(value, ref.how), head

    def told(self, value: Value, how: str) -> str:
        """A value in the language of the letter: outside of English days are written as ISO 8601 has them."""
        if self.language == "en":
            return values.say(value, how)
        match value:
            case date():
                return value.isoformat()
            case Period():
                return f"{value.start.isoformat()} – {value.end.isoformat()}"
            case tuple():
                return _BETWEEN.get(self.language, ", ").join(value)
            case Count():
                return str(value.number)
            case Party() | Person() | Money() | Rate() | Cadence():
                return values.say(value, how)
            case _:
                return str(value)
