"""The worker: runs the tasks that are kept in the database, beside the server and within its process.

A task that was under way when the process was killed is taken up again, once; the second time it is given up and says
so.
"""

from __future__ import annotations

from amends.typed import NamedTuple


class Working(NamedTuple):
    """A worker that runs."""

    def stop(self) -> None:
        """Let the worker end after the task at hand."""


def start() -> Working:
    """Start the worker."""
    return Working()
