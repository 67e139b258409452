"""The startup snapshot: in one file, what every start would work out anew and no start changes.

It holds the bytecode of all modules, the regular expressions of the commonest verb as the engine wants them, and parts
that others put in by name. It lies in the wheel (`data/snapshot`, written when the package is built) or in the user's
cache folder. A door takes it up before anything else is imported; `doors/snapshots.py` makes it.

A snapshot only saves time. It holds for the very interpreter that made it. A module counts only while its source file
has the size and the time of change that it had (in a wheel, whose files get their times when they are installed, the
size); another is imported from its source. A regular expression is kept under all that it is made of, and a part is
held against what it was made from by who uses it. Like bytecode a snapshot is trusted as a program is, so one in the
cache counts only if it is the user's own and nobody else may write it.
"""

from __future__ import annotations

import marshal
import os
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader

from amends.cache import cache_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from io import FileIO
    from types import CodeType, ModuleType

# Of one module: whether it is a package, the size and time of change of its source, where its bytecode begins and ends.
Entry = tuple[bool, int, int, int, int]

HERE = os.path.dirname(os.path.abspath(__file__))
SHIPPED = os.path.join(HERE, "data", "snapshot")
PREFIX = "snapshot-"
ANY_TIME = 0
"""The time of change of a source file in a wheel."""

_ROOT = os.path.dirname(HERE)
TAG = f"amends snapshot 1, Python {sys.version}, -O {sys.flags.optimize}".replace("\n", " ").encode() + b"\n"
LENGTH = 8
_LONGEST_NAME = 100
_OTHERS_WRITE = 0o022


