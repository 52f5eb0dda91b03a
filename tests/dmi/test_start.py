"""`make run`, second half: what stops it is said in one line."""

import socket
import subprocess
import sys

import pytest


def start(port):
    return subprocess.run(
        [sys.executable, "-m", "dmi.start"],
        env={"PORT": str(port), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_a_taken_port_is_named_with_the_way_out():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = start(port)
    assert done.returncode == 1
    assert done.stderr.startswith(f"Port {port} is taken")
    assert done.stderr.rstrip().endswith("make run PORT=8000")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("port", ["http", "99999"])
def test_what_is_no_port_is_refused_in_one_line(port):
    done = start(port)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
