"""Shapes of invoices of programs from many countries: cells beside their columns, heads of several lines, forms."""

from __future__ import annotations

import pytest
from tests.evidence.invoice.drawn import page, pages, words

from amends.evidence import readers
from amends.evidence.fields import Read
from amends.evidence.page import Page, Word
from amends.model.reading import Box


def read(*texts: str) -> Read:
    return readers.read("supplier-invoice", pages(*texts))


def sure(found: Read) -> dict[str, str]:
    return {field.name: field.value for field in found.fields if field.sure}


def numbers(found: Read) -> list[tuple[str | None, str | None, str | None]]:
    return [(line.quantity, line.unit_price, line.amount) for line in found.lines if line.sure]


SHIFTED = """
Tischlerei Kranich GmbH
Birkenweg 12, 80331 München
RECHNUNG
Rechnungsnummer: RE-2026-0417
Rechnungsdatum: 12.05.2026
Faellig bis: 11.06.2026
Rechnungsempfaenger: Hotel Seeblick AG

Pos. Beschreibung                      Menge   Einzelpreis       Gesamt
Regalbrett Buche           24     31,50      756,00
Schublade mit Griff        8    65,00     520,00
Nettobetrag: 1.276,00 EUR
USt 19% (1.276,00 EUR): 242,44 EUR
Rechnungsbetrag: 1.518,44 EUR
"""


def test_cells_that_stand_beside_their_columns_are_told_by_their_order() -> None:
    found = read(SHIFTED)

    assert numbers(found) == [("24", "31.50", "756.00"), ("8", "65.00", "520.00")]
    assert [line.description for line in found.lines] == ["Regalbrett Buche", "Schublade mit Griff"]


def test_cells_beside_their_columns_whose_product_fails_are_not_sure() -> None:
    assert numbers(read(SHIFTED.replace("756,00", "766,00"))) == []


def test_an_umlaut_in_two_letters_is_the_same_label() -> None:
    assert sure(read(SHIFTED))["buyer_name"] == "Hotel Seeblick AG"


ONE_EACH = """
Quillmark Studio B.V.
INVOICE
Invoice number: INV-2026-0455
Invoice date: May 05, 2026
Bill to: Northwind Yard GmbH

Description                          Qty      Unit price         Amount
Shelf design                           1        6,800.00       6,800.00
Drawings                               1        1,200.00       1,200.00
Subtotal: 8,000.00 EUR
VAT 21% (8,000.00 EUR): 1,680.00 EUR
Total due: 9,680.00 EUR
"""


def test_a_product_does_not_say_which_factor_is_the_price() -> None:
    assert numbers(read(ONE_EACH)) == [("1", "6800.00", "6800.00"), ("1", "1200.00", "1200.00")]


QUOTED = """
Delta Bench
Quotation # SO008
Quotation Date:
02/28/2026

Description                 Quantity     Unit Price    Taxes           Price
[PR_DEL02] Data card      6.000 Unit(s)       90.00                 540.00 €
[MB-I9] Main board        5.000 Unit(s)    1,500.00               7,500.00 €
                                         Total Without Taxes      8,040.00 €
                                         Total                    8,040.00 €
"""


def test_the_last_column_of_prices_is_of_the_line_and_units_may_be_one_or_more() -> None:
    found = read(QUOTED)

    assert numbers(found) == [("6", "90.00", "540.00"), ("5", "1500.00", "7500.00")]
    assert sure(found)["subtotal"] == "8040.00"


BOXED = """
Rechnungsersteller
  Lieferant GmbH                                   RECHNUNG
  Lieferantenstraße 20                             Rechnungsnummer          471102
  80333 München                                    Rechnungsdatum       05.03.2026
  GLN 4000001123452
Rechnungsempfänger
  Kranich AG Mitte
  Kundenstraße 15
  69876 Frankfurt
  GLN 4000001987658

Art.Nr.      Artikelbeschreibung      Menge   Einheit     Preis      Betrag
TB100A4      Trennblätter A4             20   Stk.         9,90      198,00
ARNR2        Teedose Banane              50   Stk.         5,50      275,00

Rechnungssumme Netto (excl. USt.)                                    473,00
Steuerbasisbetrag USt. 7%                               275,00        19,25
Steuerbasisbetrag USt. 19%                              198,00        37,62
Rechnungssumme Brutto (inkl. USt.)                                   529,87
"""


