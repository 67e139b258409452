"""Percentages and fractions held against the figures beside them: "12 of 280, 3.5 %", "30 % of 250, that is 85", "from
800 to 650, a cut of one quarter", "one in four (40 %)", "70 % came, 40 % did not".

A share is doubted only where words or marks tie it to a part and its whole; a limit, a target or a discount is tied to
none. What any two of the figures make within the rounding is right.
"""

from __future__ import annotations

from itertools import combinations, pairwise

from amends.review.reckoning.account import Account, Entry, Wrong, shown
from amends.review.reckoning.changes import changed
from amends.review.reckoning.figures import MONEY
from amends.review.reckoning.rates import RATES, Rate, rate_said, rates
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINKS = frozenset(
    "so is was means mean makes make made which or i e thus therefore hence equal equals equalling only just stand "
    "stands stood namely words represents corresponds gives gave leaves leaving = being now yields comes came because "
    "rate share quota percentage ratio odr lsr vtr deviation".split()
)
_APART = frozenset("and but while whereas although though yet".split())
_OF = frozenset("of from for in among over against per on".split())
_BASES = frozenset("order shipment parcel package unit sale item piece delivery dispatch message return".split())
_CONTRARY = frozenset("not never rest remaining others other remainder while refused failed none unanswered".split())
_AVERAGE = frozenset("average mean overall combined averaged".split())
_OF_THEM = frozenset((("of", "them"), ("of", "these"), ("of", "those"), ("of", "which")))
_OUT_OF = frozenset((("of", "the"), ("of", "our"), ("of", "these"), ("out", "of"), ("of", "all"), ("out", "of", "the")))
_MOST, _LOWEST, _HIGHEST, _CLOSE, _MOST_PARTS, _LOW, _HALF = 7, 0.08, 12.5, 4, 80, 0.25, 0.51
_SIDES = frozenset("more less over under fewer majority most".split())
_MOSTLY = frozenset(("majority", "most"))
_MOVED = frozenset("down up rose fell from dropped".split())
_DEFECTS = frozenset("claim claims a-to-z chargeback chargebacks feedback feedbacks negative ratings".split())


def shares(account: Account) -> Wrong | None:
    """A share that the figures beside it do not make."""
    told = list(rates(account))
    amounts = [
        e
        for e in account.entries
        if e.words[e.word] != "both"
        and not any(r.fraction and r.statement is e.statement and r.first <= e.word <= r.last for r in told)
    ]
    if len(amounts) + len(told) < 2 or len(amounts) > _MOST:
        return None
    for read in (_beside, _each, _alike, changed, _hundred, _averaged, _counted, _beyond):
        mistake = read(account, told, amounts)
        if mistake is not None:
            return mistake
    return None


def _wrong(rate: Rate, found: Sequence[Entry], message: str, sure: bool = False) -> Wrong:
    return Wrong(min([rate.start, *(f.start for f in found)]), max([rate.end, *(f.end for f in found)]), message, sure)


def _makes(rate: Rate, part: float, whole: float, strict: bool = False) -> bool:
    """Whether a part of a whole is this share, or leaves it, within the rounding; but for `strict` also where the part
    is rounded.
    """
    if not whole:
        return False
    right = 100 * part / whole
    if any(abs(value - rate.value) <= rate.slack for value in ((right,) if rate.fraction else (right, 100 - right))):
        return True
    if strict:
        return False
    made = whole * rate.value / 100
    if rate.fraction:
        return abs(made - part) < 1
    return part > 1 and whole == int(whole) and min(abs(made - part), abs(whole - made - part)) < _HALF


def _off(account: Account, rate: Rate, part: Entry, whole: Entry, sure: bool = False) -> Wrong | None:
    if (
        not whole.value
        or part.value >= whole.value
        or _makes(rate, part.value, whole.value, _direct(part, whole) and not rate.fraction)
    ):
        return None
    right = 100 * part.value / whole.value
    of = f"{shown(part.value)} of {shown(whole.value)} is {right:.4g} %"
    if _LOWEST <= rate.value / max(right, 0.001) <= _HIGHEST:
        return _wrong(rate, (part, whole), f"{of}, not {rate_said(account, rate)}.", sure)
    few = 100 - right if right > _MOST_PARTS else right if rate.value > _MOST_PARTS and _direct(part, whole) else 0
    told = rate.value if right > _MOST_PARTS else 100 - rate.value
    if few and not rate.fraction and _LOWEST <= told / few <= _HIGHEST:
        return _wrong(rate, (part, whole), f"{of} and leaves {100 - right:.4g} %, not {rate_said(account, rate)}.")
    return None


