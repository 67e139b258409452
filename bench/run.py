"""What amends costs, beside `python -c pass` in the same run: ratios, since machines differ.

`python bench/run.py [RUNS]`. Each line is the median of RUNS runs (default 9), taken in turn with the unit; the goal,
where there is one, stands behind. Memory is the peak of the whole process.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

UNIT = [sys.executable, "-c", "pass"]
SCRIPT = Path(sys.executable).parent / "amends"
AMENDS = [str(SCRIPT)] if SCRIPT.is_file() else [sys.executable, "-m", "amends"]
LETTER = (
    "Dear Amazon Seller Performance Team,\n\nRoot Cause\nOn 3 May 2025 we listed ASIN B0EXAMPL01 without comparing "
    "the invoice of Harbor Lane Wholesale LLC with our legal name. {filler}\n\nCorrective Actions\n1. On 4 May 2026 "
    "Dana Ruiz closed the listing and opened removal order RX100 for 120 units (removal.pdf). {filler}\n\n"
    "Preventive Measures\n1. From 6 May 2026 Dana Ruiz compares every invoice with the delivery, every week; gaps stop "
    "the delivery and the sheet is kept for 24 months. {filler}\n"
)
FILLER = (
    "The delivery of 120 units came on 5 May 2025 with invoice 4411, and the buyer line of that invoice named a shop "
    "that we had closed in 2023. Joon Park received it, counted it and put it on sale on the same day. "
)


def timed(command: list[str]) -> tuple[float, float]:
    """Wall seconds and peak megabytes of one process."""
    start = time.perf_counter()
    pid = os.posix_spawn(
        command[0],
        command,
        os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_WRONLY, 0) for fd in (1, 2)],
    )
    _, status, usage = os.wait4(pid, 0)
    assert os.waitstatus_to_exitcode(status) in (0, 1), command
    scale = 1024 if sys.platform == "linux" else 1024 * 1024
    return time.perf_counter() - start, usage.ru_maxrss / scale


def beside(command: list[str], runs: int, fresh: Callable[[], None] = lambda: None) -> tuple[float, float, float]:
    """Median ratio to the unit pair by pair, median milliseconds, peak megabytes."""
    ratios, walls, peaks = [], [], []
    for _ in range(runs + 1):
        unit, _ = timed(UNIT)
        fresh()
        wall, peak = timed(command)
        ratios.append(wall / unit)
        walls.append(wall)
        peaks.append(peak)
    return statistics.median(ratios[1:]), statistics.median(walls[1:]) * 1000, max(peaks)


def warm(call: Callable[[], object], runs: int) -> float:
    """Median milliseconds of a call in this process, after one that is not counted."""
    call()
    walls = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        walls.append(time.perf_counter() - start)
    return statistics.median(walls) * 1000


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    scratch = Path(tempfile.mkdtemp(prefix="amends-bench-"))
    try:
        _run(scratch, runs)
    finally:
        shutil.rmtree(scratch)


def _run(scratch: Path, runs: int) -> None:
    from amends.app import cases, demo, knowledge
    from amends.app.plan import plans
    from amends.render import docx, markdown, page

    letter = scratch / "letter.txt"
    letter.write_text(LETTER.format(filler=FILLER * 3))
    notice = scratch / "notice.txt"
    notice.write_text(_notice())
    print(f"the unit is `python -c pass`; {runs} runs each, medians")
    print(f"{'':34}{'x unit':>8}{'ms':>9}{'MB':>7}   goal")
    for words, goal in ((["--version"], "4"), (["--help"], "4")):
        _line(f"amends {' '.join(words)}", beside([*AMENDS, *words], runs), goal)
    _line("amends read, 400 words", beside([*AMENDS, "read", str(notice), "--json"], runs), "8, 60 MB")
    _line("amends check, 400 words", beside([*AMENDS, "check", str(letter)], runs), "8, 60 MB")

    made = demo.demo("order-defect-rate", scratch / "case")
    case = cases.open_case(scratch / "case").case
    text = (scratch / "case" / "plan.md").read_text(encoding="utf-8")
    (scratch / "plan.md").write_text(text, encoding="utf-8")
    pdf = (
        "from pathlib import Path; from datetime import date; from amends.render import markdown, page, pdf;"
        f"pdf.to_pdf(markdown.parse(Path({str(scratch / 'plan.md')!r}).read_text()), "
        "page.Page('Plan', date(2026, 3, 20), '', 'US'))"
    )
    _line("PDF of a plan, whole process", beside([sys.executable, "-c", pdf], runs), "10")
    target = scratch / "demo"
    again = beside([*AMENDS, "demo", "order-defect-rate", "-o", str(target)], max(3, runs // 2), lambda: _gone(target))
    _line("amends demo, whole process", again, "1000 ms")

    knowledge()
    print(f"\n{'warm, in one process':34}{'':>8}{'ms':>9}")
    print(f"{'draft of a full case':34}{'':>8}{warm(lambda: plans.plan_of(case), runs):9.1f}{'':>7}   50 ms")
    laid = markdown.parse(text)
    sheet = page.Page("Plan", date(2026, 3, 20), "", "US")
    own = warm(lambda: docx.to_docx(laid, sheet), runs)
    print(f"{'DOCX, written directly':34}{'':>8}{own:9.1f}")
    theirs = _python_docx(text, runs)
    if theirs is not None:
        print(f"{'DOCX, by python-docx':34}{'':>8}{theirs:9.1f}{'':>7}   {theirs / own:.0f} x ours")
    assert made.bundle is not None


def _line(name: str, figures: tuple[float, float, float], goal: str) -> None:
    ratio, wall, peak = figures
    print(f"{name:34}{ratio:8.1f}{wall:9.0f}{peak:7.0f}   {goal}")


def _notice() -> str:
    head = "Hello,\n\nYour Amazon.com listing B0EXAMPL01 was removed after a complaint about authenticity.\n\n"
    asks = "To reactivate it, send within 17 days:\n-- invoices from the last 365 days\n-- your supplier's contact\n\n"
    body = "Amounts that we pay for claims may be taken from your account. Please ship open orders and tell buyers. "
    return head + asks + body * 19


def _python_docx(text: str, runs: int) -> float | None:
    """The same text by the usual library; None where it is not installed."""
    try:
        import docx
    except ImportError:
        return None
    import io

    def write() -> None:
        document = docx.Document()
        for line in text.splitlines():
            document.add_paragraph(line)
        document.save(io.BytesIO())

    return warm(write, runs)


def _gone(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
