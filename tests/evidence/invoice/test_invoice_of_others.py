"""Shapes that other people's programs give to invoices: what is not read there may be missing, never sure and wrong."""

from __future__ import annotations

import pytest
from tests.evidence.invoice.drawn import page, pages, words

from amends.evidence import readers
from amends.evidence.fields import Read
from amends.evidence.page import Page


def read(*texts: str) -> Read:
    return readers.read("supplier-invoice", pages(*texts))


def sure(found: Read) -> dict[str, str]:
    return {field.name: field.value for field in found.fields if field.sure}


def drawn(*placed: tuple[float, float, str]) -> Page:
    """A page of texts at places (left, top): rows of cells that are not of one height."""
    return Page(1, 612, 792, tuple(word for left, top, text in placed for word in words(text, top, left)))


CORNERED = """
Account number:
774410298834                           Tallgrass Mercantile Invoice
                                       Email or talk to us about your account or bill, visit us, www.tallgrass.example
Bill to Address:                            Invoice Number:              INV-31495
ATTN: Copper Finch Trading LLC              Invoice Date:                April 3 , 2026
1187 Juniper Ct                             TOTAL AMOUNT DUE ON May 3 , 2026    $307.20
Boise, ID 83702

This invoice is for the billing period March 1 - March 31 , 2026

Item                       SKU        Units    Unit cost    Extended
Garlic press               KT-2041       48        $6.40     $307.20
Total for this invoice                                       $307.20
"""


def test_labels_and_halves_of_sentences_are_nobodys_name_or_address() -> None:
    found = sure(read(CORNERED))

    assert found["buyer_name"] == "Copper Finch Trading LLC"
    assert found["buyer_address"] == "1187 Juniper Ct, Boise, ID 83702"
    assert found.get("supplier_name", "Tallgrass Mercantile") == "Tallgrass Mercantile"
    assert "supplier_address" not in found


def test_the_end_of_a_period_is_not_the_day_of_the_invoice() -> None:
    assert sure(read(CORNERED))["invoice_date"] == "2026-04-03"
    without = CORNERED.replace("Invoice Date:                April 3 , 2026", "")

    assert "invoice_date" not in sure(read(without))


def test_numbers_that_say_what_they_are_stand_in_no_address() -> None:
    found = sure(
        read(
            """
Maison Vidalet SARL
18 rue des Tanneurs                          FACTURE N° :     F-20260023
69003 Lyon, FR                               Date :           31/01/2026
CONTACT : M. ARNAUD, +33 4 65 71 22 80, commandes@vidalet.example
@dresse électronique (EM) : facture@vidalet.example
ID : 123 - GLN : 3012345678900               CLIENT :
SIREN : 811 907 980                          Atelier Brume EURL
N° TVA:                                      7 impasse du Moulin
FR52811907980                                44000 Nantes

Référence    Désignation                 Qté     P.U. HT     Total HT
KT-2041      Presse-ail inox              48        6,40       307,20
                                   Total HT                    307,20
                                   TVA 20 %                     61,44
                                   Total TTC                   368,64
"""
        )
    )

    assert found["supplier_address"] == "18 rue des Tanneurs, 69003 Lyon, FR"
    assert found["supplier_email"] == "commandes@vidalet.example"
    assert found["buyer_address"] == "7 impasse du Moulin, 44000 Nantes"


def test_two_addresses_beside_each_other_are_not_surely_seller_and_buyer() -> None:
    found = read(
        """
Invoice #: INV-87791
Date: January 24, 2026

Tallgrass Mercantile Inc.                Delmore Home Goods LLC
4410 Millrace Pkwy                       902 W Calumet St
Overland Park, KS 66211                  Appleton, WI 54914
                                         jordan@delmore.example

Item            Qty     Price     Amount
Garlic press     48      6.40     307.20
Total                             307.20
"""
    )

    assert {"supplier_name", "buyer_name"}.isdisjoint(sure(found))


def test_the_slip_below_the_goods_names_no_buyer_by_its_to() -> None:
    found = sure(
        read(
            """
TAX INVOICE                                  Invoice Date        Harrowgate & Pell Ltd
                                             26 Jan 2026         Unit 7, Foundry Lane
Oakridge Parcel Ltd                                              Leeds LS9 8AB
31 Tanyard Street                            Invoice Number      +44 113 496 0182
Stockport SK1 3XE                            178803

Description                Quantity     Unit Price     Amount GBP
Garlic press                     48           6.40         307.20
                                       TOTAL GBP           307.20

PAYMENT ADVICE
To: Harrowgate & Pell Ltd                    Customer            Oakridge Parcel Ltd
Unit 7, Foundry Lane                         Invoice Number      178803
Leeds LS9 8AB                                Amount Due          307.20
"""
        )
    )

    assert (found["supplier_name"], found["buyer_name"]) == ("Harrowgate & Pell Ltd", "Oakridge Parcel Ltd")
    assert found["buyer_address"] == "31 Tanyard Street, Stockport SK1 3XE"


