"""What an invoice says: parties, numbers, goods, sums; and the truth that a reader should find in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from invoices.customs import ALL, Customs, cents
from invoices.world import Party, asin, buyer, digits, goods, gtin, supplier

FIELDS = (
    "supplier_name supplier_address supplier_phone supplier_email supplier_website buyer_name buyer_address "
    "invoice_number invoice_date order_number currency subtotal tax total"
).split()
CELLS = "asin sku gtin model quantity unit_price amount".split()


@dataclass(frozen=True)
class Item:
    """A line of goods. `cartons` and `each` say how the pieces are packed; `off` is a discount in per cent."""

    description: str
    sku: str
    asin: str
    gtin: str
    model: str
    quantity: int
    price: Decimal
    rate: Decimal
    cartons: int
    each: int
    off: int = 0

    @property
    def amount(self) -> Decimal:
        """What the line costs."""
        return cents(self.price * self.quantity * (100 - self.off) / 100)


@dataclass(frozen=True)
class Invoice:
    """All that a layout may print. `shows` names the fields that it did print: the layout says so."""

    customs: Customs
    supplier: Party
    buyer: Party
    ship_to: Party
    number: str
    day: date
    due: date
    delivered: date
    ordered: date
    day_form: str
    order_number: str
    customer_number: str
    sales_order: str
    items: tuple[Item, ...]
    shipping: Decimal
    discount: Decimal
    hidden: frozenset[str] = field(default=frozenset())

    @property
    def goods(self) -> Decimal:
        """The sum of the lines."""
        return sum((item.amount for item in self.items), Decimal(0))

    @property
    def net(self) -> Decimal:
        """Lines and carriage less the discount, before tax."""
        return self.goods + self.shipping - self.discount

    @property
    def main_rate(self) -> Decimal:
        """The rate that most of the goods have; carriage and discount go with it."""
        on: dict[Decimal, Decimal] = {}
        for item in self.items:
            on[item.rate] = on.get(item.rate, Decimal(0)) + item.amount
        return max(on, key=lambda rate: on[rate])

    @property
    def taxes(self) -> tuple[tuple[Decimal, Decimal, Decimal], ...]:
        """Each rate with what it is raised on and the tax."""
        on: dict[Decimal, Decimal] = {}
        for item in self.items:
            on[item.rate] = on.get(item.rate, Decimal(0)) + item.amount
        on[self.main_rate] += self.shipping - self.discount
        return tuple((rate, base, cents(base * rate / 100)) for rate, base in sorted(on.items(), reverse=True))

    @property
    def tax(self) -> Decimal:
        """All taxes."""
        return sum((tax for _, _, tax in self.taxes), Decimal(0))

    @property
    def total(self) -> Decimal:
        """What is to be paid for this invoice, before payments."""
        return self.net + self.tax

    def money(self, amount: Decimal) -> str:
        """An amount as this invoice prints it."""
        return self.customs.money(amount)

    def number_of(self, amount: Decimal, places: int = 2) -> str:
        """An amount without its currency."""
        return self.customs.number(amount, places)

    def written(self, day: date) -> str:
        """A day as this invoice prints it."""
        return self.customs.written(day, self.day_form)

    def without(self, *names: str) -> Invoice:
        """The same with fields, or cells of the lines ("line.asin"), that its page does not show."""
        return replace(self, hidden=self.hidden | frozenset(names))

    def truth(self) -> dict[str, Any]:
        """What a reader should find. Where more than one answer is right, the value is a list of them."""
        subtotal = sorted({str(self.net), str(self.goods), str(self.goods - self.discount)})
        fields: dict[str, Any] = {
            "supplier_name": self.supplier.name,
            "supplier_address": self.supplier.address,
            "supplier_phone": self.supplier.phone,
            "supplier_email": self.supplier.email,
            "supplier_website": self.supplier.website,
            "buyer_name": self.buyer.name,
            "buyer_address": self.buyer.address,
            "invoice_number": self.number,
            "invoice_date": self.day.isoformat(),
            "order_number": [self.order_number, self.sales_order],
            "currency": self.customs.currency,
            "subtotal": subtotal,
            "tax": str(self.tax),
            "total": str(self.total),
        }
        lines = []
        for item in self.items:
            cells = {
                "description": item.description,
                "asin": item.asin,
                "sku": item.sku,
                "gtin": item.gtin,
                "model": item.model,
                "quantity": str(item.quantity),
                "unit_price": sorted({str(item.price), str(_net(item))}),
                "amount": str(item.amount),
            }
            lines.append({name: text for name, text in cells.items() if f"line.{name}" not in self.hidden})
        return {"fields": {name: text for name, text in fields.items() if name not in self.hidden}, "lines": lines}


def _net(item: Item) -> Decimal:
    """The price less the discount, as columns of net prices print it."""
    return item.price if not item.off else (item.amount / item.quantity).quantize(Decimal("0.0001"))


_NUMBERS = {
    "US": ("INV-{d5}", "{d6}", "{y}-{d5}", "A{d4}-{d2}", "SI{d7}", "{d3}-{d4}"),
    "UK": ("INV{d6}", "SI-{d5}", "{d5}", "{y2}/{d5}", "IN-{d4}A"),
    "DE": ("RE-{y}-{d4}", "{y}/{d5}", "R{d6}", "{d7}", "AR{y2}{d5}"),
    "FR": ("F{y}-{d4}", "FA{d6}", "FC {d5}", "{y}{m}-{d3}"),
    "ES": ("F{y2}/{d5}", "{y}-A-{d4}", "FV{d6}"),
    "IT": ("{d4}/A", "{d3}/{y}", "FPR {d3}/{y2}"),
    "PL": ("FV/{d2}/{m}/{y}", "F/{d5}/{y2}", "FS {d3}/{m}/{y}"),
    "CN": ("HY{y}{m}{d2}", "BW-{y2}{m}{d2}-{d1}", "CI{d6}", "NB{d4}/{y2}"),
    "IN": ("KE/{y2}-27/{d4}", "GST-{d5}", "SM{d6}"),
    "CA": ("{d6}", "INV{d5}", "FAC-{d5}"),
}


def number(random: Random, country: str, day: date) -> str:
    """The number of an invoice as firms of that country number."""
    made: str = random.choice(_NUMBERS[country])
    for count in range(1, 8):
        made = made.replace(f"{{d{count}}}", digits(random, count))
    return made.replace("{y2}", f"{day:%y}").replace("{y}", f"{day:%Y}").replace("{m}", f"{day:%m}")


def invoice(
    random: Random,
    country: str,
    lines: tuple[int, int] = (2, 7),
    buyers: str = "",
    mixed_rates: bool = False,
    discounts: bool = False,
    day_forms: tuple[str, ...] = (),
) -> Invoice:
    """What one invoice says. `buyers` is the buyer's country, `day_forms` the forms of dates that the layout takes."""
    customs = ALL[country]
    day = date(2025, 7, 1) + timedelta(days=random.randint(0, 330))
    chosen = goods(random, customs.language, random.randint(*lines))
    rate = customs.rates[0] if country not in ("US",) else random.choice(customs.rates)
    items = []
    for text in chosen:
        each = random.choice((6, 10, 12, 24, 48))
        cartons = random.randint(1, 12)
        price = Decimal(random.randint(60, 9900)) / 100
        items.append(
            Item(
                text,
                _sku(random),
                asin(random),
                gtin(random, 12 if country in ("US", "CA") else 13),
                _model(random),
                each * cartons,
                price * (60 if country == "IN" else 1),
                random.choice(customs.rates) if mixed_rates else rate,
                cartons,
                each,
                random.choice((0, 0, 5, 10, 15)) if discounts else 0,
            )
        )
    where = buyers or country
    bought = buyer(random, where)
    goods_sum = sum((item.amount for item in items), Decimal(0))
    return Invoice(
        customs,
        supplier(random, country),
        bought,
        random.choice((bought, buyer(random, where))),
        number(random, country, day),
        day,
        day + timedelta(days=random.choice((14, 30, 45, 60))),
        day + timedelta(days=random.randint(-3, 9)),
        day - timedelta(days=random.randint(2, 25)),
        random.choice(day_forms or customs.days),
        random.choice(("PO-{}", "{}", "PO{}", "45{}")).format(digits(random, 5)),
        random.choice(("C{}", "{}", "K-{}", "1{}")).format(digits(random, 5)),
        "SO-" + digits(random, 6),
        tuple(items),
        random.choice((Decimal(0), Decimal(random.randint(900, 18500)) / 100)),
        cents(goods_sum * random.choice((0, 0, 2, 3, 5)) / 100),
    )


def _sku(random: Random) -> str:
    letters = "".join(random.choice("ABCDEFGHKLMNPRSTUVWX") for _ in range(random.choice((2, 3))))
    return random.choice(
        (
            f"{letters}-{digits(random, 4)}",
            f"{letters}{digits(random, 3)}-{random.choice(('BLK', 'S', 'XL', '02'))}",
            digits(random, 5),
            f"{digits(random, 2)}.{digits(random, 4)}",
        )
    )


def _model(random: Random) -> str:
    return f"{random.choice(('HX', 'ZT', 'MK', 'QL', 'BD'))}-{digits(random, 3)}{random.choice(('', 'A', 'B', 'S'))}"
