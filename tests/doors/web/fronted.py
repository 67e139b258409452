"""A server that speaks HTTPS before the app, as on a company's machine; its certificate is made for the test."""

from __future__ import annotations

import http.client
import ssl
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

_OF_THE_HOP = ("connection", "transfer-encoding", "content-length", "keep-alive")


class Front(ThreadingHTTPServer):
    """Passes on what comes over HTTPS to the server at `behind`, which is set once that runs."""

    daemon_threads = True
    behind = ""

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        key, certificate = folder / "key.pem", folder / "certificate.pem"
        made = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost"
        subprocess.run(
            [*made.split(), "-keyout", key, "-out", certificate], check=True, capture_output=True, timeout=60
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"https://localhost:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that ends a connection is no mistake."""


class _Handler(BaseHTTPRequestHandler):
    server: Front
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None: ...

    def do_GET(self) -> None:
        where = urlsplit(self.server.behind)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)) or None
        head = {name: value for name, value in self.headers.items() if name.lower() not in _OF_THE_HOP}
        connection = http.client.HTTPConnection(where.hostname or "", where.port, timeout=120)
        connection.request(self.command, self.path, body, {**head, "X-Forwarded-Proto": "https"})
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        self.send_response(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in _OF_THE_HOP:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_POST(self) -> None:
        self.do_GET()