def test_where_the_goods_go_is_no_sure_buyer_beside_another_address() -> None:
    found = sure(
        read(
            """
                                                      Harrowgate & Pell Ltd
                                                      Unit 7, Foundry Lane
                                                      Leeds LS9 8AB
INVOICE
Oakridge Parcel Ltd           Ship To:                Invoice Number: INV-26979
31 Tanyard Street             Parcel Prep Hall        Invoice Date: 8 August 2026
Stockport SK1 3XE             Bay 9, Wharf Rd
rosa@oakridge.example         Manchester M17 1EX

Product            Quantity     Price
Phone stand             100     £345.00
Coffee dripper           12     £103.20
Total                           £448.20

www.harrowpell.example   sales@harrowpell.example   +44 113 496 0182
"""
        )
    )

    assert found["supplier_name"] == "Harrowgate & Pell Ltd"
    assert found["supplier_email"] == "sales@harrowpell.example"
    assert found.get("buyer_name") != "Parcel Prep Hall"


@pytest.mark.parametrize(
    ("total", "priced"),
    [("448.20", (None, "345.00")), ("35,738.40", ("345.00", None))],
    ids=["of the line", "of a piece"],
)
def test_one_column_of_money_is_what_adds_up(total: str, priced: tuple[str | None, str | None]) -> None:
    found = read(
        f"""
INVOICE INV-26979

Product            Quantity     Price
Phone stand             100     345.00
Coffee dripper           12     103.20
Total                        {total}
"""
    )

    assert (found.lines[0].unit_price, found.lines[0].amount) == priced
    assert found.lines[0].is_sure("unit_price")


def test_one_column_of_money_is_in_doubt_where_nothing_adds_up() -> None:
    found = read(
        """
INVOICE INV-26979

Product            Quantity     Price
Phone stand             100     345.00
Coffee dripper           12     103.20
Total                           999.90
"""
    )

    assert not any(line.is_sure("unit_price") for line in found.lines)


@pytest.mark.parametrize(
    ("first", "due", "told"),
    [
        ("09-04-2026", "09-05-2026", None),
        ("04-09-2026", "05-09-2026", "2026-04-09"),
        ("04-19-2026", "03-19-2026", None),
    ],
    ids=["due in thirty days by the other order", "by this order", "due before the invoice"],
)
def test_a_day_that_does_not_fit_the_day_when_it_is_due_is_not_sure(first: str, due: str, told: str | None) -> None:
    found = sure(
        read(
            f"""
Tallgrass Mercantile Inc.                 Invoice No: 2026-5966
4410 Millrace Pkwy                        Date: {first}
Overland Park, KS 66211                   Due Date: {due}

Description      Quantity     Unit Price     Amount
Garlic press           48           6.40     307.20
                              Total          307.20
"""
        )
    )

    assert found["invoice_number"] == "2026-5966"
    assert found.get("invoice_date") == told


GERMAN = """
Rechnung                                   Seite 1
Rechnungsnr.      30064443
Rechnungsdatum    7. Mai 2026

Pos.   Menge   Beschreibung               VK-Preis   Zeilenbetrag
1          1   Messbecher groß                3,89           3,89
               Farbe: grau
               01.05.26-31.05.26
2          1   Messbecher klein               5,39           5,39
               Farbe: grau
               01.05.26-31.05.26
                     Total EUR Ohne MwSt.                    9,28
                     19% MwSt.                               1,76
                     Total EUR Inkl. MwSt.                  11,04
"""


def test_a_period_is_no_number_of_goods() -> None:
    found = read(GERMAN)

    assert [(line.sku, line.unit_price, line.amount) for line in found.lines] == [
        (None, "3.89", "3.89"),
        (None, "5.39", "5.39"),
    ]
    assert sure(found)["total"] == "11.04"
    assert sure(found)["subtotal"] == "9.28"