def test_a_company_may_be_called_as_a_label_is() -> None:
    found = sure(read(BOXED))

    assert found["supplier_name"] == "Lieferant GmbH"
    assert found["supplier_address"] == "Lieferantenstraße 20, 80333 München"
    assert found["buyer_address"] == "Kundenstraße 15, 69876 Frankfurt"


def test_what_follows_the_word_total_says_whether_it_is_before_tax() -> None:
    found = sure(read(BOXED))

    assert (found["subtotal"], found["tax"], found["total"]) == ("473.00", "56.87", "529.87")


def test_of_a_rate_a_row_each_the_last_row_is_the_sum_of_all() -> None:
    table = """
Marlow & Reed GmbH
Rechnungsnummer: R-88121   Rechnungsdatum: 06.08.2026

Menge   Artikelbezeichnung            Nettopreis       Nettowert
 60     Zitronenpresse                      3,60          216,00
 40     Teekessel                           5,25          210,00

Warenwert      Nettobetrag      MwSt-Betrag      MwSt-%       Endbetrag
   216,00           216,00            41,04        19,0          257,04
   210,00           210,00            14,70         7,0          224,70
   426,00           426,00            55,74         EUR          481,74
"""
    found = sure(read(table))

    assert (found["subtotal"], found["tax"], found["total"]) == ("426.00", "55.74", "481.74")


def test_a_rate_whose_sign_stands_apart_is_no_amount_of_tax() -> None:
    table = """
Invoice #: 2219
#    Title        Price     Quantity    Unit     Total
1    Towel          4.5       120        pc       540
2    Bath robe    18.25        40        pc       730
                            Total:          1,524.00   EUR
                            VAT:                  20     %
                            SubTotal:       1,270.00   EUR
"""
    assert "tax" not in {field.name for field in read(table).fields}


def test_a_blank_behind_the_mark_of_thousands_is_no_gap() -> None:
    table = """
Commercial Invoice
Invoice No. 7741
Description       Quantity     Unit Value      Amount
Yellow lamps            60          15.00      900.00
Blue lamps              12           7.00       84.00
                     Shipping cost              $50.00
                     Total Invoice Value     $1, 034.00
"""
    assert sure(read(table))["total"] == "1034.00"


def set_(*placed: tuple[float, float, str]) -> Page:
    return Page(1, 612, 792, tuple(word for left, top, text in placed for word in words(text, top, left)))


HEAD = ("FACTURA", "Factura nº: F-2026/118", "Fecha de emisión: 21.03.2026")
STACKED = (
    *((40.0, 40.0 + 14 * at, text) for at, text in enumerate(HEAD)),
    (330.0, 187.0, "Precio"),
    (396.0, 192.0, "Cuota"),
    (40.0, 197.0, "Artículo"),
    (200.0, 197.0, "Referencia"),
    (270.0, 197.0, "Cantidad"),
    (330.0, 197.0, "Unitario"),
    (460.0, 197.0, "Precio Total"),
    (396.0, 202.0, "de IVA"),
    (330.0, 207.0, "sin IVA"),
    *(
        (left, 230.0 + 20 * at, text)
        for at, row in enumerate(
            (
                ("Mochila", "4449130", "1", "60.00", "12.60", "72.60"),
                ("Hamaca", "4225123", "1", "10.00", "2.10", "12.10"),
            )
        )
        for left, text in zip((40.0, 200.0, 290.0, 336.0, 396.0, 480.0), row, strict=True)
    ),
    (396.0, 300.0, "Base Imponible"),
    (484.0, 300.0, "70.00"),
    (396.0, 316.0, "Total IVA 21 %"),
    (484.0, 316.0, "14.70"),
    (396.0, 332.0, "Total"),
    (484.0, 332.0, "84.70"),
)


