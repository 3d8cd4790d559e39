"""Asks a server for pages, or saves, through several connections at once: JSON in, JSON out.

Plain sockets, so that it takes as little of the processor as it can from the server.
"""

from __future__ import annotations

import json
import re
import socket
import sys
import threading
import time
from typing import Any
from urllib.parse import urlencode

HEAD = (
    "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Language: en\r\n"
    "Sec-Fetch-Site: same-origin\r\n{more}\r\n"
)
BODY = "Content-Type: application/{kind}\r\nContent-Length: {length}\r\n"


class Client(threading.Thread):
    """One connection, which sends its next request when it has the answer."""

    def __init__(self, asked: dict[str, Any], number: int, until: float) -> None:
        super().__init__()
        self.asked = asked
        self.places = list(range(number, len(asked["requests"]), asked["clients"]))
        self.number = number
        self.until = until
        self.times: list[float] = []
        self.acknowledged: list[str] = []
        self.bases: dict[int, int] = {}
        self.refused = ""

    def run(self) -> None:
        """Ask until the time is over."""
        step = 0
        while time.monotonic() < self.until and not self.refused:
            with socket.create_connection(("127.0.0.1", self.asked["port"])) as connection:
                connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                stays = True
                while stays and time.monotonic() < self.until and not self.refused:
                    step += 1
                    stays = self.ask(connection, step)

    def ask(self, connection: socket.socket, step: int) -> bool:
        """One request and its answer; whether the connection stays open."""
        places = self.places or [self.number % len(self.asked["requests"])]
        place = places[step % len(places)]
        request = self.asked["requests"][place]
        text = ""
        if "text" in request:
            text = f"{request['text']} Version {self.number}-{step}-{time.monotonic_ns()}."
            base = self.bases.get(place, request["base"])
            data = urlencode({"text": text, "base": base, "action": "draft"})
            message = self.post(request["path"], "x-www-form-urlencoded", data)
        elif "json" in request:
            message = self.post(request["path"], "json", json.dumps(request["json"]))
        else:
            message = self.head("GET", request["path"], "")
        start = time.perf_counter()
        connection.sendall(message.encode())
        status, stays, body = answer(connection)
        self.times.append(1000 * (time.perf_counter() - start))
        if status != 200:
            self.refused = f"{status} {body[:300]!r}"
        elif text:
            self.bases[place] = json.loads(body)["revision"]
            self.acknowledged.append(text)
        return stays

    def post(self, path: str, kind: str, data: str) -> str:
        """A request that brings data, which are ASCII."""
        return self.head("POST", path, BODY.format(kind=kind, length=len(data))) + data

    def head(self, method: str, path: str, more: str) -> str:
        """The head of a request."""
        return HEAD.format(method=method, path=path, port=self.asked["port"], more=more)


def answer(connection: socket.socket) -> tuple[int, bool, bytes]:
    """Status of the next answer, whether another may follow it, and its body."""
    got = b""
    while b"\r\n\r\n" not in got:
        got += connection.recv(65536) or sys.exit("The server hung up.")
    head, _, body = got.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)content-length: (\d+)", head)
    while len(body) < int(length[1]) if length else not body.endswith(b"0\r\n\r\n"):
        body += connection.recv(262144) or sys.exit("The server hung up.")
    return int(head.split(b" ", 2)[1]), b"onnection: close" not in head, body


def main() -> None:
    """Let all clients ask, then say what they saw."""
    asked = json.load(sys.stdin)
    start = time.monotonic()
    until = start + asked["seconds"]
    clients = [Client(asked, number, until) for number in range(asked["clients"])]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    bases = {place: base for client in clients for place, base in client.bases.items()}
    found = {
        "seconds": time.monotonic() - start,
        "times": [each for client in clients for each in client.times],
        "acknowledged": [text for client in clients for text in client.acknowledged],
        "bases": [bases.get(at, each.get("base")) for at, each in enumerate(asked["requests"])],
        "refused": next((client.refused for client in clients if client.refused), ""),
    }
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
