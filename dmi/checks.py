"""Everything that reads the code without running the product, each part named with its verdict.

python -m dmi.local --throwaway python -m dmi.checks              `make check`
python -m dmi.local --throwaway python -m dmi.checks pytest ...   `make test`: then the tests, whose line comes last
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PROGRAMS = Path(sys.executable).parent
CODE = ("dmi", "markets", "dealers", "callins", "maintenance")
BY_LINE = "B310,B314,B608,B611"  # ruff asks at each place for the reason: S310, S314, S608, S611
CHECKS = {
    "types": ["mypy", "--no-error-summary"],  # the longest first: they run side by side
    "style": ["ruff", "check", "--quiet"],
    "layout": ["ruff", "format", "--check", "--quiet"],
    "templates": ["djlint", "--quiet", "--lint", "templates"],
    "imports": ["lint-imports", "--no-cache"],
    "deployment": ["python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
    "migrations": ["python", "manage.py", "makemigrations", "--check", "--dry-run"],
    "weaknesses": ["bandit", "-q", "-r", "-ll", "-ii", "--exclude", "*/migrations/*", "--skip", BY_LINE, *CODE],
    "secrets": ["python", "-m", "dmi.leaks"],
}
BEFORE_TESTS = {"tables": ["python", "-m", "dmi.throwaway"]}
# What a server would have: the deployment check judges these settings, not the developer's.
PRODUCTION = {
    "SECRET_KEY": "judged-by-its-length-alone-and-never-used-0123456789-abcdefghijklmnop",
    "SHEET_SECRET": "never-used",
    "DEBUG": "false",
    "DEMO": "false",
    "HTTPS": "true",
    "SITE_URL": "https://desk.example",
    "ALLOWED_HOSTS": "desk.example",
    "WHITENOISE_USE_FINDERS": "false",
}


def main(tests: list[str]) -> int:
    parts = {**(BEFORE_TESTS if tests else {}), **CHECKS}
    with ThreadPoolExecutor(os.cpu_count()) as lanes:
        passed = dict(zip(parts, lanes.map(passes, parts, parts.values()), strict=True))
    failed = [name for name in parts if not passed[name]]
    if failed:
        print(f"Failed: {', '.join(failed)}. (`make check` runs these alone.)", flush=True)
    if not tests:
        return bool(failed)
    return subprocess.run([PROGRAMS / tests[0], *tests[1:]], check=False).returncode or bool(failed)


def passes(name: str, command: list[str]) -> bool:
    began = time.monotonic()
    done = subprocess.run(
        [PROGRAMS / command[0], *command[1:]],
        env={**os.environ, **PRODUCTION},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    verdict = "passed" if done.returncode == 0 else "FAILED"
    why = f"\n{done.stdout}" if done.returncode else ""
    print(f"{name:12} {verdict}  {time.monotonic() - began:.1f} s{why}", flush=True)  # one print: others speak too
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