class Snapshot:
    """An open snapshot, which finds modules as an entry of `sys.meta_path`.

    `read` gives the bytes from one place of it to another: most is never asked for. `outdated` becomes true when
    something was not in it as it is now.
    """

    def __init__(self, read: Callable[[int, int], bytes], size: int, shipped: bool) -> None:
        """Raises `ValueError` for what is no snapshot, or another interpreter's, or not whole."""
        start = len(TAG) + 2 * LENGTH
        lead = read(0, start)
        if not lead.startswith(TAG):
            raise ValueError("not a snapshot of this interpreter")
        whole, head = (int.from_bytes(lead[at : at + LENGTH], "little") for at in (len(TAG), len(TAG) + LENGTH))
        if whole != size:
            raise ValueError("not a whole snapshot")
        self._read, self._behind = read, start + head
        index = marshal.loads(read(start, start + head))
        self._modules: dict[str, Entry] = index[0]
        self._parts: dict[str, tuple[int, int]] = index[1]
        self.outdated = False
        self.shipped = shipped
        if self.find_spec(__name__) is None:
            raise ValueError("not a snapshot as this module writes it")

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The spec of one of our modules whose source is as it was; other finders are asked for the rest."""
        entry = self._modules.get(name)
        if entry is None:
            if name.startswith("amends."):
                self.outdated |= any(os.path.exists(source_of(name, package)) for package in (False, True))
            return None
        package, size, changed, _, _ = entry
        file = source_of(name, package)
        try:
            status = os.stat(file)
        except OSError:
            status = None
        if status is None or status.st_size != size or changed not in (ANY_TIME, status.st_mtime_ns):
            self.outdated = True
            return None
        spec = ModuleSpec(name, _Loader(name, file), origin=file, is_package=package)
        spec.has_location = True
        if sys.pycache_prefix is None and not sys.flags.optimize:
            # Where the bytecode would lie: `importlib` works it out at ten times the cost.
            folder, _, below = file.rpartition(os.sep)
            spec.cached = f"{folder}{os.sep}__pycache__{os.sep}{below[:-3]}.{sys.implementation.cache_tag}.pyc"
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(file.rpartition(os.sep)[0])
        return spec

    def code(self, name: str) -> CodeType:
        """The bytecode of a module."""
        _, _, _, start, end = self._modules[name]
        code: CodeType = marshal.loads(self._read(self._behind + start, self._behind + end))
        return code

    def part(self, name: str) -> bytes | None:
        """What was put in by this name."""
        if name not in self._parts:
            return None
        start, end = self._parts[name]
        return self._read(self._behind + start, self._behind + end)

    def opened(self, name: str) -> Callable[[int, int], bytes] | None:
        """What was put in by this name, to be read from one place of it to another."""
        if name not in self._parts:
            return None
        read, begin = self._read, self._behind + self._parts[name][0]
        return lambda start, end: read(begin + start, begin + end)

    def give_forms(self, verb: str) -> None:
        """Have `re.compile` find the regular expressions that a verb may need before it compiles one."""
        held = self.part(forms_of(verb))
        if held is not None:
            import re

            from amends.forms import Forms

            known = vars(re)
            known["_cache"] = Forms(marshal.loads(held), known["_cache"])


class _Loader(SourceFileLoader):
    """Loads a module of the snapshot; who asks for its source is given the file."""

    def get_code(self, fullname: str) -> CodeType | None:
        if _used is None:
            return super().get_code(fullname)
        return at_home(_used.code(fullname), self.path)


_used: Snapshot | None = None


def use(snapshot: Snapshot, verb: str = "") -> None:
    """Take up a snapshot for this process, which is to run a verb."""
    global _used
    sys.meta_path.insert(0, snapshot)
    _used = snapshot
    snapshot.give_forms(verb)


def part(name: str) -> bytes | None:
    """A part of the snapshot that was taken up; None when there is none, or when what reads it may have changed."""
    return None if _used is None or _used.outdated else _used.part(name)


def at_home(code: CodeType, file: str) -> CodeType:
    """The bytecode of a module that lies in this file, as `importlib` does with bytecode that was moved."""
    if code.co_filename != file:
        import _imp

        _imp._fix_co_filename(code, file)  # type: ignore[attr-defined]
    return code


def spec_of(module: str) -> ModuleSpec | None:
    """The spec of a module of ours, if a snapshot was taken up in which it is as it lies there."""
    return None if _used is None else _used.find_spec(module)


def holds(module: str) -> bool:
    """Whether a snapshot was taken up in which a module of ours is as it lies there."""
    return spec_of(module) is not None


def opened(name: str) -> Callable[[int, int], bytes] | None:
    """The same, of which most is never asked for: what reads it from one place to another."""
    return None if _used is None or _used.outdated else _used.opened(name)


def is_shipped() -> bool:
    """Whether the snapshot that was taken up is the one that amends came with."""
    return _used is not None and _used.shipped


def outdate() -> None:
    """Say that a part of the snapshot that was taken up is not as it is now."""
    if _used is not None:
        _used.outdated = True


def take_up(verb: str = "") -> bool:
    """Take up the snapshot that amends came with, or else that of the cache; false when there is none.

    The regular expressions of the `verb` that is to run are got at once.
    """
    return _taken(SHIPPED, verb, shipped=True) or _taken(kept_in(), verb, shipped=False)


def leave() -> None:
    """Throw the snapshot of the cache away if it is not as it would be made now; the next start makes another."""
    if _used is not None and _used.outdated and not _used.shipped:
        try:
            os.unlink(kept_in())
        except OSError:
            return


def kept_in() -> str:
    """The file of the cache in which the snapshot of this package lies, or will lie."""
    name = "".join(letter if letter.isalnum() else "-" for letter in HERE)
    return os.path.join(cache_folder(), f"{PREFIX}{sys.implementation.cache_tag}-{name[-_LONGEST_NAME:]}")


def _taken(file: str, verb: str, shipped: bool) -> bool:
    """Whether a snapshot lies in this file and was taken up. In the cache, nobody else may have written it."""
    try:
        source = open(file, "rb", buffering=0)  # noqa: SIM115  it stays open as long as modules may be imported
    except OSError:
        return False
    status = os.fstat(source.fileno())
    theirs = os.name != "nt" and (status.st_uid != os.geteuid() or status.st_mode & _OTHERS_WRITE)
    try:
        if theirs and not shipped:
            raise ValueError("somebody else may have written it")
        use(Snapshot(_reader(source), status.st_size, shipped), verb)
    except (OSError, ValueError, EOFError, TypeError, LookupError):
        source.close()
        return False
    return True


def _reader(source: FileIO) -> Callable[[int, int], bytes]:
    if not hasattr(os, "pread"):
        whole = source.read()
        return lambda start, end: whole[start:end]
    return lambda start, end: os.pread(source.fileno(), end - start, start)


def source_of(name: str, package: bool) -> str:
    """Where the source of a module of ours lies."""
    place = f"{_ROOT}{os.sep}{name.replace('.', os.sep)}"
    return f"{place}{os.sep}__init__.py" if package else f"{place}.py"


def forms_of(verb: str) -> str:
    """The name of the part with the regular expressions of a verb.

    It holds, by pattern and flags, what the engine makes each of.
    """
    return f"forms/{verb}"
