"""How a case speaks: facts into words, the best variant of a sentence, exhibits behind it.

A voice belongs to one letter. It remembers what was said, so that a list of fourteen ASINs is written once, a
person is introduced with the role once, and two points in a row do not begin with the same word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from zlib import crc32

from amends import pattern, values
from amends.condition import holds
from amends.model import Case, Exhibit, Gap, Person, Sentence, Value
from amends.playbook import Say, Slot

_SMALL_WORDS = frozenset(
    "a an the we our us my there no nobody none not each every when while after before because since it its they "
    "their this that these those one two three some many most all both staff new old in on at by for from with "
    "without until if only products product units listings orders invoices nothing neither as although during".split()
)
_NUMBERS = {2: "both", 3: "all three", 4: "all four", 5: "all five"}


class Voice:
    """Turns the patterns of knowledge files into the sentences of one letter."""

    def __init__(self, case: Case, slots: Iterable[Slot]) -> None:
        self.case = case
        self._slots = {slot.key: slot for slot in slots}
        self._seed = "|".join(
            (str(case.value("seller.id")), str(case.value("seller.name")), str(case.value("case.asins")))
        )
        self._told: set[tuple[str, ...]] = set()
        self._told_here: set[tuple[str, ...]] = set()
        self._heads: list[str] = []
        self._introduced: set[str] = set()

    def section(self) -> None:
        """Begin a new section: lists are named again there, long ones are referred to."""
        self._told_here = set()
        self._heads = []

    def tell(
        self, says: tuple[Say, ...], item: str, section: str, cite_all: bool = True
    ) -> tuple[list[Sentence], list[Gap]]:
        """The sentences of one item in order, and what they lack.

        Exhibits that support the item and stand behind no sentence by their kind are cited in the last one, unless
        `cite_all` is false.
        """
        base = item.split("#")[0]
        sentences: list[Sentence] = []
        gaps: list[Gap] = []
        cited: set[str] = set()
        for at, say in enumerate(says):
            if not holds(say.when, self.case, item):
                continue
            filled, missing = self._best(say, item, f"{item}{at}")
            if filled is None:
                if not say.optional:
                    gaps.extend(self._gap(name, item, base, section) for name in missing)
                continue
            proof = [
                e
                for e in self._exhibits(item)
                if e.kind in say.proof and e.label not in cited and self._concerns(e, filled.facts)
            ]
            cited.update(e.label for e in proof)
            sentences.append(Sentence(with_exhibits(filled.text, proof), filled.facts, tuple(e.label for e in proof)))
            self._remember(filled)
        rest = [e for e in self._exhibits(item) if e.label not in cited]
        if rest and sentences and cite_all:
            last = sentences[-1]
            labels = tuple(e.label for e in rest)
            sentences[-1] = Sentence(with_exhibits(last.text, rest), last.facts, last.exhibits + labels)
        if sentences:
            self._heads = [*self._heads[-1:], sentences[0].text.split()[0]]
        return sentences, gaps

    def _exhibits(self, item: str) -> list[Exhibit]:
        return [exhibit for exhibit in self.case.exhibits if item in exhibit.supports]

    def _concerns(self, exhibit: Exhibit, facts: tuple[str, ...]) -> bool:
        """Whether an exhibit for certain ASINs belongs behind a sentence that names ASINs."""
        named = {asin for key in facts if key.endswith("asins") for asin in self._ids(key)}
        return not exhibit.asins or not named or not named.isdisjoint(exhibit.asins)

    def _ids(self, key: str) -> tuple[str, ...]:
        value = self.case.value(key)
        return value if isinstance(value, tuple) else ()

    def _best(self, say: Say, item: str, tie: str) -> tuple[pattern.Filled | None, tuple[str, ...]]:
        """The most particular variant that can be said; between equals the case decides, and a fresh beginning wins."""
        tried = [pattern.fill(variant, lambda ref: self._resolve(ref, item)) for variant in say.variants]
        complete = [filled for filled in tried if not filled.missing and filled.text]
        if not complete:
            fewest = min(tried, key=lambda filled: len(filled.missing))
            return None, fewest.missing
        most = max(len(filled.facts) for filled in complete)
        equals = [filled for filled in complete if len(filled.facts) == most]
        fresh = [filled for filled in equals if filled.text.split()[0] not in self._heads] or equals
        return fresh[crc32(f"{self._seed}|{tie}".encode()) % len(fresh)], ()

    def pick(self, variants: tuple[str, ...], tie: str) -> str:
        """One of several wordings, always the same one in the same case."""
        return variants[crc32(f"{self._seed}|{tie}".encode()) % len(variants)]

    def _resolve(self, ref: pattern.Ref, item: str) -> tuple[str, str] | None:
        key, parts = self._key(ref.name, item)
        value = self.case.value(key)
        if value is None and not parts and key.endswith((".asins", ".orders")):
            key = f"case.{key.rsplit('.', 1)[1]}"
            value = self.case.value(key)
        if value is None:
            return None
        if parts:
            value = getattr(value, parts[0], None)
            if not value:
                return None
        if ref.number:
            return ref.number[0 if values.size(value) == 1 else 1], key
        words = self._say(value, ref.how, key)
        return (words, key) if words else None

    def _key(self, name: str, item: str) -> tuple[str, list[str]]:
        steps = name.split(".")
        if steps[0] in pattern.SHARED:
            return ".".join(steps[:2]), steps[2:]
        return f"{item}.{steps[0]}", steps[1:]

    def _say(self, value: Value, how: str, key: str) -> str:
        slot = self._slots.get(key) or self._slots.get(re.sub(r"#\d+", "", key))
        if isinstance(value, tuple) and how in ("", "list", "named") and len(value) > 1:
            ids = tuple(sorted(value))
            if ids in self._told_here or (ids in self._told and len(ids) > 3):
                noun = "orders" if how == "named" and "-" in value[0] else "ASINs" if how == "named" else ""
                return f"{_NUMBERS.get(len(ids), f'all {len(ids)}')} {noun}".strip()
        if isinstance(value, Person) and not how and value.name in self._introduced:
            return value.name
        if isinstance(value, str) and slot is not None and slot.type == "text":
            return clause(value)
        return values.say(value, how, slot.options if slot else None)

    def _remember(self, filled: pattern.Filled) -> None:
        for key in filled.facts:
            value = self.case.value(key)
            if isinstance(value, Person) and values.say(value) in filled.text:
                self._introduced.add(value.name)
            if isinstance(value, tuple) and all(entry in filled.text for entry in value):
                self._told.add(tuple(sorted(value)))
                self._told_here.add(tuple(sorted(value)))

    def _gap(self, name: str, item: str, base: str, section: str) -> Gap:
        key, _ = self._key(name, item)
        slot = self._slots.get(key) or self._slots.get(key.replace(item, base, 1))
        fact = self.case.facts.get(key)
        what = slot.ask if slot else f"the fact “{key}”"
        if fact is not None and fact.value is None:
            return Gap(key, section, what, fact.reason or "You said that you do not have this.", stated=True)
        return Gap(key, section, what, "Answer this question, or say that you do not have it.")


def clause(text: str) -> str:
    """A seller's words as the end of a sentence: no leading "because", a small first letter, no full stop."""
    words = re.sub(r"^(?:because|that|since)\s+", "", text.strip(), flags=re.I).rstrip(" .;,!")
    head = words.split(" ", 1)[0]
    if head != "I" and head.lower() in _SMALL_WORDS:
        words = words[0].lower() + words[1:]
    return words


def with_exhibits(text: str, exhibits: list[Exhibit]) -> str:
    """The sentence with its exhibits in brackets before the full stop."""
    if not exhibits:
        return text
    named = "; ".join(f"Exhibit {exhibit.label}, {exhibit.name}" for exhibit in exhibits)
    body = text[:-1] if text.endswith(".") else text
    return f"{body} ({named})."
