"""`make audit`: a fault that is known is named, and silence is never taken for health."""

import json
import sys

import pytest

from dmi import advisories

PYPI = {
    "dependencies": [
        {"name": "django", "version": "5.2.1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["5.2.2"]}]},
        {"name": "celery", "version": "5.7.0", "vulns": []},
    ]
}
NPM = {"vulnerabilities": {"sass": {"severity": "high", "range": "<2"}}}


def saying(words, code=0):
    return [sys.executable, "-c", f"print({words!r}); raise SystemExit({code})"]


@pytest.mark.parametrize(
    ("answer", "faults_in", "code", "told"),
    [
        (json.dumps(PYPI), advisories.of_pypi, advisories.SOME, "django 5.2.1: PYSEC-1, mended in 5.2.2"),
        (json.dumps({"dependencies": []}), advisories.of_pypi, advisories.NONE, "no known fault"),
        (json.dumps(NPM), advisories.of_npm, advisories.SOME, "sass: high, <2"),
        (json.dumps({"vulnerabilities": {}}), advisories.of_npm, advisories.NONE, "no known fault"),
        (json.dumps({"message": "getaddrinfo EAI_AGAIN"}), advisories.of_npm, advisories.UNASKED, "NOT LOOKED AT"),
        ("", advisories.of_pypi, advisories.UNASKED, "NOT LOOKED AT"),
    ],
)
def test_what_is_known_is_told_and_silence_is_no_answer(capsys, answer, faults_in, code, told):
    assert advisories.verdict("Packages", saying(answer, code=1), faults_in) == code
    assert told in capsys.readouterr().out


def test_a_program_that_is_not_there_is_no_answer_either(capsys):
    assert advisories.verdict("Packages", ["no-such-program"], advisories.of_pypi) == advisories.UNASKED
