"""How long a large orders report takes: a million made-up rows, the same from run to run.

`python bench/reports.py [ROWS]` writes the report below build/ (once), asks in a process of its own for the units sold
in a year, and prints seconds, peak memory and the bytes of the file.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

BUILD = Path(__file__).parent.parent / "build" / "reports"
_SEED = 20260303
_HEAD = (
    "amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\t"
    "sales-channel\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price\tship-city\n"
)
_STATUS = ("Shipped",) * 17 + ("Cancelled", "Pending", "Unshipped")
_BATCH = 10_000


def main() -> None:
    if sys.argv[1:2] == ["--read"]:
        read(Path(sys.argv[2]))
        return
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    file = made(rows)
    print(f"{rows:,} rows, {file.stat().st_size / 1e6:.0f} MB")
    subprocess.run([sys.executable, __file__, "--read", str(file)], check=True)


def made(rows: int) -> Path:
    """The report, written when it is not there yet."""
    file = BUILD / f"orders-{rows}.txt"
    if file.exists():
        return file
    BUILD.mkdir(parents=True, exist_ok=True)
    drawn = random.Random(_SEED)
    first = date(2025, 1, 1)
    part = file.with_suffix(".part")
    with part.open("w", encoding="utf-8", newline="") as out:
        out.write(_HEAD)
        for start in range(0, rows, _BATCH):
            lines = []
            for _ in range(min(_BATCH, rows - start)):
                product = int(drawn.random() ** 2 * 800)
                day = first + timedelta(days=drawn.randrange(440))
                lines.append(
                    f"1{drawn.randrange(10**2):02}-{drawn.randrange(10**7):07}-{drawn.randrange(10**7):07}\t\t"
                    f"{day.isoformat()}T{drawn.randrange(24):02}:10:00+00:00\t2026-03-03T00:00:00+00:00\t"
                    f'{drawn.choice(_STATUS)}\tAmazon\tAmazon.com\tPepper mill 8" no. {product}\tPM-{product}\t'
                    f"B0EXAM{product:04}\tShipped\t{drawn.choice((1, 1, 1, 2, 3))}\tUSD\t9.99\tAllentown\n"
                )
            out.write("".join(lines))
    part.replace(file)
    return file


def read(file: Path) -> None:
    """Ask and measure, start of the program included."""
    began = time.perf_counter()
    from amends.app.evidence.reports import draw
    from amends.model.report import Asked

    drawn = draw([str(file)], Asked(date(2025, 3, 3), date(2026, 3, 3)))
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sold = drawn.sold or ()
    print(f"{seconds:.1f} s, {peak:.0f} MB at most; {len(sold)} products, {sum(each.units for each in sold):,} units")


if __name__ == "__main__":
    main()
