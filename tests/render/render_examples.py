"""Made-up letters, notices and exhibits that the render tests share."""

from __future__ import annotations

import hashlib
from datetime import date

from amends.model import (
    Ask,
    Block,
    Deadline,
    Enforcement,
    Exhibit,
    Gap,
    Identifier,
    Item,
    Letter,
    Notice,
    Plan,
    Section,
    Sentence,
    Span,
)
from amends.playbook import Document, Playbook, RouteRule
from amends.render.letter import from_plan

DAY = date(2026, 5, 4)


def item(of: str, *sentences: str, numbered: bool = False) -> Item:
    return Item(of, tuple(Sentence(text) for text in sentences), numbered)


PLAN = Plan(
    "inauthentic",
    "plan",
    (
        Section(
            "title",
            "Plan of Action",
            (
                item(
                    "case", "Lucja and Son Homewares Ltd, seller ID A2EXAMPLE7TTQ.", "Notice received on 21 April 2026."
                ),
            ),
        ),
        Section(
            "opening",
            None,
            (
                item("addressee", "Dear Amazon Seller Performance Team,"),
                item(
                    "acknowledgement",
                    "Your notice of 21 April 2026 concerns ASINs B0EXAMPLE1 and B0EXAMPLE2 in our store Łucja & Søn "
                    "Homewares.",
                    "We apologise to the eleven customers who doubted what they had bought.",
                ),
            ),
        ),
        Section(
            "root-cause",
            "Root Cause",
            (
                item(
                    "untraced",
                    "Between 3 November 2025 and 9 April 2026 we sold 340 units of ASIN B0EXAMPLE1 and 58 units of "
                    "ASIN B0EXAMPLE2 that we had bought from Kestrel Bay Wholesale LLC.",
                    "Its invoices KB-20418 and KB-20533 name a former address of ours and no model number, so they do "
                    "not trace these units to a source that you can verify (Exhibit A, kestrel_bay_KB-20418.pdf).",
                ),
                item(
                    "why",
                    "This was possible because nobody compared a supplier invoice with our legal name, the ASIN and "
                    "the quantity before the stock was sent to a fulfilment centre.",
                ),
            ),
        ),
        Section(
            "corrective-actions",
            "Corrective Actions",
            (
                item(
                    "investigated",
                    "On 22 April 2026 Dana Ruiz (operations lead) matched all 41 purchase orders of the last 365 days "
                    "against their invoices; 39 agreed, and the two from Kestrel Bay Wholesale LLC did not.",
                    numbered=True,
                ),
                item(
                    "closed",
                    "We closed both listings on 22 April 2026 and ordered the removal of the remaining 112 units "
                    "(removal order 260422QX_1; Exhibit B, removal-order-2026-04-22.png).",
                    numbered=True,
                ),
                item(
                    "reissued",
                    "At our request Kestrel Bay Wholesale LLC issued both invoices anew on 27 April 2026, with our "
                    "legal name, our address in Leeds, the model numbers and its own telephone number.",
                    "They cover 420 units, 22 more than were sold (Exhibit C, kestrel_bay_reissued.pdf).",
                    numbered=True,
                ),
            ),
        ),
        Section(
            "preventive-measures",
            "Preventive Measures",
            (
                item(
                    "invoice-check",
                    "Since 28 April 2026 Dana Ruiz compares every supplier invoice with the purchase order, our legal "
                    "name, the ASIN and the quantity before stock leaves our warehouse.",
                    "A delivery whose invoice differs in one of them is set aside and is not listed; the signed check "
                    "sheet is kept with the invoice for 24 months (Exhibit D, invoice-check-procedure.pdf).",
                    numbered=True,
                ),
                item(
                    "supplier-file",
                    "From 1 June 2026 Omar Haddad (purchasing) opens a file for every supplier before the first order: "
                    "licence, address, telephone number called back, and website.",
                    numbered=True,
                ),
            ),
        ),
        Section(
            "conclusion",
            "Conclusion",
            (
                item(
                    "time",
                    "This plan is effective from 22 April 2026, and its last measure is in place on 1 June 2026.",
                ),
            ),
        ),
        Section(
            "documentation",
            "Documentation",
            (
                item("a", "Exhibit A: kestrel_bay_KB-20418.pdf, supplier invoices as first received."),
                item("b", "Exhibit B: removal-order-2026-04-22.png, removal order 260422QX_1."),
            ),
        ),
        Section("closing", None, (item("name", "Ines Ólafsdóttir, owner, Lucja and Son Homewares Ltd"),)),
    ),
    (
        Gap(
            "supplier-file.exhibit",
            "preventive-measures",
            "the procedure for supplier files",
            "Add it, or say that there is none.",
        ),
    ),
    date(2026, 4, 22),
    date(2026, 6, 1),
)
LETTER = from_plan(PLAN)
CLEAN = Letter(tuple(block for block in LETTER.blocks if block.kind != "gap"))

