"""`make run`, once the machine is prepared and the servers run: the tables, the demo, then web, worker and beat.

python -m dmi.local python -m dmi.start
"""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from honcho.command import main as honcho

from dmi import local

PORT = os.environ.get("PORT") or "8000"
ADDRESS = f"http://localhost:{PORT}"
DEMO = os.environ.get("DEMO") == "true"
STOPPED = (128 + signal.SIGINT, 128 + signal.SIGTERM)  # by Ctrl-C, as it should be
CUT_SHORT = 3  # as load_demo ends where an earlier load did not
POLICE = {**os.environ, "DATABASE_ROLE": "dmi_police"}  # as the desk works; migrate runs as the owner of the tables


def main() -> None:
    refuse_taken_port()
    print("Bringing the tables up to date", flush=True)
    manage("migrate", "--verbosity", "0")
    if DEMO:
        load_demo()
    subprocess.Popen([sys.executable, "-m", "dmi.start", "announce"])
    os.environ |= {
        **POLICE,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
        "DMI_VAR": str(local.VAR),
        "SITE_URL": ADDRESS,
        "PYTHONWARNINGS": "ignore:You're running the worker",  # as root, which the developer knows
    }
    try:
        honcho(["start", "--port", PORT])
    except SystemExit as ended:
        sys.exit(0 if ended.code in STOPPED else ended.code)
    except RuntimeError:  # honcho prints in its signal handler: Ctrl-C twice at once breaks it off, its programs go on
        os._exit(STOPPED[0])  # without waiting for them; dmi.local ends what is left


def refuse_taken_port() -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(PORT)))
        except ValueError:
            sys.exit(f"PORT is a number, not {PORT}: make run PORT=8001")
        except (OSError, OverflowError):
            other = 8001 if PORT == "8000" else 8000
            sys.exit(f"Port {PORT} is taken by another program (this desk in another window?): make run PORT={other}")


def manage(*command: str, environment: dict[str, str] | None = None, also: int = 0) -> int:
    code = subprocess.run([sys.executable, "manage.py", *command], env=environment, check=False).returncode
    if code not in (0, also):
        sys.exit(f"manage.py {command[0]} ended with {code}; the reason stands above.")
    return code


def load_demo() -> None:
    """Nobody has worked yet with one that was cut short."""
    if manage("load_demo", "--once", environment=POLICE, also=CUT_SHORT):
        manage("reset_demo")


def announce() -> None:
    """Beside honcho, which only knows that its programs were started, not that they answer."""
    accounts = subprocess.run(
        [sys.executable, "manage.py", "print_accounts"], env=POLICE, capture_output=True, text=True, check=False
    )
    for _ in range(300):
        if answers():
            print(f"\nMarket Desk is at {ADDRESS} (Ctrl-C ends it)\n{accounts.stdout}", flush=True)
            return
        time.sleep(0.2)
    print(f"Market Desk does not answer at {ADDRESS}; the reason stands above.", flush=True)


def answers() -> bool:
    try:
        with urllib.request.urlopen(f"{ADDRESS}/health/ready", timeout=5) as answer:  # noqa: S310  our own address
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


if __name__ == "__main__":
    try:
        announce() if sys.argv[1:] == ["announce"] else main()
    except KeyboardInterrupt:
        sys.exit(130)
