"""The house: who may import whom, no cycles, few names, stages without clock and disk."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import amends

ROOT = Path(amends.__file__).parent
STAGES = {"notice", "interview", "evidence", "plan", "review", "render", "request", "track"}
OUTER = {"store", "app", "doors"}
FILES = sorted(file for file in ROOT.rglob("*.py"))


def module_of(file: Path) -> str:
    parts = file.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(file): file for file in FILES}


@cache
def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def imports_of(file: Path, typing_too: bool = True) -> set[str]:
    """Modules of amends that a file imports, inside of functions too."""
    found: set[str] = set()
    tree = tree_of(file)
    skipped = set()
    if not typing_too:
        for node in ast.walk(tree):
            if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
                skipped |= {id(inner) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{file}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return {name for name in found if name in MODULES and name.startswith("amends.")}


def layer(module: str) -> str:
    part = module.split(".")[1] if "." in module else ""
    if part == "__main__" or not part:
        return "doors"
    return part if part in STAGES | OUTER else "core"


def test_a_stage_imports_no_other_stage_no_store_and_no_door() -> None:
    wrong = [
        f"{module} imports {name}"
        for module, file in MODULES.items()
        for name in imports_of(file)
        if (layer(module) == "core" and layer(name) != "core")
        or (layer(module) in STAGES and layer(name) not in ("core", layer(module)))
        or (layer(module) == "store" and layer(name) not in ("core", "store"))
        or (layer(module) == "app" and layer(name) == "doors")
    ]

    assert [] == wrong


def test_doors_open_no_store() -> None:
    wrong = [
        f"{module} imports {name}"
        for module, file in MODULES.items()
        if layer(module) == "doors"
        for name in imports_of(file)
        if layer(name) == "store"
    ]

    assert [] == wrong


def circle(graph: dict[str, set[str]]) -> str:
    """A way through the graph that comes back to where it was, or nothing."""
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> str:
        if name in path:
            return " -> ".join((*path[path.index(name) :], name))
        if name not in done:
            for other in sorted(graph[name]):
                if found := visit(other, (*path, name)):
                    return found
            done.add(name)
        return ""

    return next((found for name in graph if (found := visit(name, ()))), "")


def test_there_is_no_import_cycle_not_even_for_types() -> None:
    graph = {module: imports_of(file) - {module} for module, file in MODULES.items()}
    for module, names in graph.items():
        names -= {name for name in names if module.startswith(f"{name}.")}

    assert circle(graph) == ""


def test_the_rooms_of_a_package_stand_on_each_other_in_one_order() -> None:
    """The folders of a package show in which order to read it only if no two lean on each other."""
    for package in ("amends.review", "amends.evidence", "amends.app"):
        inside = {module: file for module, file in MODULES.items() if module.startswith(f"{package}.")}
        rooms = {module.split(".")[2] for module in inside if module.count(".") > 2}
        graph: dict[str, set[str]] = {room: set() for room in rooms}
        for module, file in inside.items():
            if (room := module.split(".")[2]) in rooms:
                names = {name.split(".")[2] for name in imports_of(file, typing_too=False) & inside.keys()}
                graph[room] |= names & rooms - {room}

        assert circle(graph) == "", package


def test_the_model_imports_only_the_standard_library() -> None:
    nouns = {name for file in (ROOT / "model").glob("*.py") for name in imports_of(file)}

    # `typed` is `typing` itself to a type checker.
    assert {"model", "typed"} == {name.split(".")[1] for name in nouns}


def test_nobody_imports_typing_but_through_typed() -> None:
    """A start takes a third of its unit of time more with `typing`."""
    wrong = [
        module
        for module, file in MODULES.items()
        for node in ast.walk(tree_of(file))
        if module != "amends.typed"
        and (
            (isinstance(node, ast.ImportFrom) and node.module == "typing")
            or (isinstance(node, ast.Import) and "typing" in {alias.name for alias in node.names})
        )
    ]

    assert [] == wrong


def test_core_and_stages_ask_neither_clock_nor_chance_nor_network() -> None:
    banned = {"random", "time", "socket", "urllib.request", "http.client", "secrets", "uuid", "subprocess"}
    wrong = []
    for module, file in MODULES.items():
        if layer(module) in OUTER:
            continue
        tree = tree_of(file)
        for node in ast.walk(tree):
            names = {alias.name for alias in node.names} if isinstance(node, ast.Import) else set()
            if isinstance(node, ast.ImportFrom):
                names = {node.module or ""}
            if names & banned:
                wrong.append(f"{module} imports {names & banned}")
            if (
                isinstance(node, ast.Attribute)
                and node.attr in ("today", "now", "utcnow")
                and isinstance(node.ctx, ast.Load)
            ):
                owner = node.value.id if isinstance(node.value, ast.Name) else ""
                if owner in ("date", "datetime"):
                    wrong.append(f"{module} asks the clock")

    assert [] == wrong


def test_names_say_what_they_are() -> None:
    vague = {"utils", "util", "helpers", "helper", "manager", "service", "common", "misc"}

    assert [] == [module for module in MODULES if vague & set(module.split("."))]


def test_a_broad_except_stands_only_at_a_door() -> None:
    wrong = [
        f"{module}:{node.lineno}"
        for module, file in MODULES.items()
        if layer(module) != "doors"
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")))
    ]

    assert [] == wrong


def test_the_package_offers_at_most_ten_names() -> None:
    assert len(amends.__all__) <= 10
    assert all(getattr(amends, name) is not None for name in amends.__all__)
