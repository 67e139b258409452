"""Invoices of many shapes and languages, made up, with what stands on them.

Each layout is drawn from its lines. `fields` is what has to be read; `lines` are the goods as (description, quantity,
unit price, amount), followed by identifiers as "kind:value".
"""

from __future__ import annotations

from typing import NamedTuple


class Layout(NamedTuple):
    """A document and what stands on it."""

    name: str
    pages: tuple[str, ...]
    fields: dict[str, str]
    lines: list[tuple[str | None, ...]]


LAYOUTS = [
    Layout(
        "American, title at the right, lines under each other",
        (
            """
Harrowgate Supply Co.                                         INVOICE
4410 Ridge Ave
Dayton, OH 45402                                 Invoice #:   HS-20391
(937) 555-0147                                   Date:        03/14/2026
sales@harrowgate.example                         Due Date:    04/13/2026
                                                 PO Number:   PO-7781

Bill To:                      Ship To:
Kestrel Home Goods LLC        Kestrel Warehouse
900 Alder Street, Suite 4     12 Dock Road
Tacoma, WA 98402              Fife, WA 98424

Item         Description                      Qty    Unit Price       Amount

HS-100       Stainless whisk 10 in             48          3.25       156.00
             UPC 850012340119
HS-214       Silicone spatula, red            120          1.90       228.00

                                           Subtotal:                  384.00
                                           Sales Tax (7.5%):           28.80
                                           Shipping:                   15.00
                                           Total:                   $ 427.80

Thank you for your business!
""",
        ),
        {
            "supplier_name": "Harrowgate Supply Co.",
            "supplier_address": "4410 Ridge Ave, Dayton, OH 45402",
            "supplier_phone": "(937) 555-0147",
            "supplier_email": "sales@harrowgate.example",
            "buyer_name": "Kestrel Home Goods LLC",
            "buyer_address": "900 Alder Street, Suite 4, Tacoma, WA 98402",
            "invoice_number": "HS-20391",
            "invoice_date": "2026-03-14",
            "order_number": "PO-7781",
            "currency": "USD",
            "subtotal": "384.00",
            "tax": "28.80",
            "total": "427.80",
        },
        [
            ("Stainless whisk 10 in", "48", "3.25", "156.00", "sku:HS-100", "gtin:850012340119"),
            ("Silicone spatula, red", "120", "1.90", "228.00", "sku:HS-214"),
        ],
    ),
    Layout(
        "German letter: window address without label, seller in the sender line and the foot",
        (
            """
Brandthal Großhandel GmbH · Industriestr. 5 · 70565 Stuttgart

Fernwinkel Versand GmbH                          Rechnungs-Nr.:     RE-2026-0417
Lindenweg 12                                     Rechnungsdatum:    03.04.2026
50667 Köln                                       Kundennummer:      10023
                                                 Lieferdatum:       01.04.2026

Rechnung

Pos   Art.-Nr.   Bezeichnung                   Menge   Einzelpreis    Gesamtpreis
1     BT-4410    Holzbrett Eiche 30 cm         50 Stk       4,20 €       210,00 €
2     BT-4421    Messerblock, leer             12 Stk      11,50 €       138,00 €
                                                 Zwischensumme           348,00 €
                                                 zzgl. 19 % MwSt.         66,12 €
                                                 Gesamtbetrag            414,12 €

Zahlbar innerhalb von 14 Tagen ohne Abzug.




Brandthal Großhandel GmbH        Telefon: +49 711 5550123         Sparkasse Stuttgart
Industriestr. 5                  info@brandthal.example           IBAN DE00 0000 0000 0000 0000 00
70565 Stuttgart                  www.brandthal.example            USt-IdNr.: DE000000000
""",
        ),
        {
            "supplier_name": "Brandthal Großhandel GmbH",
            "supplier_address": "Industriestr. 5, 70565 Stuttgart",
            "supplier_email": "info@brandthal.example",
            "supplier_phone": "+49 711 5550123",
            "supplier_website": "www.brandthal.example",
            "buyer_name": "Fernwinkel Versand GmbH",
            "buyer_address": "Lindenweg 12, 50667 Köln",
            "invoice_number": "RE-2026-0417",
            "invoice_date": "2026-04-03",
            "currency": "EUR",
            "subtotal": "348.00",
            "tax": "66.12",
            "total": "414.12",
        },
        [
            ("Holzbrett Eiche 30 cm", "50", "4.20", "210.00", "sku:BT-4410"),
            ("Messerblock, leer", "12", "11.50", "138.00", "sku:BT-4421"),
        ],
    ),
    Layout(
        "French, labels with their values behind, thousands with a blank",
        (
            """
SARL Les Ateliers du Vallon
14 rue des Tanneurs
38000 Grenoble
Tél : 04 76 00 12 34
contact@ateliersvallon.example

FACTURE N° F-2026-118                            Facturé à :
Date de facture : 14 mars 2026                   Boutique Clairval SAS
Échéance : 13 avril 2026                         3 place du Marché
N° commande : C-5521                             69002 Lyon

Référence    Désignation                        Qté     P.U. HT      Total HT
AV-01        Panier osier moyen                  80       12,50      1 000,00
AV-07        Corbeille ovale, lot de 2           25        9,80        245,00

                                                Total HT             1 245,00
                                                TVA 20 %               249,00
                                                Total TTC          1 494,00 €

N° TVA FR00 000000000
""",
        ),
        {
            "supplier_name": "SARL Les Ateliers du Vallon",
            "supplier_address": "14 rue des Tanneurs, 38000 Grenoble",
            "supplier_phone": "04 76 00 12 34",
            "supplier_email": "contact@ateliersvallon.example",
            "buyer_name": "Boutique Clairval SAS",
            "buyer_address": "3 place du Marché, 69002 Lyon",
            "invoice_number": "F-2026-118",
            "invoice_date": "2026-03-14",
            "order_number": "C-5521",
            "currency": "EUR",
            "subtotal": "1245.00",
            "tax": "249.00",
            "total": "1494.00",
        },
        [
            ("Panier osier moyen", "80", "12.50", "1000.00", "sku:AV-01"),
            ("Corbeille ovale, lot de 2", "25", "9.80", "245.00", "sku:AV-07"),
        ],
    ),
    Layout(
        "Spanish, a box of labels over their values, two rates of tax",
        (
            """
DISTRIBUCIONES ALMENDRO, S.L.              CIF: B00000000
C/ Mayor 22, 46001 Valencia                Tel. +34 960 000 111

Nº de factura      Fecha           Vencimiento        Nº pedido
A-000731           05/03/2026      04/04/2026         P-88

Cliente
Hogar del Sur S.A.
Avda. de la Paz 9
41013 Sevilla

Código     Descripción                  Cant.     Precio    IVA      Importe
AL-55      Aceite oliva 500 ml             60       4,10     10%       246,00
AL-90      Bandeja madera                  20       7,25     21%       145,00

Base imponible                                                       391,00
IVA 10%                                                               24,60
IVA 21%                                                               30,45
TOTAL FACTURA                                                      446,05 €
""",
        ),
        {
            "supplier_name": "DISTRIBUCIONES ALMENDRO, S.L.",
            "supplier_address": "C/ Mayor 22, 46001 Valencia",
            "supplier_phone": "+34 960 000 111",
            "buyer_name": "Hogar del Sur S.A.",
            "buyer_address": "Avda. de la Paz 9, 41013 Sevilla",
            "invoice_number": "A-000731",
            "invoice_date": "2026-03-05",
            "order_number": "P-88",
            "currency": "EUR",
            "subtotal": "391.00",
            "tax": "55.05",
            "total": "446.05",
        },
        [
            ("Aceite oliva 500 ml", "60", "4.10", "246.00", "sku:AL-55"),
            ("Bandeja madera", "20", "7.25", "145.00", "sku:AL-90"),
        ],
    ),
    Layout(
        "Italian, Spett.le, columns in another order",
        (
            """
Ceramiche Bellaluna S.r.l.                         Spett.le
Via dei Vasai 8                                    Casa Aperta S.p.A.
50122 Firenze (FI)                                 Corso Roma 101
P.IVA 00000000000                                  20121 Milano
Tel. 055 000 1122

Fattura n. 77/2026 del 9 febbraio 2026
Data fattura: 09/02/2026

Q.tà    Descrizione                        Codice      Prezzo      Importo
  36    Ciotola smaltata blu               CB-12         5,40       194,40
  10    Vaso terracotta grande             CB-40        18,00       180,00

                                   Imponibile                       374,40
                                   IVA 22%                           82,37
                                   Totale fattura              EUR  456,77
""",
        ),
        {
            "supplier_name": "Ceramiche Bellaluna S.r.l.",
            "supplier_address": "Via dei Vasai 8, 50122 Firenze (FI)",
            "supplier_phone": "055 000 1122",
            "buyer_name": "Casa Aperta S.p.A.",
            "buyer_address": "Corso Roma 101, 20121 Milano",
            "invoice_number": "77/2026",
            "invoice_date": "2026-02-09",
            "currency": "EUR",
            "subtotal": "374.40",
            "tax": "82.37",
            "total": "456.77",
        },
        [
            ("Ciotola smaltata blu", "36", "5.40", "194.40", "sku:CB-12"),
            ("Vaso terracotta grande", "10", "18.00", "180.00", "sku:CB-40"),
        ],
    ),
    Layout(
        "Dutch, seller at the right",
        (
            """
FACTUUR                                            Van der Plas Import B.V.
                                                   Havenweg 31
Factuuradres:                                      3089 JK Rotterdam
De Groene Kast B.V.                                KvK 00000000
Dorpsstraat 4                                      T: +31 10 000 4455
1011 AB Amsterdam                                  www.vanderplas.example

Factuurnummer: 2026-0099
Factuurdatum: 18-02-2026
Vervaldatum: 20-03-2026

Artikel    Omschrijving                      Aantal      Prijs        Totaal
VP-3       Theelichthouder glas                 200       0,85        170,00
VP-8       Kandelaar messing                     15       6,40         96,00

                                     Subtotaal                      € 266,00
                                     BTW 21%                         € 55,86
                                     Totaal te betalen              € 321,86
""",
        ),
        {
            "supplier_name": "Van der Plas Import B.V.",
            "supplier_address": "Havenweg 31, 3089 JK Rotterdam",
            "supplier_phone": "+31 10 000 4455",
            "supplier_website": "www.vanderplas.example",
            "buyer_name": "De Groene Kast B.V.",
            "buyer_address": "Dorpsstraat 4, 1011 AB Amsterdam",
            "invoice_number": "2026-0099",
            "invoice_date": "2026-02-18",
            "currency": "EUR",
            "subtotal": "266.00",
            "tax": "55.86",
            "total": "321.86",
        },
        [
            ("Theelichthouder glas", "200", "0.85", "170.00", "sku:VP-3"),
            ("Kandelaar messing", "15", "6.40", "96.00", "sku:VP-8"),
        ],
    ),
    Layout(
        "Polish, seller and buyer side by side, net and gross columns",
        (
            """
Faktura VAT nr FV/12/03/2026                       Data wystawienia: 2026-03-11
                                                   Data sprzedaży: 2026-03-10

Sprzedawca:                              Nabywca:
Hurtownia Jodła Sp. z o.o.               Dom i Ogród Sp. z o.o.
ul. Leśna 5                              ul. Wiosenna 18
30-001 Kraków                            00-950 Warszawa
NIP: 0000000000                          NIP: 0000000000

Lp.  Nazwa towaru             Ilość  J.m.  Cena netto   Wartość netto  VAT   Wartość brutto
1    Doniczka ceramiczna 12     40   szt.       8,00          320,00   23%          393,60
2    Konewka 5 l                10   szt.      21,50          215,00   23%          264,45

                              Razem netto                     535,00
                              Kwota VAT                       123,05
                              Do zapłaty                  658,05 PLN
Słownie: sześćset pięćdziesiąt osiem złotych 05/100
""",
        ),
        {
            "supplier_name": "Hurtownia Jodła Sp. z o.o.",
            "supplier_address": "ul. Leśna 5, 30-001 Kraków",
            "buyer_name": "Dom i Ogród Sp. z o.o.",
            "buyer_address": "ul. Wiosenna 18, 00-950 Warszawa",
            "invoice_number": "FV/12/03/2026",
            "invoice_date": "2026-03-11",
            "currency": "PLN",
            "subtotal": "535.00",
            "tax": "123.05",
            "total": "658.05",
        },
        [
            ("Doniczka ceramiczna 12", "40", "8.00", "320.00"),
            ("Konewka 5 l", "10", "21.50", "215.00"),
        ],
    ),
    Layout(
        "Portuguese",
        (
            """
Cerâmicas do Tejo, Lda
Rua das Flores 20
1200-195 Lisboa
NIF 000000000    Telefone: +351 210 000 333

Exmo.(s) Sr.(s)
Lojas Atlântico S.A.
Avenida Central 300
4700-229 Braga

Fatura nº FT 2026/45
Data de emissão: 2026-01-20

Referência   Descrição                      Qtd.    Preço Unit.    IVA      Total
CT-9         Azulejo decorado 15x15          300          1,20     23%     360,00
CT-2         Prato raso                       48          3,75     23%     180,00

                                          Total líquido                    540,00
                                          IVA                              124,20
                                          Total a pagar                  664,20 €
""",
        ),
        {
            "supplier_name": "Cerâmicas do Tejo, Lda",
            "supplier_address": "Rua das Flores 20, 1200-195 Lisboa",
            "supplier_phone": "+351 210 000 333",
            "buyer_name": "Lojas Atlântico S.A.",
            "buyer_address": "Avenida Central 300, 4700-229 Braga",
            "invoice_number": "FT 2026/45",
            "invoice_date": "2026-01-20",
            "currency": "EUR",
            "subtotal": "540.00",
            "tax": "124.20",
            "total": "664.20",
        },
        [
            ("Azulejo decorado 15x15", "300", "1.20", "360.00", "sku:CT-9"),
            ("Prato raso", "48", "3.75", "180.00", "sku:CT-2"),
        ],
    ),
    Layout(
        "Chinese and English, labels in both, amount in words",
        (
            """
                  NINGBO BRIGHTWAVE TRADING CO., LTD.
     Room 1203, No. 88 Zhongshan East Road, Ningbo, Zhejiang, China
              Tel: +86 574 0000 1234 Fax: +86 574 0000 1235

                    商业发票 COMMERCIAL INVOICE

To: Kestrel Home Goods LLC                      发票号 Invoice No.: BW260314
900 Alder Street, Tacoma, WA 98402, USA         日期 Date: 2026年3月14日
                                                订单号 Order No.: KH-0091

品名 Description of Goods     型号 Model     数量 Quantity    单价 Unit Price      金额 Amount
LED string light 10 m         BW-L10         1,200 pcs            USD 1.85        USD 2,220.00
Solar path lamp               BW-S4            400 pcs            USD 3.10        USD 1,240.00

合计 TOTAL:                                  1,600 pcs                            USD 3,460.00
SAY TOTAL: US DOLLARS THREE THOUSAND FOUR HUNDRED AND SIXTY ONLY.

Bank: Bank of Examples Ningbo Branch   A/C No: 0000 0000 0000   SWIFT: XXXXCNXX
""",
        ),
        {
            "supplier_name": "NINGBO BRIGHTWAVE TRADING CO., LTD.",
            "supplier_address": "Room 1203, No. 88 Zhongshan East Road, Ningbo, Zhejiang, China",
            "supplier_phone": "+86 574 0000 1234",
            "buyer_name": "Kestrel Home Goods LLC",
            "buyer_address": "900 Alder Street, Tacoma, WA 98402, USA",
            "invoice_number": "BW260314",
            "invoice_date": "2026-03-14",
            "order_number": "KH-0091",
            "currency": "USD",
            "total": "3460.00",
        },
        [
            ("LED string light 10 m", "1200", "1.85", "2220.00", "model:BW-L10"),
            ("Solar path lamp", "400", "3.10", "1240.00", "model:BW-S4"),
        ],
    ),
    Layout(
        "Japanese, amounts without decimals",
        (
            """
                          請求書

株式会社ケストレル 御中                     請求書番号：INV-0091
東京都千代田区1-2-3                         発行日：2026年3月14日
                                            お支払期限：2026年4月30日

                                            株式会社あおば商事
                                            大阪府大阪市北区4-5-6
                                            TEL：06-0000-1234

品名                    数量       単価         金額
木製トレー              100         850       85,000
陶器マグ                 40         600       24,000

                               小計          109,000
                               消費税(10%)    10,900
                               合計         ¥119,900
""",
        ),
        {
            "supplier_name": "株式会社あおば商事",
            "supplier_address": "大阪府大阪市北区4-5-6",
            "supplier_phone": "06-0000-1234",
            "buyer_name": "株式会社ケストレル",
            "buyer_address": "東京都千代田区1-2-3",
            "invoice_number": "INV-0091",
            "invoice_date": "2026-03-14",
            "currency": "JPY",
            "subtotal": "109000",
            "tax": "10900",
            "total": "119900",
        },
        [
            ("木製トレー", "100", "850", "85000"),
            ("陶器マグ", "40", "600", "24000"),
        ],
    ),
    Layout(
        "Two pages, header repeated, carried forward",
        (
            """
Calder & Voss Distribution Ltd                                   TAX INVOICE
7 Quayside, Bristol BS1 6TL                              Invoice No   CV1190
Tel 0117 496 0111    accounts@caldervoss.example         Invoice Date 02/03/2026
VAT Reg No GB 000 0000 00                                Account No   K200

Invoice To
Alderpoint Retail Limited
22 Mill Lane
Leeds
LS1 4AP

Code     Description                         Qty     Price      VAT        Net
CV-1     Enamel mug white                     60      2.50      20%     150.00
CV-2     Enamel mug blue                      60      2.50      20%     150.00
                                             Carried forward            300.00
                                                                   Page 1 of 2
""",
            """
Calder & Voss Distribution Ltd                           Invoice No   CV1190

Code     Description                         Qty     Price      VAT        Net
                                             Brought forward            300.00
CV-7     Roasting tin, deep, 35 cm            24      6.75      20%     162.00
         with rack

                                             Goods Total                462.00
                                             VAT @ 20%                   92.40
                                             Carriage                     0.00
                                             Invoice Total            £ 554.40
                                                                   Page 2 of 2
""",
        ),
        {
            "supplier_name": "Calder & Voss Distribution Ltd",
            "supplier_address": "7 Quayside, Bristol BS1 6TL",
            "supplier_phone": "0117 496 0111",
            "supplier_email": "accounts@caldervoss.example",
            "buyer_name": "Alderpoint Retail Limited",
            "buyer_address": "22 Mill Lane, Leeds, LS1 4AP",
            "invoice_number": "CV1190",
            "invoice_date": "2026-03-02",
            "currency": "GBP",
            "subtotal": "462.00",
            "tax": "92.40",
            "total": "554.40",
        },
        [
            ("Enamel mug white", "60", "2.50", "150.00", "sku:CV-1"),
            ("Enamel mug blue", "60", "2.50", "150.00", "sku:CV-2"),
            ("Roasting tin, deep, 35 cm with rack", "24", "6.75", "162.00", "sku:CV-7"),
        ],
    ),
    Layout(
        "Second page without header",
        (
            """
Invoice 55012                                 Tallgrass Mercantile LLC
Invoice date: Jan 9, 2026                     81 Prairie Road, Salina, KS 67401

Sold to: Pike Street Outfitters Inc
1500 Pike Street
Seattle, WA 98101

SKU       Product                      Quantity    Unit price     Line total
T-1       Canvas tote natural                50          2.20        $110.00
T-2       Canvas tote black                  50          2.40        $120.00
""",
            """
T-3       Canvas pouch small                200          0.95        $190.00
T-4       Canvas apron                       30          5.10        $153.00

                                                   Subtotal          $573.00
                                                   Tax                 $0.00
                                                   Grand total       $573.00
""",
        ),
        {
            "supplier_name": "Tallgrass Mercantile LLC",
            "supplier_address": "81 Prairie Road, Salina, KS 67401",
            "buyer_name": "Pike Street Outfitters Inc",
            "buyer_address": "1500 Pike Street, Seattle, WA 98101",
            "invoice_number": "55012",
            "invoice_date": "2026-01-09",
            "currency": "USD",
            "subtotal": "573.00",
            "tax": "0.00",
            "total": "573.00",
        },
        [
            ("Canvas tote natural", "50", "2.20", "110.00", "sku:T-1"),
            ("Canvas tote black", "50", "2.40", "120.00", "sku:T-2"),
            ("Canvas pouch small", "200", "0.95", "190.00", "sku:T-3"),
            ("Canvas apron", "30", "5.10", "153.00", "sku:T-4"),
        ],
    ),
    Layout(
        "Indian, grouped by lakh, CGST and SGST, HSN",
        (
            """
TAX INVOICE                                                    Original for Recipient
Suryavanshi Brassworks Pvt. Ltd.
Plot 14, Sector 9, Moradabad, Uttar Pradesh 244001, India
GSTIN: 00XXXXX0000X0X0     Phone: +91 591 000 2211

Invoice No.: SB/25-26/0412          Dated: 17-Feb-2026
Buyer's Order No.: PO-118           Terms of Payment: 30 days

Buyer (Bill to)
Lotus Living India Pvt. Ltd.
22 MG Road, Bengaluru, Karnataka 560001
GSTIN: 00YYYYY0000Y0Y0

Sl No.  Description of Goods         HSN/SAC     Quantity       Rate        Amount
1       Brass diya, small            7419        1,500 Nos     85.00   1,27,500.00
2       Brass bowl 6 in              7419          200 Nos    240.00     48,000.00

                                     Taxable Value                     1,75,500.00
                                     CGST 9%                             15,795.00
                                     SGST 9%                             15,795.00
                                     Grand Total                     ₹ 2,07,090.00
Amount Chargeable (in words): INR Two Lakh Seven Thousand Ninety Only
""",
        ),
        {
            "supplier_name": "Suryavanshi Brassworks Pvt. Ltd.",
            "supplier_address": "Plot 14, Sector 9, Moradabad, Uttar Pradesh 244001, India",
            "supplier_phone": "+91 591 000 2211",
            "buyer_name": "Lotus Living India Pvt. Ltd.",
            "buyer_address": "22 MG Road, Bengaluru, Karnataka 560001",
            "invoice_number": "SB/25-26/0412",
            "invoice_date": "2026-02-17",
            "order_number": "PO-118",
            "currency": "INR",
            "subtotal": "175500.00",
            "tax": "31590.00",
            "total": "207090.00",
        },
        [
            ("Brass diya, small", "1500", "85.00", "127500.00"),
            ("Brass bowl 6 in", "200", "240.00", "48000.00"),
        ],
    ),
    Layout(
        "Numbers between two lines of their description",
        (
            """
Mossbank Foods LLC
310 Canal Street, Lowell, MA 01852
billing@mossbank.example

INVOICE NUMBER      INVOICE DATE       CUSTOMER PO
9920431             02/27/2026         4500017

BILL TO
Granary Lane Inc.
88 Harbor Drive
Portland, ME 04101

DESCRIPTION                            QTY         PRICE          TOTAL

Organic rolled oats, gluten free,
                                        36          7.10         255.60
1 kg bag (ASIN B0OATS1KG2)

Steel cut oats in a tin,
                                        12          8.00          96.00
750 g, EAN 4006381333931

                                       Total Due                $351.60
""",
        ),
        {
            "supplier_name": "Mossbank Foods LLC",
            "supplier_address": "310 Canal Street, Lowell, MA 01852",
            "supplier_email": "billing@mossbank.example",
            "buyer_name": "Granary Lane Inc.",
            "buyer_address": "88 Harbor Drive, Portland, ME 04101",
            "invoice_number": "9920431",
            "invoice_date": "2026-02-27",
            "order_number": "4500017",
            "currency": "USD",
            "total": "351.60",
        },
        [
            ("Organic rolled oats, gluten free, 1 kg bag", "36", "7.10", "255.60", "asin:B0OATS1KG2"),
            ("Steel cut oats in a tin, 750 g", "12", "8.00", "96.00", "gtin:4006381333931"),
        ],
    ),
    Layout(
        "Columns that nearly touch, long names",
        (
            """
From: Orrin & Pell Trading Ltd, 5 Foundry Yard, Sheffield S3 8DT, United Kingdom
To: Alderpoint Retail Limited, 22 Mill Lane, Leeds LS1 4AP

Invoice ref: OP/0098          Issued: 1 April 2026         Currency: GBP

Ref Description            Quantity Unit price Amount
A10 Hand forged trivet, XL       14      11.00 154.00
A11 Fire poker, long              6      19.50 117.00

Net total 271.00
VAT 54.20
Amount payable 325.20
""",
        ),
        {
            "supplier_name": "Orrin & Pell Trading Ltd",
            "supplier_address": "5 Foundry Yard, Sheffield S3 8DT, United Kingdom",
            "buyer_name": "Alderpoint Retail Limited",
            "buyer_address": "22 Mill Lane, Leeds LS1 4AP",
            "invoice_number": "OP/0098",
            "invoice_date": "2026-04-01",
            "currency": "GBP",
            "subtotal": "271.00",
            "tax": "54.20",
            "total": "325.20",
        },
        [
            ("Hand forged trivet, XL", "14", "11.00", "154.00", "sku:A10"),
            ("Fire poker, long", "6", "19.50", "117.00", "sku:A11"),
        ],
    ),
    Layout(
        "No table: a sentence for each thing bought",
        (
            """
Bluewater Closeouts LLC                                      Invoice BW-3301
310 Pier Ave, Tampa FL 33602, +1 813 555 0188             September 8, 2025

Sold to: Northquay Trading Inc., 2200 Causeway Blvd, Tampa FL 33619


Corrigan & Moss Serum 30 ml (B0CMSRUM01), UPC 198001000300
60 units at USD 6.80                                      Total USD 408.00

Closed lot, sold as is.
""",
        ),
        {
            "supplier_name": "Bluewater Closeouts LLC",
            "supplier_address": "310 Pier Ave, Tampa FL 33602",
            "supplier_phone": "+1 813 555 0188",
            "buyer_name": "Northquay Trading Inc.",
            "buyer_address": "2200 Causeway Blvd, Tampa FL 33619",
            "invoice_number": "BW-3301",
            "invoice_date": "2025-09-08",
            "currency": "USD",
            "total": "408.00",
        },
        [("Corrigan & Moss Serum 30 ml (B0CMSRUM01)", "60", "6.80", "408.00", "asin:B0CMSRUM01", "gtin:198001000300")],
    ),
    Layout(
        "Groups with subtotals, free goods, a discount and freight that are no goods",
        (
            """
INVOICE
Seller: Quillan Stationery Wholesale Inc.        Invoice No. Q-4471
        16 Paper Mill Road                       Invoice Date 2026-02-03
        Holyoke, MA 01040                        Order No. W-310
        Phone 413-555-0175

Customer: Inkwell Corner LLC
          7 Main Street
          Keene, NH 03431

Item No.   Description                     Qty Ordered   Qty Shipped   Unit Price     Amount
Notebooks
Q-10       Notebook A5 ruled                        40            40         2.10      84.00
Q-11       Notebook A5 plain                        40            30         2.10      63.00
           Subtotal Notebooks                                                         147.00
Pens
Q-30       Gel pen black, box of 12                 10            10         6.00      60.00
Q-31       Gel pen sample                            5             5         0.00       FREE
           Subtotal Pens                                                               60.00

           Discount 10 %                                                              -20.70
           Freight                                                                     12.00
           TOTAL USD                                                                  198.30
""",
        ),
        {
            "supplier_name": "Quillan Stationery Wholesale Inc.",
            "supplier_address": "16 Paper Mill Road, Holyoke, MA 01040",
            "supplier_phone": "413-555-0175",
            "buyer_name": "Inkwell Corner LLC",
            "buyer_address": "7 Main Street, Keene, NH 03431",
            "invoice_number": "Q-4471",
            "invoice_date": "2026-02-03",
            "order_number": "W-310",
            "currency": "USD",
            "total": "198.30",
        },
        [
            ("Notebook A5 ruled", "40", "2.10", "84.00", "sku:Q-10"),
            ("Notebook A5 plain", "30", "2.10", "63.00", "sku:Q-11"),
            ("Gel pen black, box of 12", "10", "6.00", "60.00", "sku:Q-30"),
            ("Gel pen sample", "5", "0.00", "0", "sku:Q-31"),
        ],
    ),
    Layout(
        "Swiss, apostrophes, seller in the foot only",
        (
            """
Rechnung Nr. 88-1204                             Zürich, 12. März 2026

Rechnungsadresse
Bergkram AG
Seestrasse 40
8002 Zürich

Anzahl   Artikelbezeichnung                EAN              Einzelpreis       Betrag
    20   Käsereibe Edelstahl               7612345678900          14.50       290.00
   150   Raclette-Schaber                  7612345678917           9.90     1'485.00

                                                       Zwischensumme        1'775.00
                                                       MWST 8.1 %             143.78
                                                       Total CHF            1'918.78




Alpenrand Küchenbedarf AG · Hauptstrasse 3 · 3011 Bern · Tel. +41 31 000 55 66 · www.alpenrand.example
""",
        ),
        {
            "supplier_name": "Alpenrand Küchenbedarf AG",
            "supplier_address": "Hauptstrasse 3, 3011 Bern",
            "supplier_phone": "+41 31 000 55 66",
            "supplier_website": "www.alpenrand.example",
            "buyer_name": "Bergkram AG",
            "buyer_address": "Seestrasse 40, 8002 Zürich",
            "invoice_number": "88-1204",
            "invoice_date": "2026-03-12",
            "currency": "CHF",
            "subtotal": "1775.00",
            "tax": "143.78",
            "total": "1918.78",
        },
        [
            ("Käsereibe Edelstahl", "20", "14.50", "290.00", "gtin:7612345678900"),
            ("Raclette-Schaber", "150", "9.90", "1485.00", "gtin:7612345678917"),
        ],
    ),
    Layout(
        "Prices left out, head of columns in two rows, packs times pieces",
        (
            """
Penhallow Imports Inc.         Invoice Number: PH-6612
77 Wharf Street                Invoice Date: December 3, 2025
Norfolk, VA 23510
www.penhallow.example

Sold To                        Ship Via
Kestrel Home Goods LLC         Freight line
900 Alder Street
Tacoma, WA 98402

Part                                     UPC             Quantity
Number     Product                       Code             Shipped
PH-1       Bamboo board 14 in            036000291452    4 ctn x 12
PH-2       Bamboo board 18 in            012345678905    2 ctn x 6
""",
        ),
        {
            "supplier_name": "Penhallow Imports Inc.",
            "supplier_address": "77 Wharf Street, Norfolk, VA 23510",
            "supplier_website": "www.penhallow.example",
            "buyer_name": "Kestrel Home Goods LLC",
            "buyer_address": "900 Alder Street, Tacoma, WA 98402",
            "invoice_number": "PH-6612",
            "invoice_date": "2025-12-03",
        },
        [
            ("Bamboo board 14 in", "48", None, None, "sku:PH-1", "gtin:036000291452"),
            ("Bamboo board 18 in", "12", None, None, "sku:PH-2", "gtin:012345678905"),
        ],
    ),
    Layout(
        "Seller labelled under Remit To, balance after a payment",
        (
            """
                                INVOICE
Invoice Number 7003     Invoice Date 11/20/2025     Terms Net 30     Due Date 12/20/2025

Customer Name                                  Remit To
Granary Lane Inc.                              Fenwick Tea Merchants LLC
88 Harbor Drive                                2 Clipper Row
Portland, ME 04101                             Boston, MA 02110
                                               Phone: 617-555-0133

Qty   Item                                        Rate        Amount
 24   Assam loose leaf tin SKU: FT-22             5.50        132.00
 10   Earl Grey sachets SKU: FT-31                8.20         82.00

Total                                                       $ 214.00
Payments                                                    $ 100.00
Balance Due                                                 $ 114.00
""",
        ),
        {
            "supplier_name": "Fenwick Tea Merchants LLC",
            "supplier_address": "2 Clipper Row, Boston, MA 02110",
            "supplier_phone": "617-555-0133",
            "buyer_name": "Granary Lane Inc.",
            "buyer_address": "88 Harbor Drive, Portland, ME 04101",
            "invoice_number": "7003",
            "invoice_date": "2025-11-20",
            "currency": "USD",
            "total": "214.00",
        },
        [
            ("Assam loose leaf tin", "24", "5.50", "132.00", "sku:FT-22"),
            ("Earl Grey sachets", "10", "8.20", "82.00", "sku:FT-31"),
        ],
    ),
    Layout(
        "Seller and buyer side by side under a headline, amount due in a sentence",
        (
            """
Invoice                                                      Northwind Labs

Invoice number  4F2A91C3-0007
Date of issue   April 2, 2026
Date due        April 2, 2026

Northwind Labs, Inc.                Bill to
548 Market Street                   Harbor & Pine LLC
San Francisco, California 94104     12 Elm Street
United States                       Burlington, Vermont 05401
support@northwindlabs.example       United States
                                    ap@harborpine.example

$1,240.00 USD due April 2, 2026

Description                                   Qty      Unit price        Amount
Glass dropper bottles 30 ml                   400           $2.60     $1,040.00
Bamboo caps                                   400           $0.50       $200.00

                                              Subtotal                $1,240.00
                                              Total                   $1,240.00
                                              Amount due          $1,240.00 USD

Page 1 of 1
""",
        ),
        {
            "supplier_name": "Northwind Labs, Inc.",
            "supplier_address": "548 Market Street, San Francisco, California 94104, United States",
            "supplier_email": "support@northwindlabs.example",
            "buyer_name": "Harbor & Pine LLC",
            "buyer_address": "12 Elm Street, Burlington, Vermont 05401, United States",
            "invoice_number": "4F2A91C3-0007",
            "invoice_date": "2026-04-02",
            "currency": "USD",
            "subtotal": "1240.00",
            "total": "1240.00",
        },
        [
            ("Glass dropper bottles 30 ml", "400", "2.60", "1040.00"),
            ("Bamboo caps", "400", "0.50", "200.00"),
        ],
    ),
    Layout(
        "Chinese export: form of labels, way of the goods, bank",
        (
            """
                              PACKING LIST / INVOICE
Guangzhou Lefei Cosmetics Packaging Co., Ltd
Add: No.12 Shatai Road, Baiyun District, Guangzhou, China
Tel: 86-20-0000 8888  Fax: 86-20-0000 8889  Email: sales@lefei-pack.example
Messrs: BRIGHT ORCHARD TRADING LTD              INVOICE NO: LF20260118
Address: Unit 5, Orchard Way, Kent, UK          DATE: JAN.18,2026
Attn: Ms. Doe                                   L/C NO: N/A
From GUANGZHOU to FELIXSTOWE by sea
Item  Description           Model No.   Qty(pcs)   Price(US$)   Amount(US$)
1     Lip balm tube 5g      LT-05        10,000       0.045        450.00
2     Airless pump 30ml     AP-30         2,000       0.320        640.00
TOTAL                                    12,000                  1,090.00
Total: US DOLLARS ONE THOUSAND AND NINETY ONLY
Bank of China Guangzhou Branch
Beneficiary: Guangzhou Lefei Cosmetics Packaging Co., Ltd
Account: 0000 1111 2222
""",
        ),
        {
            "supplier_name": "Guangzhou Lefei Cosmetics Packaging Co., Ltd",
            "supplier_address": "No.12 Shatai Road, Baiyun District, Guangzhou, China",
            "supplier_phone": "86-20-0000 8888",
            "supplier_email": "sales@lefei-pack.example",
            "buyer_name": "BRIGHT ORCHARD TRADING LTD",
            "buyer_address": "Unit 5, Orchard Way, Kent, UK",
            "invoice_number": "LF20260118",
            "invoice_date": "2026-01-18",
            "currency": "USD",
            "total": "1090.00",
        },
        [
            ("Lip balm tube 5g", "10000", "0.045", "450.00", "model:LT-05"),
            ("Airless pump 30ml", "2000", "0.320", "640.00", "model:AP-30"),
        ],
    ),
    Layout(
        "Italian, all sums in one row",
        (
            """
ACME Distribution SpA                                     Fattura n. 1234/B del 05/01/2026
Via Torino 15 - 10121 Torino (TO)
P.IVA IT00000000000                                       Cliente:
                                                          Emporio Verdi s.a.s. di Verdi Luca
                                                          Via Garibaldi, 7
                                                          40121 Bologna (BO)
Codice Descrizione                    U.M. Quantità  Prezzo unitario  Sconto  Importo  IVA
A1     Moka 3 tazze                   PZ         24            9,90     10%   213,84   22
A2     Moka 6 tazze                   PZ         12           14,50           174,00   22
Totale imponibile € 387,84    IVA 22% € 85,32    TOTALE DOCUMENTO € 473,16
Scadenza: 05/02/2026 RIBA
""",
        ),
        {
            "supplier_name": "ACME Distribution SpA",
            "supplier_address": "Via Torino 15 - 10121 Torino (TO)",
            "buyer_name": "Emporio Verdi s.a.s. di Verdi Luca",
            "buyer_address": "Via Garibaldi, 7, 40121 Bologna (BO)",
            "invoice_number": "1234/B",
            "invoice_date": "2026-01-05",
            "currency": "EUR",
            "subtotal": "387.84",
            "tax": "85.32",
            "total": "473.16",
        },
        [
            ("Moka 3 tazze", "24", "9.90", "213.84", "sku:A1"),
            ("Moka 6 tazze", "12", "14.50", "174.00", "sku:A2"),
        ],
    ),
]
