"""What a knowledge file names in other files: it must be there."""

from __future__ import annotations

from collections.abc import Mapping

from amends.formats.yamlfile import Document as File
from amends.formats.yamlfile import Path
from amends.schema.forms import nearest
from amends.typed import Any

_LINKS = {
    "playbooks": {"asks": "asks", "causes": "causes"},
    "asks": {"documents": "documents"},
    "causes": {"enforcements": "playbooks", "actions": "actions", "measures": "measures"},
    "actions": {"answers": "causes", "enforcements": "playbooks", "proof": "documents"},
    "measures": {"answers": "causes", "enforcements": "playbooks", "proof": "documents"},
    "letters": {"obtains": "documents", "asks": "asks"},
    "documents": {"instead": "documents"},
}


def check_links(raw: Mapping[str, Mapping[str, Any]], files: Mapping[tuple[str, str], File]) -> None:
    """Record every link that leads nowhere, and playbooks that say they are full and are not."""
    for folder, links in _LINKS.items():
        for id, data in raw.get(folder, {}).items():
            file = files[folder, id]
            for key, target in links.items():
                entries = data.get(key)
                for at, entry in enumerate(entries if isinstance(entries, list) else []):
                    if isinstance(entry, str) and entry != "any" and entry not in raw.get(target, {}):
                        file.fault(
                            (key, at), f"there is no {target}/{entry}.yaml{nearest(entry, tuple(raw.get(target, {})))}"
                        )
            if folder == "documents":
                _check_kinds(file, data, raw.get("documents", {}))
            for at, need in enumerate(data.get("documents") or [] if folder == "playbooks" else []):
                if isinstance(need, dict) and need.get("kind") not in raw.get("documents", {}):
                    file.fault(("documents", at), f"there is no documents/{need.get('kind')}.yaml")
            if folder in ("actions", "measures") and not data.get("answers") and not data.get("enforcements"):
                file.fault((), "“answers” or “enforcements” must say what it answers")


def _check_kinds(file: File, data: Mapping[str, Any], known: Mapping[str, Any]) -> None:
    """The kinds of documents that a kind names exist."""
    wrong = data.get("wrong")
    named: list[tuple[Path, object]] = [(("reads-as",), data["reads-as"])] if "reads-as" in data else []
    listed = wrong.get("for") if isinstance(wrong, dict) else None
    named += [(("wrong", "for", at), kind) for at, kind in enumerate(listed if isinstance(listed, list) else [])]
    for path, kind in named:
        if isinstance(kind, str) and kind not in known:
            file.fault(path, f"there is no documents/{kind}.yaml{nearest(kind, tuple(known))}")