def _beside(account: Account, rates: Sequence[Rate], amounts: Sequence[Entry]) -> Wrong | None:
    """ "From 5 % (25 of 500) to 1 % (10 of 500)", "16 of 1,000 orders (2.4 %)": a share and two figures in brackets."""
    text = account.draft.text
    for rate in rates:
        for part, whole in pairwise(amounts):
            if part.unit != whole.unit or not _direct(part, whole):
                continue
            behind = text[rate.end : part.start].strip(" %percnt.") == "(" and ")" not in text[part.start : whole.start]
            gap = text[whole.end : rate.start]
            aside = (
                gap.count("(") == 1
                and gap.rstrip().endswith("(")
                and len(gap.split()) <= 5
                and text[rate.end : rate.end + 12].find(")") >= 0
            )
            if behind or aside:
                mistake = _off(account, rate, part, whole, not rate.fraction)
                if mistake is not None:
                    return mistake
    return None


def _each(account: Account, rates: Sequence[Rate], amounts: Sequence[Entry]) -> Wrong | None:
    """ "Of 120 returns 30 (25 %) named the lid and 60 (40 %) the pump": each part of one whole with its share."""
    text = account.draft.text
    found = []
    for rate in rates:
        part = next((entry for entry in reversed(amounts) if entry.end < rate.start), None)
        if part is not None and not part.unit and text[part.end : rate.start].strip() == "(":
            found.append((rate, part))
    wholes = [entry for entry in amounts if not entry.unit and found and entry.start < found[0][1].start]
    if len(found) < 2 or len(wholes) != 1:
        return None
    whole = wholes[0]
    wrong = [pair for pair in found if not _makes(pair[0], pair[1].value, whole.value)]
    return _off(account, *wrong[0], whole) if len(wrong) == 1 else None


def _alike(account: Account, rates: Sequence[Rate], amounts: Sequence[Entry]) -> Wrong | None:
    """ "One in four (40 %)": a fraction and a percentage of the same."""
    for one, two in pairwise(rates):
        gap = account.draft.low[one.end : two.start]
        if (
            one.fraction == two.fraction
            or not _MOVED.isdisjoint(account.words)
            or len(gap.split()) > _MOST
            or _CONTRARY.intersection(gap.split())
        ):
            continue
        between = gap.replace(",", " ").split()
        tied = "(" in gap or "=" in gap or not {"or", "i", "is", "means", "words", "i.e."}.isdisjoint(between[-4:])
        if tied and " and " not in gap and abs(one.value - two.value) > max(one.slack, two.slack, 1.0):
            message = f"“{rate_said(account, one)}” and “{rate_said(account, two)}” are not the same share."
            return Wrong(one.start, two.end, message)
    return None


def _hundred(account: Account, rates: Sequence[Rate], amounts: Sequence[Entry]) -> Wrong | None:
    """Shares of one whole that are more than all of it, or a list of them that is not all of it."""
    told = [rate for rate in rates if not rate.fraction and rate.free]
    if (amounts and len(told) < 3) or not 2 <= len(told) <= _MOST or len(told) != len(rates):
        return None
    gaps = [account.draft.low[one.end : two.start] for one, two in pairwise(told)]
    if any(len(gap.split()) > 12 or "from" in gap.split() or " to " in gap for gap in gaps):
        return None
    total = sum(rate.value for rate in told)
    joined = all("," in gap or " and " in gap or ";" in gap for gap in gaps)
    contrary = any(_CONTRARY.intersection(gap.split()) for gap in gaps) or not _CONTRARY.isdisjoint(told[-1].behind(5))
    whole = "share" in account.words and account.words.count("share") + account.words.count("that") > 1
    whole = whole or account.words[0] == "of" or "of the" in account.draft.low[told[0].start - 40 : told[0].end + 30]
    listed = len(told) > 2 and all(len(gap.split()) <= 4 for gap in gaps) and _AVERAGE.isdisjoint(account.words)
    if joined and ((total > 100.5 and (contrary or whole)) or (listed and 0.5 < abs(total - 100) <= 20)):
        said = " + ".join(f"{rate.value:g}" for rate in told)
        return Wrong(told[0].start, told[-1].end, f"{said} makes {total:g} %, not 100 %.")
    return None


def _averaged(account: Account, rates: Sequence[Rate], amounts: Sequence[Entry]) -> Wrong | None:
    """An average that lies outside what it is of."""
    if _AVERAGE.isdisjoint(account.words) or len(rates) < 3 or any(rate.fraction for rate in rates):
        return None
    for rate in rates:
        others = [other.value for other in rates if other is not rate]
        near = (*rate.before(4), *rate.behind(4))
        if not _AVERAGE.isdisjoint(near) and not min(others) <= rate.value <= max(others) and rate.free:
            message = f"An average of {min(others):g} % and {max(others):g} % cannot be {rate.value:g} %."
            return _wrong(rate, (), message)
    return None


