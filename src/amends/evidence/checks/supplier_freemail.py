"""Whether a supplier's address for mail is its own."""

from __future__ import annotations

from collections.abc import Iterator

from amends.evidence.check import Said, check
from amends.evidence.seen import Seen
from amends.needed import INVOICES

_FREE = frozenset(
    "gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com icloud.com aol.com gmx.de gmx.net web.de "
    "163.com 126.com qq.com foxmail.com sina.com mail.ru yandex.ru proton.me protonmail.com".split()
)


@check(
    "DC05",
    "supplier-freemail",
    level="note",
    kinds=INVOICES,
    source="Seller Forums staff post 8be798a9: the supplier must be verifiable online",
    bad=({"supplier_email": "marlowtrade@163.com", "supplier_website": None},),
    good=({}, {"supplier_email": "marlowtrade@163.com"}),
)
def supplier_freemail(seen: Seen) -> Iterator[Said]:
    """The only address on the net is one that anybody can have.

    Amazon looks the supplier up. A free mailbox and no website give it nothing to find; add something that does: a
    business licence of the supplier, its listing in a register, a letter.
    """
    mail = seen.field("supplier_email")
    if mail is None or seen.field("supplier_website") is not None:
        return
    if mail.value.rpartition("@")[2].lower() in _FREE:
        yield Said(
            f"The supplier writes from “{mail.value}”, a free mailbox, and no website was found.",
            "Add what lets Amazon find the supplier: its business licence or its entry in a register.",
            (mail,),
        )