def test_heads_of_several_lines_in_the_middle_of_their_place_are_read_together() -> None:
    found = readers.read("supplier-invoice", (set_(*STACKED),))

    assert [(line.sku, line.quantity, line.unit_price, line.amount) for line in found.lines] == [
        ("4449130", "1", "60.00", "72.60"),
        ("4225123", "1", "10.00", "12.10"),
    ]


def test_words_that_run_up_the_margin_are_in_no_row() -> None:
    plain = page(ONE_EACH)
    margin = tuple(
        Word(text, Box(18.0, 300.0 - 40 * at, 25.0, 335.0 - 40 * at), 1.0, 7.0)
        for at, text in enumerate(("Copyright", "Example", "Sample", "2014"))
    )
    turned = Page(1, plain.width, plain.height, (*plain.words, *margin))

    assert numbers(readers.read("supplier-invoice", (turned,))) == numbers(read(ONE_EACH))
    assert turned.rows[-1].text == "Copyright Example Sample 2014"
    assert all("Copyright" not in row.text for row in turned.rows[:-1])


def test_a_page_that_runs_upwards_as_a_whole_keeps_its_rows() -> None:
    lines = tuple(Word(f"word{at}", Box(20.0 + 12 * at, 100.0, 29.0, 140.0)) for at in range(8))

    assert sum(len(row.words) for row in Page(1, 612, 792, lines).rows) == 8


@pytest.mark.parametrize("number", ["123 45 678", "ESA79935607", "ENV/2026/000008370", "9800011122"])
def test_a_long_number_is_no_line_of_an_address(number: str) -> None:
    table = f"""
Bill To:
Osprey Goods S.L.
Calle Mayor 14
28013 Madrid
{number}

Invoice Number: OG-3381        Invoice Date: 2026-03-14
Description        Qty      Price      Amount
Teapot               3      10.00       30.00
Total                                   30.00
"""
    assert sure(read(table))["buyer_address"] == "Calle Mayor 14, 28013 Madrid"


def test_the_number_of_a_tax_office_is_nobodys_name() -> None:
    table = """
Facture FA-2026-0010
Date de facture    13/11/2026
N° TVA client      FR19787878784

Description        Quantité    Prix unitaire     Prix HT
Nougat                   20           4,55 €     91,00 €
Biscuits                 15           3,20 €     48,00 €
Total HT                                        139,00 €
Total TTC                                       146,65 €
"""
    found = read(table)

    assert "buyer_name" not in sure(found)
    assert numbers(found) == [("20", "4.55", "91.00"), ("15", "3.20", "48.00")]


FORM = """
                  FACTURA
                  Punto de Venta: 0003    Comp. Nro: 00000871
                  Fecha de Emisión: 01/07/2026
DATOS DEL RECEPTOR
CUIT: 30-71234567-6                  Razón Social: Faro del Sur S.R.L.
Condición IVA: Responsable Inscripto
Condición de venta: Otra

Producto                Cantidad     Precio Unit.       Subtotal
Resma A4                   10,00        $1.000,00     $10.000,00
Cinta de embalaje           5,00          $200,00      $1.000,00
                             Importe Neto Gravado:    $11.000,00
                             Importe Total:           $11.000,00
"""


def test_who_buys_may_stand_in_a_form_across_the_page() -> None:
    found = sure(read(FORM))

    assert found["buyer_name"] == "Faro del Sur S.R.L."
    assert found["invoice_number"] == "00000871"
    assert found.get("supplier_name") is None


def test_an_address_alone_in_the_window_of_a_letter_is_not_surely_the_sellers() -> None:
    table = """
                                              ALEXINE SARL
                                              35 RUE MONTGOLFIER
                                              69100 VILLEURBANNE



N° de facture : 11608848301659
Date de facture : 02/11/2026
Montant HT                10,83
TVA                        2,16
Total TTC                 12,99
"""
    placed = Page(1, 612, 792, words(table, 180.0))

    assert "supplier_name" not in sure(readers.read("supplier-invoice", (placed,)))


