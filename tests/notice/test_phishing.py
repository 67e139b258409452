"""Frauds are told, and what only looks like one is not."""

from __future__ import annotations

import pytest

from amends import catalog, notice
from amends.notice.phishing import lookalike, signs

OWN = frozenset(
    domain for store in catalog.load().marketplaces.values() for domain in (*store.domains, store.seller_central)
)


@pytest.mark.parametrize(
    "host",
    [
        "arnazon-support.com",
        "sellercentral-amazon.net",
        "amazon.com.verify.example",
        "amaz0n.help",
        "xn--amazn-mye.com",
    ],
)
def test_host_that_spells_amazon_is_a_lookalike(host: str) -> None:
    assert lookalike(host, OWN)


@pytest.mark.parametrize(
    "host",
    [
        "amazon.com", "sellercentral.amazon.co.uk", "sellercentral-europe.amazon.com", "amazon.com.mx",
        "quillfeather.example", "sellercentral.amazon", "amazon-invoice.pdf",
        "Amazon.Please", "m.media-amazon.com", "sellercentral.ama",
    ],
)  # fmt: skip
def test_own_cut_and_accidental_hosts_are_not(host: str) -> None:
    assert not lookalike(host, OWN)


def test_link_that_shows_amazon_and_leads_elsewhere_is_a_sign() -> None:
    links = [("https://sellercentral.amazon.com/appeal", "https://forms.example/x")]
    assert set(signs("Appeal here", None, links, OWN)) == {"link-hidden"}


def test_sender_in_a_free_mailbox_that_says_amazon_is_a_sign() -> None:
    assert set(signs("", "amazon.performance@gmail.com", (), OWN)) == {"sender-not-amazon"}
    assert set(signs("", "seller-performance@amazon.com", (), OWN)) == set()


def test_japanese_text_right_behind_a_domain_is_no_lookalike() -> None:
    assert signs("Amazon.co.jpより重要なお知らせ", None, (), OWN) == {}


def test_one_sign_alone_makes_no_fraud() -> None:
    text = "We removed your listing on Amazon.com for a trademark complaint. Contact owner@amazonia-crafts.example."
    assert notice.read_text(text, catalog.load()).kind == "enforcement"


def test_fraud_has_no_asks_and_no_route() -> None:
    text = (
        "Pay a reinstatement fee of $90 in gift cards to reactivate your Amazon account, or send the code by WhatsApp."
    )
    read = notice.read_text(text, catalog.load())
    assert (read.kind, read.enforcement, read.route, read.asks, read.channel) == (
        "not-amazon",
        "phishing",
        "none",
        (),
        None,
    )
