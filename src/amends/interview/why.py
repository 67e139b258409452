"""The why walk: is an answer to “why” the end of the walk, a step on it, or something that no reader at Amazon takes?

An end is something that the seller controls: a check, rule, tool, record, owner or decision that was missing or wrong.
A symptom, blame, a human error or ignorance is refused, with the question that turns it to what the seller controls.
What is neither is a step: it may stand in the chain, and the next why is asked. When in doubt an answer is a step.

Sellers write in broken English, so this reads words and their neighbourhood and no grammar: one pass over the words.
Sources: Amazon's three questions ask for the root cause; blame and “did not know the policy” are refused
(`docs/sources.md`, what makes a plan work).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from amends.interview import why_words as w
from amends.text import folded
from amends.typed import Literal

Verdict = Literal[
    "end", "open", "blame", "human-error", "ignorance", "symptom", "denial", "excuse", "promise", "circumstance",
    "vague", "unknown", "restated", "language",
]  # fmt: skip
_LONGEST = 200
_TARGETS = (
    ("carrier", w.CARRIERS), ("amazon", w.AMAZON), ("buyer", w.BUYERS), ("supplier", w.SUPPLIERS), ("rival", w.RIVALS),
    ("owner", w.COMPLAINANTS), ("staff", w.STAFF),
)  # fmt: skip
_QUALIFIED = {
    "owner": (["rights"], ["brand"]),
    "seller": (["another"], ["other"]),
    "sellers": (["other"],),
    "support": (["seller"],),
}
_HALF = ("by", "the", "its", "their", "with", "to", "for", "a")
_GRANTED = ("allowed", "permitted", "accepted")
Clause = list[str]


@dataclass(frozen=True, slots=True)
class Judged:
    """What an answer is. `who` names whom it blames: carrier, amazon, buyer, supplier, rival, owner, staff, program."""

    verdict: Verdict
    who: str = ""

    @property
    def refused(self) -> bool:
        """Whether the answer may not stand in the plan."""
        return self.verdict not in ("end", "open")


def judge(answer: str, start: str = "") -> Judged:
    """What this answer to “why” is. `start` is the sentence that it finishes, to tell when it is only said again."""
    clauses = _clauses(answer)
    said = [word for clause in clauses for word in clause]
    if not said:
        return Judged("language" if any(c.isalpha() for c in answer) else "vague")
    if sum(c.isalpha() and c.isascii() for c in answer) * 2 < sum(c.isalpha() for c in answer):
        return Judged("language")
    whole = " ".join(said)
    promised = _promise(said, whole)
    if not promised and _controlled(clauses) and not _perfect(whole):
        return Judged("end")
    if promised:
        return Judged("promise")
    return _refusal(clauses, said, whole, start)


def _refusal(clauses: list[Clause], said: list[str], whole: str, start: str) -> Judged:
    if len(said) < 9 and any(whole.startswith(phrase) or whole.endswith(phrase) for phrase in w.UNKNOWN):
        return Judged("unknown") if not _names_rule(said) else Judged("ignorance")
    if any(phrase in whole for phrase in w.UNKNOWN if phrase.count(" ") > 1):
        return Judged("unknown")
    if any(_ignorance(clause) for clause in clauses):
        return Judged("ignorance")
    if _denial(said, whole):
        return Judged("denial")
    if any(phrase in whole for phrase in w.EXCUSES):
        return Judged("excuse")
    if _damage(said):
        return Judged("symptom")
    blamed = next((who for clause in clauses if (who := _blamed(clause))), "")
    outside = not w.CIRCUMSTANCES.isdisjoint(said)
    if blamed and not (blamed == "staff" and outside):
        return Judged("blame", blamed)
    if _human_error(said):
        return Judged("human-error")
    if outside or "new year" in whole or "no time" in whole or "too many" in whole or "high demand" in whole:
        return Judged("circumstance")
    if start and _restated(said, start):
        return Judged("restated")
    if _state_of_goods(said):
        return Judged("symptom")
    if len(said) < 3 or (len(said) < 9 and not w.VAGUE.isdisjoint(said)):
        return Judged("vague")
    return Judged("open")


def _clauses(answer: str) -> list[Clause]:
    """The words between marks and joining words, in small letters, without apostrophes, “no one” as one word."""
    clauses: list[Clause] = [[]]
    word = ""
    count = 0
    for c in folded(answer) + " ":
        if c.isascii() and c.isalnum():
            word += c
            continue
        if c == "'" and word:
            continue
        if word and count < _LONGEST:
            count += 1
            if word in w.CLAUSE_ENDS and not (word == "who" and not w.NOBODY.isdisjoint(clauses[-1])):
                clauses.append([])
            elif word == "one" and clauses[-1][-1:] == ["no"]:
                clauses[-1][-1] = "noone"
            else:
                clauses[-1].append(word)
        word = ""
        if c in ",;:.!?()\n":
            clauses.append([])
    return [clause for clause in clauses if clause]


def _is_process(word: str) -> bool:
    return word in w.PROCESS or word.startswith(w.PROCESS_STEMS)


def _is_control(word: str) -> bool:
    return word.startswith(w.CONTROL_STEMS) and word not in w.NOT_CONTROL


def _controlled(clauses: list[Clause]) -> bool:
    """Whether any clause names a gap or decision of the seller's own."""
    checked = False
    for clause in clauses:
        if _gap(clause):
            return True
        if checked and clause[0] == "not" and clause[1:2] and clause[1] in _HALF:
            return True
        checked = checked or (
            any(_is_control(word) or _is_process(word) for word in clause) and not _actor(clause, len(clause))
        )
    return False