def _counted(account: Account, rates: Sequence[Rate], amounts: Sequence[Entry]) -> Wrong | None:
    """One share and the figures of which it is told."""
    for rate in rates:
        mistake = _of_a_whole(account, rate, amounts)
        if mistake is not None:
            return mistake
    told = [rate for rate in rates if rate.free or rate.fraction]
    if len(told) != 1 or len(rates) > 2 or (len(rates) == 2 and rates[0].fraction != rates[1].fraction):
        return None
    rate = told[0]
    for unit in {entry.unit: None for entry in amounts}:
        found = [entry for entry in amounts if entry.unit == unit]
        values = [entry.value for entry in found]
        kinds = sum(not _DEFECTS.isdisjoint(entry.behind(2)) for entry in found)
        sided = rate.fraction and not _SIDES.isdisjoint((*rate.before(4), rate.statement.words[rate.first]))
        if len(values) < 2 or (
            not sided and _fits(rate, found, len(values) - 1 if 1 < kinds == len(values) - 1 else 2)
        ):
            continue
        pairs = [(min(pair, key=_value), max(pair, key=_value)) for pair in combinations(found, 2)]
        if unit == MONEY and not (rate.fraction or RATES.intersection(account.words) or rate.behind(3)[:1] == ("on",)):
            continue
        for part, whole in sorted(pairs, key=lambda pair: not _direct(*pair)):
            owned = any(
                _direct(*pair) for pair in pairs if pair[1] is part or (pair[0] is part and pair[1] is not whole)
            )
            if owned and not _direct(part, whole):
                # "55 of 1,000" is no part of the 12,000 before.
                continue
            if _tied(account, rate, part, whole, len(set(values))):
                mistake = _compared(account, rate, part, whole)
                if mistake is not None:
                    return mistake
    return None


def _of_a_whole(account: Account, rate: Rate, amounts: Sequence[Entry]) -> Wrong | None:
    """ "30 % of 250 cups, that is 85", "20 % on $45.00, i.e. $12.00", "15 % on the $60.00 lamp …, $12.00 each"."""
    if rate.fraction or rate.rounded or not rate.behind(1) or rate.behind(1)[0] not in ("of", "on"):
        return None
    behind = [entry for entry in amounts if entry.start > rate.end and entry.statement is rate.statement]
    if rate.behind(2) in _OF_THEM and behind:
        # "We sold 1,250 mugs. 3.2 % of them, 50 mugs, came back."
        before = [entry for entry in amounts if entry.end < rate.start and not entry.unit]
        close = account.draft.text[rate.end : behind[0].start].rstrip().endswith((",", "(", ":"))
        return _off(account, rate, behind[0], before[-1]) if before and close and not behind[0].unit else None
    if len(behind) < 2 or behind[0].word - rate.last > _CLOSE:
        return None
    whole = behind[0]
    if "(" in account.draft.text[rate.end : whole.start]:
        return None
    alike = [entry for entry in behind[1:] if entry.unit == whole.unit and entry.value < whole.value]
    if not alike or any(_makes(rate, entry.value, whole.value) for entry in alike):
        return None
    part = alike[0]
    aside = account.gap(whole, part)
    words = aside.replace(",", " ").split()
    tied = any(sign in aside for sign in "(=:") or not _LINKS.isdisjoint(words[-3:]) or "i.e." in words
    if not tied and not (whole.unit == MONEY and len(alike) == 1 and "," in aside):
        return None
    right = whole.value * rate.value / 100
    if not 0.25 <= part.value / max(right, 0.01) <= 4:
        return None
    message = (
        f"{rate_said(account, rate)} of {shown(whole.value)} is {shown(round(right, 2))}, not {shown(part.value)}."
    )
    return _wrong(rate, (whole, part), message)


def _compared(account: Account, rate: Rate, part: Entry, whole: Entry) -> Wrong | None:
    """A share held against its part and whole; "more than half" is right on its side of the half."""
    near = rate.before(4)
    most = rate.fraction and rate.statement.words[rate.first] in _MOSTLY
    more, less = most or "more" in near or "over" in near, not {"less", "under", "fewer"}.isdisjoint(near)
    if rate.fraction and (more or less) and whole.value:
        right = whole.value * rate.value / 100
        if (part.value <= right if more else part.value >= right) and part.value * 3 > right:
            side = "more" if more else "less"
            of = f"{rate_said(account, rate)} of {shown(whole.value)} is {shown(right)}"
            said = f"{of}; {shown(part.value)} is not {side}."
            return _wrong(rate, (part, whole), said)
        return None
    return _off(account, rate, part, whole)


