"""Which kind of document a page is: measured over made-up documents, drawn in several ways."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.evidence.drawing import documents, drawn
from tests.evidence.drawing import plain as page_of

from amends import catalog
from amends.evidence import kinds
from amends.evidence.lexicon import Lexicon, plain, tokens
from amends.evidence.page import Page, Word
from amends.model.reading import Box

KNOWN = catalog.load()
DOCUMENTS = documents()
WRONG = {kind for kind, entry in KNOWN.documents.items() if entry.wrong}


def told(document: object, way: str) -> kinds.Guess:
    return kinds.told(drawn(document, way), "pdf", KNOWN)  # type: ignore[arg-type]


@pytest.fixture(scope="module", params=["plain", "reportlab", "typst"])
def table(request: pytest.FixtureRequest) -> Counter[tuple[str, str]]:
    """How often a kind was told as which, all documents drawn in one way."""
    form = {kind: entry.reads_as or kind for kind, entry in KNOWN.documents.items()}
    form |= {"commercial-invoice": "commercial-invoice", "unknown": "unknown"}
    return Counter((form[d.kind], told(d, request.param).kind) for d in DOCUMENTS)


def shown(table: Counter[tuple[str, str]]) -> str:
    return "\n".join(f"{n:3} {kind} told as {as_}" for (kind, as_), n in sorted(table.items()) if kind != as_)


def test_the_fixture_is_large_and_has_every_wrong_kind() -> None:
    there = {document.kind for document in DOCUMENTS}

    assert len(DOCUMENTS) >= 100
    assert set() == WRONG - there - {"self-issued-invoice", "invoice-screenshot"}


def test_kinds_are_told_by_their_pages(table: Counter[tuple[str, str]]) -> None:
    right = sum(n for (kind, as_), n in table.items() if kind == as_)

    assert right >= 0.97 * table.total(), shown(table)


def test_no_true_invoice_is_called_a_wrong_kind(table: Counter[tuple[str, str]]) -> None:
    assert [] == [as_ for (kind, as_) in table if kind == "supplier-invoice" and as_ in WRONG], shown(table)


def test_no_wrong_kind_passes_for_an_invoice(table: Counter[tuple[str, str]]) -> None:
    assert [] == [kind for (kind, as_) in table if kind in WRONG and as_ == "supplier-invoice"], shown(table)


def test_what_is_no_document_of_ours_stays_unknown(table: Counter[tuple[str, str]]) -> None:
    assert [] == [as_ for (kind, as_) in table if kind == "unknown" and as_ != "unknown"], shown(table)


def test_a_kind_is_told_with_the_words_that_told_it() -> None:
    page = page_of(("# PROFORMA INVOICE", "PI No. 7", "Lamp | 10 | 3.00 | 30.00", "Total 30.00 in advance: 12.00"))

    guess = kinds.told(page, "pdf", KNOWN)

    assert "pro-forma-invoice" == guess.kind
    assert "proforma invoice" in guess.because


@pytest.mark.parametrize("title", ["P R O F O R M A  I N V O I C E", "PROFORMAINVOICE", "Pro-Forma-Invoice No. 12"])
def test_a_title_may_be_spaced_out_or_run_together(title: str) -> None:
    assert (
        "pro-forma-invoice"
        == kinds.told(page_of((f"# {title}", "Lamp Ltd, 1 Mill Lane, Hull", "To: Oak House, York")), "pdf", KNOWN).kind
    )


def test_words_in_a_sentence_are_no_title() -> None:
    page = page_of(("51 is the number in removal order THSTL0304.", "It was seen in the packing slip of May."))

    assert "unknown" == kinds.told(page, "pdf", KNOWN).kind


def test_the_pages_outrank_the_name_unless_they_have_one_form() -> None:
    proforma = kinds.told(page_of(("# PROFORMA INVOICE", "PI No. 7")), "pdf", KNOWN)
    invoice = kinds.told(page_of(("# INVOICE", "Invoice no 7", "Bill to: us")), "pdf", KNOWN)
    said, step = (kinds.guess(name, "pdf", KNOWN) for name in ("invoice.pdf", "distributor-invoice.pdf"))

    assert "pro-forma-invoice" == kinds.combined(said, proforma, KNOWN).kind
    assert "distributor-invoice" == kinds.combined(step, invoice, KNOWN).kind
    assert "supplier-invoice" == kinds.combined(said, kinds.Guess("unknown", 0.0), KNOWN).kind


@pytest.mark.parametrize("kind", sorted(WRONG))
def test_a_wrong_kind_says_what_it_is_and_what_amazon_wants(kind: str) -> None:
    document = KNOWN.documents[kind]

    assert document.wrong.startswith(("This is", "On this")), document.wrong
    assert "Amazon" in document.wrong
    assert "supplier-invoice" in document.mistaken_for
    assert "supplier-invoice" in document.instead


def test_every_kind_can_be_told_by_its_pages_or_shares_its_form() -> None:
    silent = {kind for kind, d in KNOWN.documents.items() if not (d.tells.titles or d.tells.words or d.reads_as)}

    assert {"image-originals"} == silent


@given(st.text(max_size=200))
def test_folding_a_text_for_looking_up_never_fails_and_is_done_once(text: str) -> None:
    assert tokens(plain(text)) == tokens(" ".join(tokens(text))) or not text.isascii()


@given(st.lists(st.text(min_size=1, max_size=12), max_size=60))
def test_any_words_on_a_page_give_a_guess(texts: list[str]) -> None:
    words = tuple(
        Word(text, Box(40.0 + 60 * (at % 8), 40.0 + 14 * (at // 8), 90.0 + 60 * (at % 8), 52.0 + 14 * (at // 8)))
        for at, text in enumerate(texts)
    )

    guess = kinds.told((Page(1, 612.0, 792.0, words),), "pdf", KNOWN)

    assert guess.kind == "unknown" or guess.kind in KNOWN.documents
    assert 0.0 <= guess.confidence <= 1.0


def test_stems_and_phrases_stand_for_whole_words() -> None:
    lexicon = Lexicon([("pack* list | ~发票", "list"), ("invoice", "bill")])

    assert ["list", "bill"] == [hit.meaning for hit in lexicon.hits(tokens("Packing-List of the Invoice, invoices"))]
    assert [("list", "发票")] == list(lexicon.inside(plain("商业发票")))
    assert ["list"] == list(Lexicon([("packing list", "list")]).joined("packinglist"))
