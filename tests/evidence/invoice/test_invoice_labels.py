"""Labels of two lines, labels beside the middle of two lines, addresses that a column broke, Turkish words."""

from __future__ import annotations

from tests.evidence.invoice.drawn import pages, words

from amends.evidence import readers
from amends.evidence.fields import Read
from amends.evidence.page import Page


def read(*texts: str) -> Read:
    return readers.read("supplier-invoice", pages(*texts))


def sure(found: Read) -> dict[str, str]:
    return {field.name: field.value for field in found.fields if field.sure}


STACKED = """
TAX INVOICE                         Invoice Date      Tallis Kitchenware Wholesale Limited
                                    7 Jan 2026        Rookery Lane Industrial Estate
Marlow & Finch Ltd                                    WOLVERHAMPTON
Unit 6, Castle Works                Account           WV2 4UN
21 Westgate Street                  Number            T: 01902 550 177
CARDIFF                             MARLOW02          sales@talliskitchen.example
CF10 1DD
UNITED KINGDOM                      Invoice
                                    Number
                                    INV-20931

Item     Description                     Quantity     Unit Price     Amount GBP
TK301    Enamel pie dish 24cm               60.00           3.15         189.00
TK305    Enamel mug 8cm                    240.00           1.42         340.80
                                                        Subtotal         529.80
                                                   TOTAL VAT 20%         105.96
                                                       TOTAL GBP         635.76
"""


def test_a_label_of_two_lines_has_its_value_below_and_parts_no_address_beside_it() -> None:
    found = sure(read(STACKED))

    assert found["invoice_number"] == "INV-20931"
    assert found["supplier_address"].endswith("WV2 4UN")


def test_the_last_line_of_an_address_is_no_number() -> None:
    text = STACKED.replace("Invoice\n                                    Number\n", "Number\n")
    assert "WV2 4UN" not in {field.value for field in read(text).fields if field.name == "invoice_number"}


def test_a_label_in_the_middle_of_two_lines_has_both() -> None:
    title = words("Pro Forma Invoice", 40.0)
    form = [
        *words("             Larkspur Leather B.V., Kanaalweg 4, 3526 KL", 70.0),
        *words("Issued by", 75.0),
        *words("             Utrecht, Netherlands", 81.0),
        *words("             Redfern Saddlery Ltd, 2 Bridge End, Hexham", 101.0),
        *words("Issued to", 106.0),
        *words("             NE46 1AA, UK", 112.0),
    ]
    found = readers.read("supplier-invoice", (Page(1, 612.0, 792.0, (*title, *form)),))
    told = {field.name: field.value for field in found.fields}

    assert told["buyer_name"] == "Redfern Saddlery Ltd"
    assert told["buyer_address"] == "2 Bridge End, Hexham NE46 1AA, UK"
    assert told["supplier_name"] == "Larkspur Leather B.V."


LETTER = """
Birkenhof Textil GmbH
Am Wehr 12, 72764 Reutlingen

Nordlicht Handels GmbH
Frau Jana Petersen
Hafenstraße 41
24103 Kiel
                                     Rechnungsnr.   RE-2026-0417
                                     Datum          14.02.2026
Pos   Bezeichnung               Menge      Einzel      Gesamt
1     Geschirrtuch                300        2,35      705,00
2     Schürze                      80        8,90      712,00
                                   Nettobetrag       1.417,00
                                   zzgl. 19 % USt.     269,23
                                   Gesamtbetrag      1.686,23


Tel. 07121 / 555 018      HRB 00000
info@birkenhof-           Volksbank
textil.example
"""


def test_an_address_of_the_net_that_a_column_broke_is_one() -> None:
    assert sure(read(LETTER))["supplier_email"] == "info@birkenhof-textil.example"


def test_whom_a_letter_is_for_is_no_line_of_the_address() -> None:
    assert sure(read(LETTER))["buyer_address"] == "Hafenstraße 41, 24103 Kiel"


def test_numbers_by_tens_count_the_lines_and_are_no_codes() -> None:
    table = """
INVOICE
Item      Material   Description               Qty      Price       Value
000010    4471001    SOCKET SET                 24      18.25      438.00
000020    4471002    TORQUE WRENCH              12      31.90      382.80
"""
    assert [line.sku for line in read(table).lines] == ["4471001", "4471002"]