def _fits(rate: Rate, found: Sequence[Entry], least: int) -> bool:
    """Whether two of the figures, or at least so many of them together and another, make the share."""
    values = [entry.value for entry in found]
    whole = max(values)
    parts = [value for value in values if value != whole]
    pairs = [sorted(pair, key=_value) for pair in combinations(found, 2)]
    told = [(one, two) for one, two in pairs if one.value < two.value]
    if any(_makes(rate, one.value, two.value, _direct(one, two) and not rate.fraction) for one, two in told):
        return True
    return any(
        abs(100 * sum(chosen) / whole - rate.value) <= rate.slack
        for size in range(least, len(parts) + 1)
        for chosen in combinations(parts, size)
    )


def _value(entry: Entry) -> float:
    return entry.value


def _direct(part: Entry, whole: Entry) -> bool:
    """Whether "of" and little else stands between them: "12 of the 280", "150 shelves, of which 18"."""
    if part.statement is not whole.statement:
        return False
    if part.start > whole.start:
        return part.behind(2) in _OF_THEM or part.before(2) == ("of", "which")
    between = part.words[part.word + 1 : whole.word]
    return 0 < len(between) <= 5 and not _OF.isdisjoint(between) and _APART.isdisjoint(between)


def _tied(account: Account, rate: Rate, part: Entry, whole: Entry, many: int) -> bool:
    """Whether words or marks say that a share is that of these two figures."""
    first, last = min(part.start, whole.start), max(part.end, whole.end)
    low = account.draft.low
    inside = first < rate.start < last
    if inside and part.statement is not whole.statement:
        return False
    if inside and low[rate.end : part.start].strip(" %percnt") == "(":
        return True
    gap = "" if inside else low[last : rate.start] if rate.start >= last else low[rate.end : first]
    between = gap.replace(",", " ").replace(";", " ").replace("(", " ").split()
    near = (*rate.before(6), *rate.behind(6))
    said = rate.before(4) if rate.start >= last or inside else between[:4]
    linked = not _LINKS.isdisjoint(said) or not RATES.isdisjoint(near)
    if len(between) > (9 if many > 2 else 22):
        return False
    if inside and not _direct(part, whole):
        return False
    apart = [at for at, word in enumerate(between) if word in _APART]
    if apart and (_LINKS.isdisjoint(between[apart[-1] :][:3]) or len(between) - apart[-1] <= 3):
        return False
    mark = low[max(0, rate.start - 2) : rate.start].rstrip()[-1:]
    bracket = mark in ("(", "=", ":", "-", "–") and mark != ""
    direct = _direct(part, whole) or "/" in low[min(part.end, whole.end) : max(part.start, whole.start)]
    if rate.fraction or (rate.behind(2)[:1] == ("of",) and rate.behind(2) != ("of", "each")):
        # "Half of the 90, 50 in number", "30 % of 250 cups, that is 85": the whole follows the share.
        follows = low[rate.end : whole.start].split()
        whole_next = (
            rate.start < whole.start < part.start and len(follows) <= 7 and not {"of", "the"}.isdisjoint(follows[:3])
        )
        aside = low[whole.end : part.start]
        if whole_next and (any(mark in aside for mark in ",(=:") or not _LINKS.isdisjoint(aside.split())):
            return True
        close = "," in gap and len(between) <= _CLOSE
        return (
            direct
            and (linked or bracket or close or rate.start < first)
            and (rate.fraction or linked or bracket or close)
        )
    if direct:
        return (
            linked
            or bracket
            or gap.strip(" %percnt") in ("(", ",", ":", ";")
            or len(between) <= (14 if gap.strip(" %percnt")[:1] == ":" else 9)
            or inside
        )
    of = part.statement is whole.statement and part.start < whole.start and not _OF.isdisjoint(whole.before(4))
    if of and _LOW <= 100 * part.value / max(whole.value, 1) / max(rate.value, 0.01) <= 1 / _LOW:
        near_it = len(between) <= 9 and (linked or bracket or gap.strip(" %percnt")[:1] in ("(", ",", ":", ";"))
        if near_it:
            return True
    if many > 2:
        based = any(word.rstrip("s") in _BASES for word in whole.behind(2)) and not RATES.isdisjoint(near)
        named = linked and any(
            name[:5] in {word[:5] for word in rate.behind(8)} for name in part.behind(1) if len(name) > 4
        )
        right = 100 * part.value / max(whole.value, 1)
        return (based or named) and 0.25 <= right / max(rate.value, 0.01) <= 4
    return linked or (bracket and rate.start > last)


def _beyond(account: Account, rates: Sequence[Rate], amounts: Sequence[Entry]) -> Wrong | None:
    """ "12 of the 10 units": more than there are."""
    for part, whole in pairwise(amounts):
        between = part.words[part.word + 1 : whole.word] if part.statement is whole.statement else ()
        if between in _OUT_OF and part.value > whole.value and not part.unit and not whole.unit:
            return Wrong(part.start, whole.end, f"{shown(part.value)} of {shown(whole.value)} are more than there are.")
    return None
