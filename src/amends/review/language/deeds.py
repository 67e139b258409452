"""Words for what is done to goods, papers and persons, by what they tell, and what cannot be told of one thing before
what: nothing is counted before it has come, answered before it was asked, signed before it was written.

Forms that tell (`TELL`, "delivered") and names (`NAME`, "delivery") stand apart, since a name is as often a thing that
something else is done to. Participles of other languages stand where sellers leave them in their own.
"""

from __future__ import annotations

_VERBS = {
    "plan": (
        "prepared approved planned agreed decided arranged announced promised offered foreseen scheduled intended "
        "expected reserved invited"
    ),
    "order": "ordered placed requested commissioned booked demanded engaged bestellt pedido encargado commandé sipariş",
    "ask": "told informed notified ask asked inquired enquired questioned queried",
    "make": (
        "write wrote written rewrote rewritten reissued drafted designed printed reprinted made produced "
        "published released issued created built programmed manufactured generated composed coded compiled "
        "registered founded incorporated established launched formed worded reworded erstellt geschrieben "
        "gedruckt"
    ),
    "buy": "buy bought purchased acquired leased rented procured gekauft comprado acheté",
    "hire": "named hired joined employed recruited appointed",
    "send": (
        "ship send shipped dispatched despatched sent mailed posted handed forwarded submitted emailed e-mailed "
        "couriered consigned versandt geschickt enviado envoyé"
    ),
    "come": (
        "receive deliver get arrived delivered received came come reached got collected brought landed fetched "
        "obtained geliefert erhalten recibido llegado livré reçu"
    ),
    "handle": (
        "applied read counted recounted tested retested inspected checked rechecked opened sorted photographed "
        "scanned measured weighed used mounted attached stuck affixed relabelled relabeled labelled labeled "
        "repacked repackaged unpacked examined reviewed studied audited calibrated assembled translated filed "
        "processed inventoried matched reconciled wiped cleaned washed graded"
    ),
    "sign": "signed countersigned initialled initialed stamped",
    "pay": "pay paid settled transferred wired",
    "install": "installed erected",
    "sample": "sampled drawn",
    "result": "passed certified failed",
    "complain": "complained claimed reported alleged objected raised lodged escalated",
    "answer": (
        "confirmed answered replied responded apologised apologized refunded reimbursed thanked reacted "
        "compensated repaid"
    ),
    "fault": "swapped mixed broke broken happened occurred mislabelled mislabeled mistyped confused doubled",
    "find": "found discovered noticed detected spotted identified learnt learned traced unearthed",
    "fix": (
        "remove delete re-entered removed deleted corrected replaced repaired fixed restored withdrew withdrawn "
        "closed erased rectified cancelled canceled revoked recalled suspended deactivated exchanged amended "
        "stopped"
    ),
    "lock": "blocked locked quarantined isolated pulled",
    "return": "returned",
    "train": "instructed trained re-trained retrained taught briefed coached",
    "end": "destroyed scrapped shredded pulped disposed recycled discarded incinerated dumped crushed emptied binned",
    "expire": "expired lapsed ended terminated dismissed",
    "list": "added listed relisted uploaded loaded",
    "sell": "sold resold",
    "change": "changed switched moved renamed updated revised",
    "start": "commenced started began begun introduced",
}
_NAMES = {
    "order": "order commission purchase request booking application",
    "ask": "question inquiry enquiry query",
    "make": "printing writing production publication issue creation manufacture",
    "send": "shipment dispatch despatch posting mailing",
    "come": "delivery arrival receipt pick-up pickup collection",
    "handle": (
        "count recount inspection test retest check audit examination review reading stocktake stock-take installation"
    ),
    "sign": "signature signing",
    "pay": "payment",
    "sample": "sampling sample",
    "result": "result finding",
    "complain": "complaint claim objection",
    "answer": "settlement answer reply response refund apology reimbursement",
    "find": "discovery detection",
    "fix": (
        "removal deletion correction replacement repair withdrawal recall cancellation revocation closure closing "
        "blocking"
    ),
    "return": "return",
    "train": "training briefing instruction",
    "end": "destruction disposal scrapping shredding pulping recycling incineration",
    "expire": "expiry end termination dismissal",
    "list": "upload uploading loading",
    "sell": "sale",
    "change": "change switch move",
    "start": "start beginning launch introduction force effect",
    "sit": "meeting visit call hearing",
}
# Papers: their own day is the day on which they were made.
PAPERS = frozenset(
    "invoice letter report certificate notice message mail email e-mail receipt confirmation note opinion contract "
    "agreement licence license permit statement bill declaration warning authorisation authorization policy catalogue "
    "catalog extract protocol sheet document quotation quote offer advice datasheet memo minutes newsletter".split()
)
# What somebody else says, which is answered, and what a laboratory says, which follows a sample.
MESSAGES = frozenset("notice message mail email e-mail warning newsletter".split())
RESULTS = frozenset("report certificate result finding opinion analysis".split())
TELL = {word: deed for deed, words in _VERBS.items() for word in words.split()}
NAME = {word: deed for deed, words in _NAMES.items() for word in words.split()}
# What brings a thing about: nothing else can be told of it before.
BRINGS = frozenset("make buy hire come install".split())
# What may well be told of a thing that is not yet there.
AHEAD = frozenset("plan order ask pay send start expire".split())
# What has been told of a thing when this is told of it.
NEEDS = {
    "send": frozenset(("order", "make", "buy")),
    "come": frozenset(("order", "send", "make", "message", "result", "buy")),
    "handle": frozenset(("come", "order", "install", "make", "message", "result", "buy", "hire", "return")),
    "list": frozenset(("make", "buy", "come")),
    "install": frozenset(("order", "make", "buy", "come", "send")),
    "make": frozenset(("ask", "order", "sample")),
    "sign": frozenset(("make", "plan")),
    "pay": frozenset(("make",)),
    "sample": frozenset(("come",)),
    "result": frozenset(("sample", "send", "order")),
    "find": frozenset(("sample",)),
    "answer": frozenset(("complain", "ask", "message", "send", "order", "come")),
    "return": frozenset(("come", "sell")),
    "train": frozenset(("make", "hire")),
    "end": frozenset(("come", "handle", "return", "lock", "make")),
    "expire": frozenset(("buy", "sign", "hire")),
    "sell": frozenset(("list", "buy", "come", "make")),
    "fix": frozenset(("find", "fault", "list", "complain", "make")),
    "lock": frozenset(("find", "come", "make", "complain")),
    "start": frozenset(("hire", "make")),
}
