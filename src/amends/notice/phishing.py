"""Signs of fraud that are not words: who sent the message, and where its links lead.

A rights owner's own e-mail address in an infringement notice is normal and counts for nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from amends.model import Span

_HOST = re.compile(
    r"(?<![\w.-])(?:https?://|www\.)?((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24})(?![A-Za-z0-9_@-]|\.[A-Za-z0-9])", re.I
)
_AT = re.compile(r"@((?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24})", re.I)
_HOMOGLYPHS = str.maketrans("013456@$", "oleasgas")
_OWN = (
    "amazonaws.com",
    "media-amazon.com",
    "ssl-images-amazon.com",
    "amazonservices.com",
    "amazonpay.com",
    "amazonsellerservices.com",
    "amazon.work",
    "aboutamazon.com",
    "a2z.com",
    "amazon.jobs",
    "amazon.cn",
    "sellercentral.amazon.dev",
    "amazontrust.com",
    "amazon.company",
)
_NO_DOMAIN = frozenset(
    "amazon pdf jpg jpeg png gif tif tiff doc docx xls xlsx csv txt zip eml msg html htm please we if to the "
    "you your for".split()
)
_FREE = (
    "gmail.com",
    "outlook.com",
    "hotmail.com",
    "yahoo.com",
    "aol.com",
    "proton.me",
    "protonmail.com",
    "gmx.de",
    "gmx.net",
    "mail.ru",
    "yandex.ru",
    "163.com",
    "qq.com",
    "icloud.com",
)


def signs(
    text: str, sender: str | None, links: Iterable[tuple[str, str]], stores: Iterable[str]
) -> Mapping[str, tuple[Span, ...]]:
    """Signs by name, each with its places in the text (none when it stands in the message's head or behind a link).

    `lookalike-domain`: a host that spells Amazon but is not Amazon's. `sender-not-amazon`: the sender's address is a
    free mailbox or a look-alike while a name says Amazon. `link-hidden`: a link shows an Amazon address and leads
    elsewhere. `stores` are the domains that are Amazon's own.
    """
    own = frozenset(stores)
    found: dict[str, tuple[Span, ...]] = {}
    alike = [
        Span(match.start(1), match.end(1), match.group(1))
        for pattern in (_HOST, _AT)
        for match in pattern.finditer(text)
        if lookalike(match.group(1), own)
    ]
    for _, target in links:
        host = _host(target)
        if host and lookalike(host, own):
            found["lookalike-domain"] = ()
    if alike:
        found["lookalike-domain"] = tuple(alike)
    if sender and "@" in sender:
        domain = sender.rsplit("@", 1)[1].strip(" >").lower()
        if lookalike(domain, own) or (domain in _FREE and "amazon" in sender.split("@")[0].lower()):
            found["sender-not-amazon"] = ()
    for shown, target in links:
        seen, real = _host(shown), _host(target)
        if seen and real and ours(seen, own) and not ours(real, own):
            found["link-hidden"] = ()
    return found


def ours(host: str, own: frozenset[str]) -> bool:
    """Whether a host is one of Amazon's domains or below one."""
    host = host.lower().rstrip(".")
    return any(host == domain or host.endswith("." + domain) for domain in (*own, *_OWN))


def lookalike(host: str, own: frozenset[str]) -> bool:
    """Whether a host spells "amazon" or "sellercentral", also with digits for letters, and is not Amazon's own."""
    plain = host.lower().rstrip(".")
    labels = plain.split(".")
    if ours(plain, own) or labels[-1] in _NO_DOMAIN or "amazon".startswith(labels[-1]):
        return False
    if len(labels) == 2 and not host.rsplit(".", 1)[1].islower() and not host.isupper():
        return False
    if not plain.isascii() or "xn--" in plain:
        return "xn--" in plain and "amaz" in plain
    spelled = plain.translate(_HOMOGLYPHS).replace("rn", "m").replace("-", "").replace("vv", "w")
    return any(
        word in spelled for word in ("amazon", "amazom", "arnazon", "amzon", "amazn", "sellercentral", "sellercentra1")
    )


def _host(address: str) -> str:
    match = _HOST.search(address.strip())
    return match.group(1).lower() if match else ""