def test_the_words_before_the_goods_that_have_no_digit_are_not_their_number() -> None:
    found = read(
        """
Invoice No : # BLR_20151000982590

Product      Title                        Qty      Price      Total
Dripper      Pour-over ceramic dripper     48       6.40     307.20
Clamp        Desk lamp with clamp          10       2.00      20.00
                              Grand Total                    327.20
"""
    )

    assert [line.sku for line in found.lines] == [None, None]
    assert sure(found)["invoice_number"] == "BLR_20151000982590"


def test_the_number_of_something_else_is_not_that_of_the_invoice() -> None:
    found = sure(
        read(
            """
Numéro de ligne    Id.client
FO10479674         10577874

Facture n°562044387 du 02 juillet 2026

Désignation           Quantité     Prix unitaire     Montant
Presse-ail inox             48              6,40      307,20
                          Total TTC                   307,20
"""
        )
    )

    assert found["invoice_number"] == "562044387"


@pytest.mark.parametrize(
    ("goods", "told"),
    [
        (("[TT-6-BLU] Tea towels", "[PS-12] Phone stand"), ["TT-6-BLU", "PS-12"]),
        (("KT-2041 - Garlic press", "DL-9 - Desk lamp"), ["KT-2041", "DL-9"]),
        (("12-pack of towels", "6-pack of towels"), [None, None]),
    ],
    ids=["in brackets", "before a dash", "a count"],
)
def test_a_marked_code_before_all_goods_is_their_number(goods: tuple[str, str], told: list[str | None]) -> None:
    one, other = goods
    found = read(
        f"""
INVOICE INV-1042

Description                   Quantity     Unit Price     Amount
{one:30}      48           6.40     307.20
{other:30}      10           2.00      20.00
                                        Total             327.20
"""
    )

    assert [line.sku for line in found.lines] == told


def test_a_code_that_a_narrow_cell_broke_is_whole() -> None:
    found = read(
        """
INVOICE INV-1042

Item     Description           Qty     Unit Price     Amount
BB-      Bamboo cutting         24           9.25     222.00
1410     board 14 x 10 in
SM-      Baking mat, set        60           7.10     426.00
77-2     of two
                               Total                  648.00
"""
    )

    assert [(line.sku, line.description) for line in found.lines] == [
        ("BB-1410", "Bamboo cutting board 14 x 10 in"),
        ("SM-77-2", "Baking mat, set of two"),
    ]


def test_numbers_in_the_middle_of_a_bordered_cell_keep_the_text_around_them() -> None:
    head = [
        (60.0, 100.0, "Item & Description"),
        (390.0, 100.0, "Qty"),
        (450.0, 100.0, "Rate"),
        (520.0, 100.0, "Amount"),
    ]
    goods = (
        ("Garlic press", "KT-2041", "60.00", "6.40", "384.00"),
        ("Cutting board", "BB-1410", "36.00", "9.25", "333.00"),
    )
    cells = []
    for at, (name, code, count, price, amount) in enumerate(goods):
        top = 120.0 + 48 * at
        cells += [
            (60.0, top, name),
            (390.0, top + 6.5, count),
            (60.0, top + 13, f"SKU: {code}"),
            (450.0, top + 13, price),
            (520.0, top + 13, amount),
            (390.0, top + 19.5, "pcs"),
            (60.0, top + 26, "Colour: grey"),
        ]
    total = [(450.0, 240.0, "Total"), (520.0, 240.0, "717.00")]

    found = readers.read("supplier-invoice", (drawn((60, 40, "INVOICE INV-1042"), *head, *cells, *total),))

    assert [(line.description, line.sku, line.quantity, line.amount) for line in found.lines] == [
        ("Garlic press Colour: grey", "KT-2041", "60", "384.00"),
        ("Cutting board Colour: grey", "BB-1410", "36", "333.00"),
    ]


def test_values_at_the_right_of_wide_columns_are_those_of_the_words_at_their_left() -> None:
    head = [(67.0, 100.0, "Item"), (165.0, 100.0, "Description"), (262.0, 100.0, "Rate"), (360.0, 100.0, "Quantity")]
    head.append((458.0, 100.0, "Price"))
    rows = []
    for at, (code, name, price, count, amount) in enumerate(
        (("LB-330C", "Lunch bag", "$11.95", "48", "$573.60"), ("BB-1410", "Cutting board", "$9.25", "12", "$111.00"))
    ):
        top = 120.0 + 24 * at
        rows += [(67.0, top, code), (165.0, top, name), (324.0, top, price), (438.0, top, count), (510.0, top, amount)]
    total = [(380.0, 190.0, "Total"), (510.0, 190.0, "$684.60")]

    found = readers.read("supplier-invoice", (drawn((60, 40, "Invoice # 100782"), *head, *rows, *total),))

    assert [(line.sku, line.quantity, line.unit_price, line.amount) for line in found.lines] == [
        ("LB-330C", "48", "11.95", "573.60"),
        ("BB-1410", "12", "9.25", "111.00"),
    ]


