"""Run the main job on a built-in example, from notice to bundle.

DIR becomes a case folder with its bundle in it (bundle.zip). The example is made up.

Example:
  amends demo
  amends demo restricted-products -o /tmp/demo
  amends demo inauthentic --files /tmp/try-it     only copy notice, answers and evidence, to try the verbs by hand
"""

from __future__ import annotations

from pathlib import Path

from amends import app
from amends.app import demo
from amends.doors.cli import screen
from amends.model import Plan
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("enforcement", nargs="?", default="inauthentic", metavar="ENFORCEMENT", help="which example")
    parser.add_argument("-o", "--output", metavar="DIR", help="the folder to make (default: amends-demo-ENFORCEMENT)")
    parser.add_argument("--files", metavar="DIR", help="only copy the files of the example to DIR")


def run(options: argparse.Namespace) -> int:
    """Make the case and its bundle, and say what was done."""
    painter = screen.painter()
    if options.files:
        demo.export_example(options.enforcement, Path(options.files))
        print(painter.wrap(f"The example lies in {options.files}. Try: amends read {options.files}/notice.eml"))
        return 0
    root = Path(options.output) if options.output else _free(f"amends-demo-{options.enforcement}")
    with screen.progress(f"working through the {options.enforcement} example"):
        made = demo.demo(options.enforcement, root)
    case, plan = made.opened.case, made.plan
    notice = case.notice
    assert notice is not None
    title = app.knowledge().playbooks[plan.enforcement].title

    def step(verb: str, words: str) -> None:
        print(painter.wrap(words, first=f"  {verb:<7} "))

    step("read", f"{notice.file}: {title}; {len(notice.asks)} things asked, route: {plan.route}")
    if made.bundle is None:
        from amends.render.letter import lacking

        for gap in plan.gaps:
            print(painter.wrap(lacking(gap), "yellow", first="    "))
        print(painter.wrap("No bundle is made: the honest answer here is to send nothing.", first="    "))
        return 0
    chosen = ", ".join(
        screen.several(len(ids), noun)
        for noun, ids in (("cause", case.causes), ("action", case.actions), ("measure", case.measures))
        if ids
    )
    step("ask", f"{len(case.facts)} facts, each with its source" + (f"; {chosen}" if chosen else ""))
    step("add", f"{len(case.exhibits)} exhibits: {', '.join(exhibit.name for exhibit in case.exhibits)}")
    for product in made.verified.products if made.verified else ():
        step("verify", product.message)
    if case.held:
        step("", f"kept back, not sent: {', '.join(exhibit.name for exhibit in case.held)}")
    if made.marked:
        step("mark", str(made.marked))
    step("draft", f"{root / 'plan.md'}: {len(plan.sentences)} sentences, each on a fact" + _frame(plan))
    errors = sum(1 for finding in made.findings if finding.level == "error")
    step("check", f"{screen.several(errors, 'error')}, {screen.several(len(made.findings) - errors, 'remark')}")
    for gap in plan.gaps:
        print(painter.wrap(f"said to be missing: {gap.what}", "dim", first="          "))
    step("bundle", str(made.bundle))
    print()
    print(painter.paint(f"The bundle lies in {made.bundle}", "bold", "green"))
    print(f"Read:  {root / 'plan.md'}")
    print(f"Next:  amends evidence {root}")
    print(f"       amends trace {root}")
    return 0


def _frame(plan: Plan) -> str:
    return f"; effective {plan.effective}, complete {plan.complete}" if plan.effective and plan.complete else ""


def _free(name: str) -> Path:
    """The name, or the first numbered one that is not taken."""
    place, number = Path(name), 2
    while place.exists():
        place, number = Path(f"{name}-{number}"), number + 1
    return place