def _gap(clause: Clause) -> bool:
    """Whether a clause names something of the seller's own that was missing, or a decision of the seller's own."""
    actor = _actor(clause, len(clause))
    for at, word in enumerate(clause):
        if word in w.NEGATIONS and _missing(clause, at):
            return True
        ahead = clause[at + 1 : at + 4]
        if word in w.POOR and any(_is_process(other) for other in ahead) and not actor:
            return True
        around = (
            clause[max(0, at - 3) : at + 4]
            if word == "only"
            else clause[max(0, at - 4) : at]
            if word == "alone"
            else []
        )
        if not actor and any(_is_control(other) or _is_process(other) or other == "read" for other in around):
            return True
        if _is_process(word) and _state_after(clause[at + 1 : at + 12]):
            return True
    pairs = {f"{a} {b}" for a, b in pairwise(clause)}
    if actor:
        return actor == "staff" and not w.RIGHTS_PAIRS.isdisjoint(pairs)
    decided = any(
        word in w.DECISIONS and not (word in _GRANTED and clause[at - 1 : at] and clause[at - 1] in w.AUXILIARIES)
        for at, word in enumerate(clause)
    )
    return decided or not (w.DECISION_PAIRS | w.RIGHTS_PAIRS).isdisjoint(pairs)


def _missing(clause: Clause, at: int) -> bool:
    """Whether the negation at this place denies a control: “no check”, “did not compare”, “nobody was responsible”."""
    word, ahead = clause[at], clause[at + 1 : at + 10]
    if not ahead:
        return False
    actor = _actor(clause, at)
    if any(other.startswith(w.JOINING_STEMS) for other in ahead[:2]):
        return True
    if actor and actor != "staff":
        return False
    if word in w.NOBODY:
        if ahead[0] in w.KNOWING:
            return False
        return any(_is_control(other) or other in w.OWNED for other in ahead)
    if word in w.NOUN_NEGATIONS:
        near = _until_blocked(ahead[:6])
        if word == "without":
            return not actor and _without(ahead)
        passive = next((place for place, other in enumerate(near) if other in w.AUXILIARIES), len(near))
        return any(_is_process(other) for other in near) or any(_is_control(other) for other in ahead[passive:])
    if ahead[0] == "read" and clause[at - 1 : at] in (["was"], ["were"], ["is"], ["are"]):
        return True
    near = _until_blocked(ahead[:5])
    if actor == "staff":
        near = (
            near if clause[at - 1] in ("could", "can") or word in ("couldnt", "cannot", "cant") or _holds(near) else []
        )
        return any(_is_process(other) or _is_control(other) or other == "see" for other in near)
    if any(_is_control(other) for other in near[:4]) or (near and near[0] in w.SAYING and "we" not in clause[:at]):
        return True
    return _holds(near) and any(_is_process(other) for other in ahead)


def _until_blocked(words: list[str]) -> list[str]:
    stop = next((place for place, other in enumerate(words) if other in w.BLOCKED), len(words))
    return words[:stop]


def _without(ahead: list[str]) -> bool:
    """Whether “without …” tells of a control that was left out: a check, a paper, or something not done."""
    if ahead[0] in ("our", "my", "telling", "informing", "knowing", "notice", "warning") or ahead[1:2] in (
        ["us"],
        ["me"],
    ):
        return False
    return any(_is_process(word) or _is_control(word) or word.endswith("ing") for word in ahead[:6])


def _holds(words: list[str]) -> bool:
    return not w.HOLDING.isdisjoint(words)


def _state_after(ahead: list[str]) -> bool:
    """Whether what follows a control says that it was not there or did not work: “the check was missing”."""
    for at, word in enumerate(ahead):
        if word in w.STATE_AFTER:
            return True
        if word in w.NEGATIONS and not w.STATE_NEGATED.isdisjoint(ahead[at + 1 : at + 4]):
            return True
    return False


