"""How large a file that is sent may be: what is larger is left out while it comes, and the others are taken."""

from __future__ import annotations

from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

from amends.app.board.arrivals import LARGEST
from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

_LEFT_OUT = "amends_left_out"


class Bounded(FileUploadHandler):
    """Passes a file on to the handlers after it until it is too large."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass a piece on, or leave the file out."""
        if start + len(raw_data) > LARGEST:
            if self.request is not None:
                _list_of(self.request).append(str(self.file_name or ""))
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> UploadedFile[bytes] | None:
        """A handler behind this one has the file."""
        return None


def left_out(request: HttpRequest) -> tuple[str, ...]:
    """The names of the files of a request that were too large."""
    _ = request.FILES  # which reads the request
    return tuple(_list_of(request))


def _list_of(request: HttpRequest) -> list[str]:
    found: Any = request.__dict__.setdefault(_LEFT_OUT, [])
    assert isinstance(found, list)
    return found
