"""How a case speaks: facts into words, the best variant of a sentence, exhibits behind it.

A voice belongs to one letter. It remembers what was said, so that a person is introduced with the role once, and two
points in a row do not begin with the same word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from zlib import crc32

from amends import pattern, values
from amends.condition import holds
from amends.model import Case, Count, Exhibit, Gap, Person, Sentence, Value
from amends.plan.mentions import Mentions
from amends.plan.wording import Lexicon, clause, lead_of, named, unshouted
from amends.playbook import Catalog, Say, Slot

_SHARED = {
    "case.received": "On which day did you receive the notice?",
    "case.asins": "Which ASINs does the notice name?",
    "case.orders": "Which orders does the notice name, or which orders went wrong?",
    "seller.name": "What is the legal name of your business?",
    "seller.store": "What is the name of your store on Amazon?",
    "seller.id": "What is your seller ID?",
}


class Voice:
    """Turns the patterns of knowledge files into the sentences of one letter."""

    def __init__(self, case: Case, slots: Iterable[Slot], catalog: Catalog) -> None:
        self.case = case
        self.lexicon = Lexicon(case, catalog)
        shelves = (catalog.causes, catalog.actions, catalog.measures)
        self._titles = {id: entry.title for shelf in shelves for id, entry in shelf.items()}
        self._slots = {slot.key: slot for slot in slots}
        self._seed = "|".join(
            (str(case.value("seller.id")), str(case.value("seller.name")), str(case.value("case.asins")))
        )
        self.mentions = Mentions(case)
        self._heads: list[str] = []
        self._introduced: set[str] = set()

    def section(self) -> None:
        """Begin a new section: lists are named again there, long ones are referred to."""
        self.mentions.section()
        self._heads = []

    def tell(
        self, says: tuple[Say, ...], item: str, section: str, cite_all: bool = True
    ) -> tuple[list[Sentence], list[Gap]]:
        """The sentences of one item in order, and what they lack.

        Exhibits that support the item and stand behind no sentence by their kind are cited in the last one, unless
        `cite_all` is false.
        """
        base = item.split("#")[0]
        self.mentions.item()
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
            facts = filled.facts or self._choice(say, item)
            sentences.append(Sentence(with_exhibits(filled.text, proof), facts, tuple(e.label for e in proof)))
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

    def _choice(self, say: Say, item: str) -> tuple[str, ...]:
        """What a sentence without a value stands on: the answer it depends on, or the choice of the item itself."""
        keys = ["case.position"]
        for kind in ("causes", "actions", "measures"):
            if item in getattr(self.case, kind):
                keys = [kind, *(key for key in self.case.facts if key.startswith(f"{item}."))]
        if say.when is not None:
            keys.insert(0, say.when.fact if "." in say.when.fact else f"{item}.{say.when.fact}")
        return tuple(key for key in keys if key in self.case.facts)[:1]

    def _concerns(self, exhibit: Exhibit, facts: tuple[str, ...]) -> bool:
        """Whether an exhibit for certain ASINs belongs behind a sentence that names ASINs."""
        about = {asin for key in facts for asin in self._asins(key)}
        return not exhibit.asins or not about or not about.isdisjoint(exhibit.asins)

    def _asins(self, key: str) -> tuple[str, ...]:
        fact = self.case.facts.get(key)
        if fact is None or fact.type not in ("asin", "asins"):
            return ()
        return fact.value if isinstance(fact.value, tuple) else (str(fact.value),)

    def _best(self, say: Say, item: str, tie: str) -> tuple[pattern.Filled | None, tuple[str, ...]]:
        """The most particular variant that can be said; between equals the case decides, and a fresh beginning wins."""

        def told(ref: pattern.Ref) -> tuple[str, str] | None:
            return self._resolve(ref, item)

        def worth_telling(ref: pattern.Ref) -> tuple[str, str] | None:
            return None if self._is_none(ref, item) else told(ref)

        tried = [pattern.fill(each, worth_telling if say.optional else told, worth_telling) for each in say.variants]
        complete = [filled for filled in tried if not filled.missing and filled.text]
        if not complete:
            fewest = min(tried, key=lambda filled: len(filled.missing))
            return None, fewest.missing
        most = max(len(filled.facts) for filled in complete)
        equals = [filled for filled in complete if len(filled.facts) == most]
        fresh = [filled for filled in equals if filled.text.split()[0] not in self._heads] or equals
        return fresh[crc32(f"{self._seed}|{tie}".encode()) % len(fresh)], ()

    def _is_none(self, ref: pattern.Ref, item: str) -> bool:
        """Whether a place counts to zero: what may be left out does not tell of nothing."""
        value = self.case.value(self._key(ref.name, item)[0])
        return isinstance(value, Count) and value.number == 0

    def clause(self, answer: str, lead: str) -> str:
        """A seller's words as the end of a sentence that `lead` began."""
        return clause(answer, lead, self.lexicon)

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
        if isinstance(value, tuple) and how == "named":
            return self.mentions.named(value)
        if isinstance(value, Count) and how == "n":
            return values.counted(value.number, "").split()[0]
        if isinstance(value, Person) and not how and value.name in self._introduced:
            return value.name
        if isinstance(value, Person):
            value = unshouted(value)
        if isinstance(value, str) and slot is not None and slot.type == "text":
            return self.clause(value, lead_of(slot))
        if isinstance(value, str) and slot is not None and slot.type == "name":
            return named(value)
        return values.say(value, how, slot.options if slot else None)

    def _remember(self, filled: pattern.Filled) -> None:
        for key in filled.facts:
            value = self.case.value(key)
            if isinstance(value, Person) and values.say(unshouted(value)) in filled.text:
                self._introduced.add(value.name)
            if isinstance(value, tuple) and all(entry in filled.text for entry in value):
                self.mentions.add(value)

    def _gap(self, name: str, item: str, base: str, section: str) -> Gap:
        key, _ = self._key(name, item)
        slot = self._slots.get(key) or self._slots.get(key.replace(item, base, 1))
        fact = self.case.facts.get(key)
        what = slot.ask if slot else _SHARED.get(key, f"the fact “{key}”")
        if base in self._titles:
            what = f"{self._titles[base]}: {what}"
        if fact is not None and fact.value is None:
            return Gap(key, section, what, fact.reason or "You said that you do not have this.", stated=True)
        return Gap(key, section, what, "Answer this question, or say that you do not have it.")


def with_exhibits(text: str, exhibits: list[Exhibit]) -> str:
    """The sentence with its exhibits in brackets before the full stop."""
    if not exhibits:
        return text
    named = "; ".join(f"Exhibit {exhibit.label}, {exhibit.name}" for exhibit in exhibits)
    body = text[:-1] if text.endswith(".") else text
    return f"{body}, see {named}." if body.endswith(")") else f"{body} ({named})."
