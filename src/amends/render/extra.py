"""A file of a bundle that is no exhibit."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Extra:
    """A file that goes with the exhibits without being one, such as a picture: its name in the bundle, what it is, what
    it shows, its bytes.
    """

    name: str
    title: str
    about: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The hash of its bytes."""
        return hashlib.sha256(self.data).hexdigest()
