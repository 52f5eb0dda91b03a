"""`make check` and `make test`: one failing part fails the whole, and is named."""

import pytest

from dmi import checks

GOOD, BAD = ["python", "-c", ""], ["python", "-c", "print('the reason'); raise SystemExit(2)"]


@pytest.mark.parametrize(
    ("types", "tests", "code"), [(GOOD, GOOD, 0), (BAD, GOOD, 1), (GOOD, BAD, 2), (BAD, BAD, 2), (BAD, [], 1)]
)
def test_one_failing_part_fails_the_whole(monkeypatch, types, tests, code):
    monkeypatch.setattr(checks, "CHECKS", {"style": GOOD, "types": types})
    monkeypatch.setattr(checks, "BEFORE_TESTS", {})
    assert checks.main(tests) == code


def test_what_failed_is_named_with_its_reason_and_what_passed_is_quiet(monkeypatch, capsys):
    monkeypatch.setattr(checks, "CHECKS", {"style": ["python", "-c", "print('fine')"], "types": BAD})
    checks.main([])
    said = capsys.readouterr().out
    assert "Failed: types." in said
    assert "the reason" in said
    assert "fine" not in said
