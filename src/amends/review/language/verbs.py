"""Verb forms that tell tense without a tagger: the irregular pasts and participles, and words in -ed that are none.

A table, since rules on spelling alone take "broke" and "fell" for nothing and "need" for a past.
"""

from __future__ import annotations

# Past tense and participle where both are the same word or where one of them is enough to know. Words that are present
# and past alike (put, cut, set, let, cost, shut, read, hit, quit, split, spread, cast, hurt) stand apart.
PAST = frozenset(
    "arose awoke was were been bore beat became began bent bound bit bled blew broke brought built "
    "burnt bought caught chose came crept "
    "dealt dug did done dreamt drew drank drove ate fell fed felt fought found fled flew forbade "
    "forgot forgave froze got gave went "
    "gone ground grew hung had heard hid held kept knelt knew known laid led leant learnt left lent "
    "lay lit lost made meant met misled "
    "mistook misunderstood overcame oversaw oversold overtook paid proved rode rang rose ran said "
    "saw sought sold sent shook shone "
    "shot showed shrank sang sank sat slept slid sought spoke spent spun stood stole stuck struck "
    "strove swore swept swam took taught "
    "tore told thought threw undertook understood undid undersold upheld woke wore wove won wound "
    "withdrew withheld withstood wrote "
    "rewrote rebuilt resold resent redid remade retook retold reran overpaid misread outsold offset undercut".split()
)
PARTICIPLE = frozenset(
    "arisen borne beaten become begun bitten blown broken chosen come drawn drunk driven eaten "
    "fallen flown forbidden forgotten "
    "forgiven frozen given gone gotten grown hidden known lain mistaken overcome overseen overtaken "
    "proven ridden rung risen run seen "
    "shaken shown shrunk sung sunk spoken stolen stricken sworn swum taken torn thrown undertaken "
    "undone woken worn woven withdrawn "
    "written rewritten been put cut set let cost shut read hit quit split spread cast hurt reset preset".split()
)
# Of these no form is an adjective or a participle: wherever they stand, something is told.
ONLY_PAST = frozenset(
    "arose awoke bore became began bit blew broke chose came did drew drank drove ate fell flew "
    "forbade forgot froze gave "
    "went grew knew overcame oversaw mistook overtook rode rang ran saw shook sang sank spoke stole "
    "swam took tore threw "
    "undertook woke wore withdrew wrote rewrote redid retook".split()
)
ALIKE = frozenset("put cut set let cost shut read hit quit split spread cast hurt reset".split())
NOT_ED = frozenset(
    "need needed' indeed speed feed seed exceed proceed succeed embed shed bed red led' wed fed' "
    "hundred kindred sacred naked wicked "
    "agreed' breed bleed greed deed weed reed steed heed creed shred sled united limited related "
    "interested detailed fixed complicated "
    "unauthorized unauthorised authorized' ned ted fred med".split()
)


_MOST_WORDS = 30_000


class _Pasts(dict[str, bool]):
    """What `is_past` said of the words that it was asked about."""

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MOST_WORDS:
            self.clear()
        past = self[word] = word in PAST or (word.endswith("ed") and len(word) > 3 and word not in NOT_ED)
        return past


_PASTS = _Pasts()


def is_past(word: str) -> bool:
    """Whether a word has the form of a past tense or a participle in -ed or from the table (not those that are
    present as well).
    """
    return _PASTS[word]


def is_participle(word: str) -> bool:
    """Whether a word may stand after "have" or "was"."""
    return word in PARTICIPLE or is_past(word)
