# ruff: noqa: E501 - lists of names read better in long lines
"""Names, streets and goods of a world that does not exist. Phones and sites are of the kinds kept free for fiction."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

_STEMS = (
    "Harbor Lane|Blue Kiln|Northgate|Copper Fox|Elm & Ash|Silver Birch|Pine Hollow|Red Anchor|Oakfield|Tidewater|"
    "Three Rivers|Juniper Mill|Stonebridge|Larkspur|Ninefold|Quarry Road|Westmere|Calder & Finch|Amberley|Holt Brothers"
).split("|")
_LOCAL = {
    "DE": "Kranich|Haverkamp|Nordlicht|Birkenfeld|Lindgrün|Söhnke & Partner|Weserkontor|Falkenrath|Münzberg".split("|"),
    "FR": "Maison Corbelle|Ateliers Vauquelin|Les Deux Rives|Grandval|Établissements Morvan|Lumière & Bois".split("|"),
    "ES": "Almacenes Rovira|Hermanos Quiroga|Distribuciones Aldaba|Suministros Peñalta|Comercial Zafra".split("|"),
    "IT": "Fratelli Morandi|Ceramiche Valsesia|Forniture Brentana|Casa Lucente|Distribuzione Aurelia".split("|"),
    "PL": "Hurtownia Żuraw|Zielony Młyn|Kowalczyk i Wspólnicy|Bałtyk Handel|Dębowa Półka".split("|"),
    "CN": "Shenzhen Haoyuan|Ningbo Brightway|Yiwu Lanhai|Guangzhou Mingde|Dongguan Sunfield|Xiamen Goldleaf".split("|"),
    "IN": "Surya Mills|Kaveri Exports|Malabar Homeware|Jaipur Craft House|Deccan Polymers".split("|"),
    "CA": "Maple Gate|Laurentian Supply|Saint-Clair Goods|Tamarack|Fundy Bay".split("|"),
}
_FORMS = {
    "US": "Wholesale LLC|Trading Co.|Imports Inc.|Distributors, Inc.|Supply Corp.|Brands LLC".split("|"),
    "UK": "Wholesale Ltd|Trading Limited|(UK) Ltd|Supplies Ltd.|& Sons Ltd|Distribution PLC".split("|"),
    "DE": "GmbH|GmbH & Co. KG|Handels GmbH|e.K.|Großhandel GmbH|AG".split("|"),
    "FR": "SARL|SAS|S.A.R.L.|SA|EURL".split("|"),
    "ES": "S.L.|S.A.|S.L.U.|e Hijos, S.L.".split("|"),
    "IT": "S.r.l.|S.p.A.|s.n.c.|S.r.l. unipersonale".split("|"),
    "PL": "Sp. z o.o.|Sp. j.|S.A.|sp. z o.o. sp. k.".split("|"),
    "CN": "Trading Co., Ltd.|Import & Export Co., Ltd|Electronics Co., Ltd.|Houseware Co.,Ltd".split("|"),
    "IN": "Pvt. Ltd.|Private Limited|& Co.|LLP".split("|"),
    "CA": "Inc.|Ltée / Ltd.|Distribution Inc.|Supply Ltd.".split("|"),
}
_PLACES = {
    "US": "Tacoma, WA 98402|Dayton, OH 45402|El Paso, TX 79901|Newark, NJ 07105|Tampa, FL 33602|Reno, NV 89502|"
    "Portland, OR 97209|Edison, NJ 08817-4102|Carson, CA 90745|Brooklyn, NY 11232".split("|"),
    "UK": "Leeds|LS9 0XY;Manchester|M17 1QS;Birmingham|B6 7EU;London|E14 9TP;Bristol|BS2 0YH;Glasgow|G40 3AS".split(
        ";"
    ),
    "DE": "20457 Hamburg|50829 Köln|04109 Leipzig|90411 Nürnberg|40221 Düsseldorf|79108 Freiburg im Breisgau".split(
        "|"
    ),
    "FR": "69007 LYON|13015 Marseille|59000 Lille|75011 PARIS|33300 Bordeaux|44100 NANTES CEDEX 4".split("|"),
    "ES": "08019 Barcelona|28037 Madrid|46015 Valencia|41007 Sevilla|50014 Zaragoza".split("|"),
    "IT": "20134 Milano (MI)|10156 Torino (TO)|40128 Bologna (BO)|80147 Napoli NA|37135 Verona (VR)".split("|"),
    "PL": "02-672 Warszawa|61-131 Poznań|30-705 Kraków|80-560 Gdańsk|90-361 Łódź".split("|"),
    "CN": "Bao'an District, Shenzhen 518102, Guangdong|Yinzhou District, Ningbo 315100, Zhejiang|"
    "Futian Market, Yiwu City, Zhejiang 322000|Baiyun District, Guangzhou, Guangdong 510440".split("|"),
    "IN": "Bengaluru 560058, Karnataka|Jaipur - 302013, Rajasthan|Pune, Maharashtra 411019|Kochi 682024, Kerala".split(
        "|"
    ),
    "CA": "Mississauga, ON  L5S 1V9|Laval QC H7L 5A3|Richmond, BC V6X 1Z7|Montréal (Québec) H4S 1P8".split("|"),
}
_STREETS = {
    "US": "Harbor Ave, Suite 210|W Industrial Pkwy|Commerce Dr. Bldg 4|Mill Road|Liberty Street, 3rd Floor|NE 42nd Ct".split(
        "|"
    ),
    "UK": "Albion Road|Canal Street|Station Approach|High Street|Foundry Lane".split("|"),
    "DE": "Speicherstraße|Gewerbering|An der Alten Mühle|Hansaallee|Robert-Bosch-Str.|Am Wehrhahn".split("|"),
    "FR": "rue des Tanneurs|avenue Jean Moulin|ZA de la Croix Blanche|boulevard Voltaire|quai de la Fosse".split("|"),
    "ES": "Calle Mallorca|Avda. de la Industria|Polígono Industrial El Salobral, Nave|C/ Puerto Rico|Carrer de Pallars".split(
        "|"
    ),
    "IT": "Via Garibaldi|Corso Francia|Viale dell'Industria|Via S. Antonio|Piazza Bra".split("|"),
    "PL": "ul. Wołoska|ul. Główna|al. Niepodległości|ul. Żeromskiego|ul. Portowa".split("|"),
    "CN": "Huafeng Industrial Park, Xixiang|Yongjiang Road|Chouzhou North Road|Shisha Road, Shijing".split("|"),
    "IN": "Peenya Industrial Area, Phase II|MIDC Bhosari, Plot J|Malviya Nagar Ind. Estate|Kaloor Road".split("|"),
    "CA": "Dixie Road|boul. Industriel|No. 6 Road|rue Saint-Jacques".split("|"),
}
_COUNTRY = {
    "US": ("USA", "United States"),
    "UK": ("United Kingdom", "England"),
    "DE": ("Deutschland", "Germany"),
    "FR": ("France",),
    "ES": ("España",),
    "IT": ("Italia",),
    "PL": ("Polska",),
    "CN": ("China", "P.R. China"),
    "IN": ("India",),
    "CA": ("Canada",),
}
_GOODS = {
    "en": "Bamboo cutting board 30 x 20 cm, oiled|Stainless steel bottle 750 ml, matt black|LED desk lamp 12W w/ USB port|"
    "Ceramic planter set of 3 (10/14/18 cm)|Cotton bath towel 70x140 cm, 500 gsm - navy|USB-C cable 2.0 m, 100W, braided|"
    'Kids puzzle "World Map" 100 pcs|Silicone baking mat A4, pair|Cast iron skillet 10.25", pre-seasoned|'
    "Memory foam pillow, queen|Glass storage jar 1.2 L w/ bamboo lid|Dog leash 6 ft, nylon, red|"
    "Vitamin C serum 30 ml / 1 fl oz|Wireless mouse 2.4 GHz, silent|Yoga mat 6 mm, TPE, teal/grey|"
    "Kitchen scale 5 kg x 1 g (batteries incl.)|Garden gloves L, nitrile coated|Toothbrush heads, 8-pack|"
    "Picture frame 8x10 in., walnut|Phone case clear, MagSafe compatible|French press 34 oz|Beard trimmer kit, 20 lengths|"
    "Air fryer liners 7.9 in (125 ct)|Reusable produce bags, set of 9".split("|"),
    "de": "Schneidebrett Bambus 30 x 20 cm, geölt|Trinkflasche Edelstahl 750 ml, schwarz matt|Schreibtischlampe LED 12 W|"
    "Blumentopf-Set Keramik, 3-tlg.|Badetuch 70x140 cm, 500 g/m², marine|USB-C-Kabel 2,0 m, 100 W|Puzzle Weltkarte 100 Teile|"
    "Vorratsglas 1,2 l mit Bambusdeckel|Gartenhandschuhe Gr. 9, Nitril|Küchenwaage 5 kg / 1 g".split("|"),
    "fr": "Planche à découper bambou 30 x 20 cm|Gourde inox 750 ml, noir mat|Lampe de bureau LED 12 W|Cache-pot céramique, lot de 3|"
    "Drap de bain 70x140 cm, 500 g/m²|Câble USB-C 2 m tressé|Puzzle « Carte du monde » 100 pièces|Bocal en verre 1,2 L|"
    "Tapis de yoga 6 mm, bleu canard|Gants de jardin taille 9".split("|"),
    "es": "Tabla de cortar bambú 30 x 20 cm|Botella acero inoxidable 750 ml|Lámpara de escritorio LED 12 W|Juego de 3 macetas cerámica|"
    "Toalla de baño 70x140 cm, 500 g/m²|Cable USB-C 2 m trenzado|Puzle mapamundi 100 piezas|Tarro de vidrio 1,2 l|"
    "Esterilla de yoga 6 mm|Guantes de jardín talla 9".split("|"),
    "it": "Tagliere in bambù 30 x 20 cm|Borraccia acciaio inox 750 ml|Lampada da scrivania LED 12 W|Set 3 vasi in ceramica|"
    "Telo bagno 70x140 cm, 500 g/m²|Cavo USB-C 2 m intrecciato|Puzzle mappamondo 100 pezzi|Barattolo vetro 1,2 l|"
    "Tappetino yoga 6 mm|Guanti da giardino tg. 9".split("|"),
    "pl": "Deska do krojenia bambusowa 30 x 20 cm|Butelka stalowa 750 ml, czarna|Lampka biurkowa LED 12 W|Zestaw 3 doniczek ceramicznych|"
    "Ręcznik kąpielowy 70x140 cm, 500 g/m²|Kabel USB-C 2 m w oplocie|Puzzle mapa świata 100 el.|Słoik szklany 1,2 l|"
    "Mata do jogi 6 mm|Rękawice ogrodowe rozm. 9".split("|"),
}
PEOPLE = "Dana Ruiz|Joon Park|Mira Novak|Tomas Becker|Aisha Haddad|Lucia Moreau|Henrik Larsen|Grace Okafor".split("|")
_SHOPS = "Tidy Nest|Kestrel & Vine|Brightacre|Papercrane|Lumen Home|Wild Thistle|Oak & Otter|Sundial Goods".split("|")


@dataclass(frozen=True)
class Party:
    """A firm: its name, the lines of its address as printed, and how it is reached."""

    name: str
    lines: tuple[str, ...]
    country: str
    phone: str
    fax: str
    email: str
    website: str
    tax_number: str

    @property
    def address(self) -> str:
        """The address in one line."""
        return ", ".join(self.lines)


def digits(random: Random, count: int) -> str:
    """Digits, the first of them no nought."""
    return str(random.randint(1, 9)) + "".join(str(random.randint(0, 9)) for _ in range(count - 1))


def gtin(random: Random, length: int) -> str:
    """A GTIN with its right check digit: 12 digits as in a UPC, 13 as in an EAN."""
    body = random.choice(("0", "6", "7", "8")) if length == 12 else random.choice(("40", "50", "84", "69", "59", "33"))
    body += "".join(str(random.randint(0, 9)) for _ in range(length - 1 - len(body)))
    weighed = sum(int(digit) * (3 if at % 2 == 0 else 1) for at, digit in enumerate(reversed(body)))
    return body + str(-weighed % 10)


def asin(random: Random) -> str:
    """An ASIN of the usual form."""
    return "B0" + "".join(random.choice("ABCDEFGHJKLMNPQRSTVWXYZ0123456789") for _ in range(8))


def goods(random: Random, language: str, count: int) -> list[str]:
    """Descriptions, none of them twice while there are enough."""
    known = _GOODS.get(language, _GOODS["en"])
    return random.sample(known, count) if count <= len(known) else [random.choice(known) for _ in range(count)]


def _phone(random: Random, country: str) -> str:
    last = f"01{random.randint(0, 99):02d}"
    block = random.randint(100, 999)
    forms = {
        "US": (
            f"({random.randint(201, 989)}) 555-{last}",
            f"{random.randint(201, 989)}-555-{last}",
            f"+1 {random.randint(201, 989)} 555 {last}",
        ),
        "CA": (f"({random.choice((416, 514, 604))}) 555-{last}", f"1-{random.choice((416, 514, 604))}-555-{last}"),
        "UK": (f"020 7946 0{block}", f"01632 960{block}", f"+44 (0)161 496 0{block}"),
        "DE": (f"+49 (0)40 66969 {block}", f"030 23125 {block}", f"0221 4710-{block}"),
        "FR": (
            f"01 99 00 {random.randint(10, 99)} {random.randint(10, 99)}",
            f"+33 1 99 00 {random.randint(10, 99)} {random.randint(10, 99)}",
        ),
        "ES": (
            f"+34 93 555 {random.randint(10, 99)} {random.randint(10, 99)}",
            f"915 55 {random.randint(10, 99)} {random.randint(10, 99)}",
        ),
        "IT": (f"+39 02 5550 {block}", f"011 5550{block}"),
        "PL": (f"+48 22 555 {random.randint(10, 99)} {random.randint(10, 99)}", f"61 555 {block}"),
        "CN": (f"+86-755-5555 {random.randint(1000, 9999)}", f"0086-574-5555{random.randint(1000, 9999)}"),
        "IN": (f"+91 80 5555 {random.randint(1000, 9999)}", f"0141-5555{block}"),
    }
    return random.choice(forms[country])


def _tax_number(random: Random, country: str) -> str:
    return {
        "US": f"{digits(random, 2)}-{digits(random, 7)}",
        "UK": f"GB {digits(random, 3)} {digits(random, 4)} {digits(random, 2)}",
        "DE": "DE" + digits(random, 9),
        "FR": "FR" + digits(random, 11),
        "ES": "B-" + digits(random, 8),
        "IT": digits(random, 11),
        "PL": f"{digits(random, 3)}-{digits(random, 3)}-{digits(random, 2)}-{digits(random, 2)}",
        "CN": "9144" + digits(random, 13) + "X",
        "IN": f"29AAB{random.choice('CF')}K{digits(random, 4)}M1Z{digits(random, 1)}",
        "CA": f"{digits(random, 9)} RT0001",
    }[country]


def _address(random: Random, country: str) -> tuple[str, ...]:
    place, street = random.choice(_PLACES[country]), random.choice(_STREETS[country])
    number = random.randint(2, 980)
    lines: tuple[str, ...]
    if country == "US":
        lines = (f"{random.randint(100, 9900)} {street}", place)
    elif country == "UK":
        town, code = place.split("|")
        first = (f"Unit {random.randint(1, 30)}{random.choice('AB ')}".strip() + ", Millrace Trading Estate",)
        end = (f"{town} {code}",) if random.random() < 0.5 else (town, code)
        lines = (*(first if random.random() < 0.5 else ()), f"{number} {street}", *end)
    elif country in ("FR", "CA"):
        lines = (
            f"{number}{'' if country == 'CA' else ','} {street}"
            if "ZA" not in street
            else f"{street}, bât. {random.choice('ABC')}",
            place,
        )
    elif country == "CN":
        lines = (
            f"No. {number}, {street}"
            if random.random() < 0.6
            else f"{random.randint(2, 9)}/F, Bldg {random.choice('ABCD')}, {street}",
            place,
        )
    elif country == "ES":
        lines = (f"{street}, {number}", place)
    elif country == "IN":
        lines = (f"No. {number}, {street}", place)
    else:
        lines = (f"{street} {number % 199 + 1}", place)
    if random.random() < (0.9 if country == "CN" else 0.35):
        lines = (*lines, random.choice(_COUNTRY[country]))
    return lines


def _site(name: str) -> str:
    plain = name.casefold().translate(str.maketrans("äöüéèêñłżóąęśźćôßàò", "aoueeenlzoaeszcosao"))
    return "-".join(
        "".join(c for c in word if c.isascii() and c.isalnum()) for word in plain.split()[:2] if word != "&"
    )


def _party(random: Random, country: str, name: str, stem: str) -> Party:
    site = _site(stem) + random.choice((".example", ".example.com", "-shop.example"))
    return Party(
        name,
        _address(random, country),
        country,
        _phone(random, country),
        _phone(random, country),
        random.choice(("sales@", "info@", "accounts@", "orders@", "billing@")) + site,
        random.choice(("www.", "https://www.", "")) + site,
        _tax_number(random, country),
    )


def supplier(random: Random, country: str) -> Party:
    """A firm that sells wholesale."""
    stem = random.choice(_LOCAL.get(country, _STEMS))
    return _party(random, country, f"{stem} {random.choice(_FORMS[country])}", stem)


def buyer(random: Random, country: str) -> Party:
    """A shop that sells on Amazon: a firm, or a person who trades under a name."""
    stem = random.choice(_SHOPS)
    forms = [form for form in _FORMS[country] if not form.startswith(("Trading Co", "(UK)", "& Sons", "e Hijos"))]
    name = f"{stem} {random.choice(forms)}" if random.random() < 0.85 else f"{random.choice(PEOPLE)} t/a {stem}"
    return _party(random, country, name, stem)
