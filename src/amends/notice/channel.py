"""How an answer is to be sent, in the notice's own terms: a button, a reply, a mailbox, a dashboard, a form, a call."""

from __future__ import annotations

import re

from amends.notice.parts import Place
from amends.notice.passage import Passage
from amends.notice.signals import found, near

_MAILBOX = re.compile(r"[a-z0-9][a-z0-9.+-]{0,48}@amazon\.(?:com?\.)?[a-z]{2,3}", re.I)
_NOT_FOR_ANSWERS = (
    "payments-funds",
    "payments",
    "stop-spoofing",
    "no-reply",
    "noreply",
    "donotreply",
    "do-not-reply",
    "seller-notification",
    "seller-performance-notification",
)
_WAYS = (
    (
        "Appeal button on the Performance Notifications page",
        (
            (
                "appeal button | appeal link | press appeal | click appeal | click on appeal | "
                "button appeal | schaltfläche | apelar | faire appel"
            ),
        ),
    ),
    (
        "Appeal button on the Performance Notifications page",
        ("appeal | button | link", "performance notifications | notifications page"),
    ),
    (
        "“Reactivate your account” on the Account Health page",
        ("reactivate your account | reactivate account", "button | account health | banner | click | top of"),
    ),
    (
        "Account Health page",
        ("account health", "appeal | submit | button | go to | visit | upload | link | respond | page | address"),
    ),
    (
        "reply to the message",
        (
            "reply | replying | answer* | respond | responding | antworten | responda | répondre | rispond*",
            (
                "this message | this email | this e mail | this notification | message | email | to us | "
                "e mail | nachricht | correo | courriel | this case"
            ),
        ),
    ),
    ("reply to the message", ("answer with a plan | reply with a plan | answer with | reply with | ~返信",)),
    (
        "Performance Notifications page",
        (
            "performance notifications | leistungsbenachrichtigungen",
            "appeal | submit | send | go to | link | through | via",
        ),
    ),
    ("Manage your compliance dashboard", ("manage your compliance | compliance dashboard",)),
    (
        "form linked in the message",
        (
            "form | questionnaire | survey",
            "link* | fill | complete | booking | external | following | below | submit | register",
        ),
    ),
    (
        "phone or video call",
        (
            "call | phone | speak | talk | video",
            "schedule | book | with you | number | us | contact | interview | next steps",
        ),
    ),
    ("Brand Registry", ("brand registry", "retract* | submit | through | withdraw*")),
)


def channel(passage: Passage, places: tuple[Place, ...]) -> str | None:
    """The ways that the notice offers, joined by "or"; None when it names none."""
    ways: list[tuple[int, str]] = []
    for name, groups in _WAYS:
        for hit in found(
            near(
                groups, "questions about | do not reply | not monitored | cannot receive | supplier* | tried to reach"
            ),
            passage,
        ):
            if places[hit.sentence].part in ("help", "consequence") or any(known == name for _, known in ways):
                continue
            ways.append((hit.start, name))
            break
    for match in _MAILBOX.finditer(passage.text):
        at = passage.sentence_at(match.start())
        address = match.group().lower()
        if address.split("@")[0] in _NOT_FOR_ANSWERS or places[at].part == "help" or passage.has("questions", at):
            continue
        if passage.has(
            "have the | ask the | rights owner may | rights owner can | rights owner must | has to write", at
        ) and passage.has("retract* | withdraw*", at):
            continue
        if not any(address in name for _, name in ways):
            ways.append((match.start(), f"e-mail to {address}"))
    names = [name for _, name in sorted(ways)]
    if any(name.startswith("Appeal button") for name in names):
        names = [name for name in names if name != "Performance Notifications page"]
    if any(name.startswith("“Reactivate") for name in names):
        names = [name for name in names if name != "Account Health page"]
    return " or ".join(dict.fromkeys(names)) or None
