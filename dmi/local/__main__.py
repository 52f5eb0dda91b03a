"""The command: see the package."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import environ

from dmi import local
from dmi.local.child import die_with_parent


def main(arguments: list[str]) -> int:
    temporary = arguments[:1] == ["--throwaway"]
    command = arguments[1:] if temporary else arguments
    if not command:
        sys.exit(local.__doc__)
    if not temporary:
        environ.Env.read_env(local.ROOT / ".env")
    given = {name: os.environ[name] for name in local.ADDRESSES if os.environ.get(name)}
    if len(given) == len(local.ADDRESSES):
        os.execvp(command[0], command)  # noqa: S606 (the developer's own command)
    _on_the_end(lambda number, _: sys.exit(128 + number))
    with local.throwaway("dmi-") if temporary else local.servers(local.VAR) as environment:
        return _run(command, {**os.environ, **environment, **given})


def _run(command: list[str], environment: dict[str, str]) -> int:
    try:
        child = subprocess.Popen(command, env=environment, preexec_fn=lambda: die_with_parent(signal.SIGTERM))
    except OSError as problem:
        sys.exit(f"{command[0]} does not start: {problem.strerror}")
    # The terminal has told the command already; told twice, a shell would end where Ctrl-C only clears its line.
    at_a_terminal = sys.stdin is not None and sys.stdin.isatty()
    signal.signal(signal.SIGINT, lambda *_: None if at_a_terminal else child.terminate())
    _on_the_end(lambda *_: child.terminate())
    return _exit_code(child.wait())


def _on_the_end(act: Callable[[int, Any], Any]) -> None:
    """SIGHUP is a closed window; under nohup it stays ignored."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, act)


def _exit_code(returned: int) -> int:
    """As a shell says it: 128 and the signal that ended it."""
    return 128 - returned if returned < 0 else returned


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