def _actor(clause: Clause, end: int) -> str:
    """Who acts in the clause before this place: "" for the seller, else one of the others."""
    for at, word in enumerate(clause[:end]):
        if word in ("we", "i"):
            return ""
        for name, words in _TARGETS:
            if word not in words or (word in _QUALIFIED and clause[at - 1 : at] not in _QUALIFIED[word]):
                continue
            following = clause[at + 1] if at + 1 < len(clause) else ""
            acts = following in w.AUXILIARIES or following in w.FAULTS or following.endswith("ed")
            if acts or following in ("workers", "staff", "center"):
                return name
    return ""


def _blamed(clause: Clause) -> str:
    if actor := _actor(clause, len(clause)):
        return actor
    faulty = not w.FAULTS.isdisjoint(clause)
    if faulty and not w.PROGRAMS.isdisjoint(clause) and not w.PROGRAM_FAULTS.isdisjoint(clause):
        return "program"
    if "fault" in clause or "strike" in clause or "amazons" in clause:
        for name, words in _TARGETS:
            if not words.isdisjoint(clause):
                return name
    return "supplier" if not faulty and "cheat" in " ".join(clause) else ""


def _promise(said: list[str], whole: str) -> bool:
    phrases = ("going to", "from now on", "in the future", "in future", "next time")
    willing = not w.PROMISES.isdisjoint(said[:6]) and "will not" not in whole
    return willing or any(phrase in whole for phrase in phrases)


def _perfect(whole: str) -> bool:
    return any(phrase in whole for phrase in ("is perfect", "nobody is", "noone is", "system is perfect"))


def _denial(said: list[str], whole: str) -> bool:
    phrases = (
        "nothing wrong", "no problem", "no issue", "no fault", "no violation", "not our fault", "innocent",
        "not guilty", "everything was correct", "everything is correct", "everything is fine", "is perfect",
        "no wrongdoing",
    )  # fmt: skip
    if any(phrase in whole for phrase in phrases):
        return True
    own = said[0] in ("we", "i", "our", "all", "every", "my")
    if own and ("always" in said[:4] or "never" in said[:5]):
        return True
    sure = not {"all", "every", "100", "only"}.isdisjoint(said[:6])
    plain = said[0] in ("our", "all", "every") and w.NEGATIONS.isdisjoint(said)
    return (
        own
        and (sure or plain)
        and not {"authentic", "genuine", "original", "real", "legal", "perfect"}.isdisjoint(said)
    )


def _names_rule(said: list[str]) -> bool:
    return any(word.startswith(("polic", "rule", "restrict", "law")) for word in said)


def _ignorance(clause: Clause) -> bool:
    if not w.IGNORANCE.isdisjoint(clause) or "new seller" in " ".join(clause):
        return True
    for at, word in enumerate(clause):
        ahead = clause[at + 1 : at + 5]
        if word in w.NEGATIONS and word != "without" and not w.KNOWING.isdisjoint(ahead[:3]):
            return True
        if word in ("lack", "no", "insufficient", "missing") and not w.NOT_KNOWN.isdisjoint(ahead):
            return True
        if word in ("not", "didnt", "never") and not {"read", "reading"}.isdisjoint(ahead[:2]):
            return True
        if word in w.BELIEFS and not w.ALLOWED.isdisjoint(clause[at + 1 : at + 12]):
            return True
    return False


def _human_error(said: list[str]) -> bool:
    if not w.HUMAN_ERROR.isdisjoint(said) or any(word.startswith(w.HUMAN_ERROR_STEMS) for word in said):
        return True
    whole = " ".join(said)
    if "technical error" in whole or "system error" in whole:
        return False
    return not {"error", "errors"}.isdisjoint(said) or any(
        phrase in whole
        for phrase in ("mixed up", "mix up", "my fault", "our fault", "not careful", "wrong number typed")
    )


def _damage(said: list[str]) -> bool:
    pairs = {f"{a} {b}" for a, b in pairwise(said)}
    if not w.DAMAGE_PAIRS.isdisjoint(pairs - {"our listing"}) or not w.DAMAGE.isdisjoint(said):
        return True
    return any(word.startswith(w.DAMAGE_STEMS) for word in said) or "a to z" in " ".join(said)


def _state_of_goods(said: list[str]) -> bool:
    short = len(said) < 9
    return any(word.startswith(w.STATE_STEMS) for word in said) or (
        short and not w.STATE_OF_GOODS.isdisjoint(said[-2:])
    )


def _restated(said: list[str], start: str) -> bool:
    """Whether nearly all the answer's weighty words stand in the sentence it should finish."""
    own = {word[:6] for word in said if word not in w.SMALL}
    given = {word[:6] for clause in _clauses(start) for word in clause}
    return bool(own) and len(own & given) * 4 >= len(own) * 3