def test_the_street_under_a_label_of_its_own_is_the_buyers_address() -> None:
    table = """
Nandini Kitchenware
14 Laxmi Road, Pune, 411002
Invoice
Bill To                                 Invoice No :     NKT/25-26/0418
Harbour Lane Retail LLP                 Bill Date :          14/08/2026
Asha Rao
9800033344
asha@harbourlane.example
Billing Address
Unit 7 Palm Estate, Andheri East, Mumbai, 400069

#   ITEM NAMES              QTY       RATE        TOTAL
1   Steel Lunch Box          24        310         7440
2   Water Bottle             36        450        16200
TOTAL AMOUNT                                      23640
"""
    found = sure(read(table))

    assert found["buyer_name"] == "Harbour Lane Retail LLP"
    assert found["buyer_address"] == "Unit 7 Palm Estate, Andheri East, Mumbai, 400069"


NORWEGIAN = """
                                             Faktura
                                             Ola Fjellmann
                                             Langtvekkveien 13b
                                             0123 Oslo
                                             post@fjellmann.example
Rik Rikmansen og sønner                      Fakturanummer: 3817
Pengeveien 342                               Fakturadato: 2. november 2026
9876 Gokk                                    Forfallsdato: 16. november 2026

Beskrivelse                  Antall     Enhetspris     MVA             Sum
Kjele                             5       1 000.00     25 %       5 000.00
Tepotte                           4       2 000.00     25 %       8 000.00
                                           MVA-grunnlag:         13 000.00
                                           MVA:                   3 250.00
                                           Å betale:             16 250.00
"""


def test_norwegian_labels_are_known() -> None:
    found = read(NORWEGIAN)
    values = sure(found)

    assert (values["invoice_number"], values["invoice_date"]) == ("3817", "2026-11-02")
    assert (values["subtotal"], values["tax"], values["total"]) == ("13000.00", "3250.00", "16250.00")
    assert numbers(found) == [("5", "1000.00", "5000.00"), ("4", "2000.00", "8000.00")]


def test_what_was_given_back_counts_below_nothing() -> None:
    table = """
RECHNUNGS-KORREKTUR
Beleg-Nr: RK21012345         Beleg-Datum: 16.09.2026

GTIN             Artikelbezeichnung        Menge     Nettopreis    Nettowert
4123456000014    Zitronenpresse          -5,0000         1,0000        -5,00
4123456000021    Teekessel               -2,0000         1,4500        -2,90
"""
    assert numbers(read(table)) == [("-5", "1.0000", "-5.00"), ("-2", "1.4500", "-2.90")]


def test_the_rest_of_a_number_that_a_narrow_cell_broke_is_no_line() -> None:
    table = """
Bill No : 4418            Bill Date : 14/08/2026
Sr   Item Name           Qty     Rate        Amt
1    Lunch Box            24      310     7440.0
     Tier                                      0
2    Water Bottle         36      450    16200.0
"""
    assert [line.quantity for line in read(table).lines] == ["24", "36"]


def test_two_taxes_of_many_figures_of_tax_are_those_that_come_out() -> None:
    table = """
Invoice No : NKT/418          Bill Date : 14/08/2026
#   ITEM NAMES              QTY       RATE         TOTAL
1   Steel Lunch Box          24     310.00       7440.00
2   Water Bottle             36     450.00      16200.00
                             Sub Total          23640.00
                             SGST                1418.40
                             CGST                1418.40
TOTAL AMOUNT                                    26476.80

HSN       SGST     CGST
7323    446.40   446.40
7418    972.00   972.00
"""
    found = sure(read(table))

    assert (found["subtotal"], found["tax"], found["total"]) == ("23640.00", "2836.80", "26476.80")