HOSTILE = Letter(
    (
        Block("heading", '#eval("1+1") $x^2$ = *Causes* <script>alert(1)</script>'),
        Block(
            "paragraph", "Backslashes \\ \\n \\u{41} #panic() @ref <label> // not a comment /* nor this */ ~ -- --- ..."
        ),
        Block(
            "paragraph",
            "Right to left \u202egnp.exe\u202c mark \u200f and a bell \x07 and an escape \x1b[31mred\x1b[0m.",
        ),
        Block("number", "]]> &amp; &lt;b&gt; \" ' ${HOME} $(rm -rf /) `id` {{7*7}} %s {0}", 1),
        Block("bullet", "B0" + "W" * 400),
        Block("gap", "Missing: the =SUM(A1) cell. +1 -1 @cmd"),
    )
)

NOTICE_TEXT = (
    "Hello,\nYour Amazon.co.uk account is deactivated because of complaints about the authenticity of your items.\n"
    "ASIN: B0EXAMPLE1, B0EXAMPLE2\nSend copies of invoices issued in the last 365 days.\n"
    "If we do not hear from you within 17 days, you may lose the right to sell.\n"
)


def place(quote: str) -> Span:
    start = NOTICE_TEXT.index(quote)
    return Span(start, start + len(quote), quote)


NOTICE = Notice(
    file="notice.eml",
    format="eml",
    sha256="0" * 64,
    text=NOTICE_TEXT,
    subject="Your Amazon selling account",
    sender="no-reply@amazon.co.uk",
    kind="enforcement",
    level="account",
    status="deactivated",
    enforcements=(Enforcement("inauthentic", 0.93, (place("complaints about the authenticity of your items"),)),),
    marketplace="UK",
    received=date(2026, 4, 21),
    identifiers=(
        Identifier("asin", "B0EXAMPLE1", place("B0EXAMPLE1")),
        Identifier("asin", "B0EXAMPLE2", place("B0EXAMPLE2")),
    ),
    deadlines=(Deadline(place("within 17 days"), 17, date(2026, 5, 8), "you may lose the right to sell"),),
    asks=(Ask("invoices", "comply", place("Send copies of invoices issued in the last 365 days.")),),
    route="plan",
    channel="Appeal button on the Account Health page",
    language="en",
)


PLAYBOOK = Playbook(
    id="inauthentic",
    title="Inauthentic item complaints",
    family="authenticity",
    status="full",
    severity="high",
    summary="Amazon doubts that what you sold is genuine. Invoices that trace every unit decide.",
    signals_for=(),
    signals_against=(),
    asks=("invoices",),
    routes=(RouteRule("documents", "Invoices come first."), RouteRule("plan", "The notice asks for a plan too.")),
    advice=("Never edit an invoice.",),
    slots=(),
    opening=(),
    opening_in_error=(),
    facts=(),
    documents=(),
    rejected=(),
    sources=(),
)
INVOICE = Document("supplier-invoice", "Supplier invoice", (), (), ("pdf",), "", (), (), ())


def exhibit(
    label: str, name: str, data: bytes, kind: str = "supplier-invoice", supports: tuple[str, ...] = ()
) -> Exhibit:
    return Exhibit(label, kind, name, name, hashlib.sha256(data).hexdigest(), len(data), DAY, supports=supports)