def test_the_form_of_a_company_on_a_line_of_its_own_belongs_to_its_name() -> None:
    found = sure(
        read(
            """
Rechnungsadresse               Lieferadresse              Verkauft von
Lindqvist Versand UG           Vorbereitung Hallmoos      Brandner Haushaltswaren
(haftungsbeschränkt)           Am Güterbahnhof 2          GmbH
Kastanienweg 5                 39114 Magdeburg            Speicherstraße 14
04109 Leipzig                                             60327 Frankfurt am Main
DE                                                        DE

Rechnungsnummer 2026-9684
Rechnungsdatum 13.02.2026

Beschreibung        Menge    Einzelpreis    Betrag
Knoblauchpresse        48         6,40 €    307,20 €
                           Gesamtbetrag     307,20 €
"""
        )
    )

    assert found["buyer_name"] == "Lindqvist Versand UG (haftungsbeschränkt)"
    assert found["supplier_name"] == "Brandner Haushaltswaren GmbH"
    assert found["supplier_address"] == "Speicherstraße 14, 60327 Frankfurt am Main, DE"


def test_an_address_that_ends_before_its_town_is_not_sure() -> None:
    found = read(
        """
Rechnung Nr. 2026-4399                     Frankfurt, den 27.03.2026

Verkäufer:                                 Käufer:
Brandner Haushaltswaren GmbH               Lindqvist Versand GmbH
Speicherstraße 14                          Kastanienweg 5
60327                                      04109 Leipzig

Beschreibung        Menge    Einzelpreis    Betrag
Knoblauchpresse        48         6,40 €    307,20 €
                           Gesamtbetrag     307,20 €
"""
    )

    assert "supplier_address" not in sure(found)
    assert sure(found)["buyer_address"] == "Kastanienweg 5, 04109 Leipzig"


def test_a_customs_invoice_is_not_unknown_because_it_is_like_a_sales_invoice() -> None:
    from amends import catalog
    from amends.evidence.kinds import told

    drawn_ = page(
        """
                        COMMERCIAL INVOICE 商业发票
TO 致: Delmore Home Goods LLC             INVOICE NO. 发票号: INV-46591
902 W Calumet St                          DATE 日期: 2026-07-04

Item No.    Description of Goods          Quantity    Unit Price    Amount
CD-118      Coffee dripper                      48          8.60    412.80
TOTAL 合计:                                     48                  412.80
"""
    )

    assert told((drawn_,), "pdf", catalog.load()).kind == "commercial-invoice"


def test_labels_in_two_languages_are_one_label() -> None:
    found = sure(
        read(
            """
                     Ningbo Haiyue Houseware Co., Ltd.
Buyer 买方: Oakridge Parcel Ltd                    Invoice No. 发票号码: INV-46591
Address 地址: 31 Tanyard Street                    Date 日期: 2026.07.04
Stockport SK1 3XE
Tel 电话: +44 161 496 0155

Model       Product description        Qty (pcs)     Unit price     Total amount
CD-118      Coffee dripper                    48           8.60           412.80
TOTAL                                                                     412.80
"""
        )
    )

    assert found["buyer_name"] == "Oakridge Parcel Ltd"
    assert found["buyer_address"] == "31 Tanyard Street, Stockport SK1 3XE"


def test_the_seller_of_the_foot_is_sure_beside_the_window_of_the_buyer() -> None:
    found = sure(
        read(
            """
                                        Brandner Haushaltswaren GmbH | Speicherstraße 14 | 60327 Frankfurt

Lindqvist Versand GmbH                  Rechnungs-Nr.     2026-4399
Kastanienweg 5                          Datum             27.03.2026
04109 Leipzig

Pos.   Bezeichnung         Menge    Einzel €    Gesamt €
1      Knoblauchpresse        48        6,40      307,20
                         Rechnungsbetrag        307,20 €



Brandner Haushaltswaren GmbH      Tel.: +49 69 90009 123
Speicherstraße 14                 vertrieb@brandner-haushalt.example
60327 Frankfurt                   www.brandner-haushalt.example
"""
        )
    )

    assert (found["supplier_name"], found["buyer_name"]) == ("Brandner Haushaltswaren GmbH", "Lindqvist Versand GmbH")