E_FATURA = """
ÇINAR HALI SANAYİ TİC. LTD. ŞTİ.
Organize Sanayi Bölgesi 3. Cadde, Gaziantep
SAYIN
Mavi Liman Ticaret
Atatürk Bulvarı 204 Kat 3
Konak / İzmir
                                                         Fatura No:       CNR2026000000214
                                                         Fatura Tarihi:   05-03-2026

Sıra No    Mal Hizmet           Miktar    Birim Fiyat    KDV Oranı    Mal Hizmet Tutarı
1          Pamuk kilim        120 Adet      215,00 TL          %10         25.800,00 TL
2          Banyo paspası      400 Adet       64,50 TL          %10         25.800,00 TL
                                            Mal Hizmet Toplam Tutarı       51.600,00 TL
                                                Hesaplanan KDV(%10)         5.160,00 TL
                                         Vergiler Dahil Toplam Tutar       56.760,00 TL
"""


def test_a_turkish_invoice_is_read() -> None:
    found = read(E_FATURA)
    told = sure(found)

    assert (told["invoice_number"], told["buyer_name"]) == ("CNR2026000000214", "Mavi Liman Ticaret")
    assert (told["currency"], told["subtotal"], told["tax"], told["total"]) == (
        "TRY", "51600.00", "5160.00", "56760.00",
    )  # fmt: skip
    assert [(line.quantity, line.amount) for line in found.lines] == [("120", "25800.00"), ("400", "25800.00")]


def test_a_number_before_its_unit_that_reaches_out_of_its_column_is_the_quantity_that_the_product_proves() -> None:
    table = E_FATURA.replace("Banyo paspası      400 Adet ", "Banyo paspası 50x80 400 Adet")
    assert read(table).lines[1].quantity == "400"


def test_what_explains_a_number_of_a_tax_office_is_no_address() -> None:
    text = """
Talavera Hermanos S.A. de C.V.                       Serie y folio: A-2290
RFC: THB010101AB1                                    Fecha y hora de emisión: 2026-05-11T12:41:09
Régimen Fiscal: 601 General de Ley Personas Morales
Calle Allende 310, Col. Centro, C.P. 37800, Dolores Hidalgo, Gto.
"""
    found = {field.name: field.value for field in read(text).fields}

    assert found["supplier_address"].startswith("Calle Allende 310")
    assert found["invoice_date"] == "2026-05-11"


def test_a_vietnamese_invoice_that_says_most_in_english_too_is_read() -> None:
    text = """
HÓA ĐƠN GIÁ TRỊ GIA TĂNG (VAT INVOICE)
Ngày (date) 15 tháng 04 năm 2026
Số (No.): 00000482
Đơn vị bán hàng (Seller): CÔNG TY TNHH GỐM SỨ ĐỒNG NAI
Địa chỉ (Address): 25 Nguyễn Ái Quốc, Biên Hòa, Việt Nam
Tên đơn vị (Company): Rivergate Imports LLC
Địa chỉ (Address): 640 Tchoupitoulas St, New Orleans, LA 70130, USA

STT   Tên hàng hóa, dịch vụ          Đơn vị tính   Số lượng   Đơn giá   Thành tiền
1     Ceramic planter 20cm white     pcs                500      2.40     1,200.00
2     Ceramic planter 30cm white     pcs                300      4.10     1,230.00
Tổng cộng tiền thanh toán (Total payment): USD 2,430.00
"""
    found = read(text)
    told = sure(found)

    assert (told["buyer_name"], told["total"]) == ("Rivergate Imports LLC", "2430.00")
    assert told["supplier_address"] == "25 Nguyễn Ái Quốc, Biên Hòa, Việt Nam"
    assert "2026-04-15" in {field.value for field in found.fields if field.name == "invoice_date"}


def test_a_tax_number_beside_an_address_is_not_of_it() -> None:
    text = """
Van der Meulen Koffie B.V.                  FACTUUR
Haven 22                                    Factuurnummer 2026-1187
8861 AA Harlingen                           Factuurdatum 6 mei 2026
KvK 00000000 · BTW NL001234567B01
"""
    assert sure(read(text)).get("supplier_address", "Haven 22, 8861 AA Harlingen") == "Haven 22, 8861 AA Harlingen"
