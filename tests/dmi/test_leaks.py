"""Keys in the code: what a generator made is found and never printed; what people write is left alone."""

import base64
import random
from pathlib import Path

import pytest

from dmi import leaks

chance = random.Random(9)  # noqa: S311  the same keys in every run, and of nothing
KEY = base64.urlsafe_b64encode(chance.randbytes(36)).decode()
LEAKED = {
    f'SECRET_KEY = "{KEY}"': "a random key",
    f"BACKUP_KEY={chance.randbytes(32).hex()}": "a random key",
    f"-----BEGIN {'RSA '}PRIVATE KEY-----": "a private key",
    f"key: {'AKIA'}{'J7Q2' * 4}": "a cloud's access key",
    f"{'gh' + 'p_'}{KEY[:30]}": "a token",
    f"redis://desk:{'x7-9qP.w'}@10.0.0.5:6379/0": "a password in an address",
    f"curl -H 'Authorization: Bearer {'mdesk' + '_'}{KEY[:40]}'": "a token of ours",
}
WRITTEN = [
    'name = "a_quite_long_name_of_ours_in_2026"',
    'SECRET_KEY = "of-the-tests-alone-0123456789-0123456789-0123456789"',
    'ZERO = "00000000000000000000000000000000"',
    "postgres://user:password@host:port/name",
    f'ALPHABET = "{KEY}"  # no secret: the letters of a code',
]


@pytest.mark.parametrize(("line", "what"), LEAKED.items())
def test_what_a_generator_made_is_named_by_its_line_and_never_printed(line, what):
    [said] = leaks.leaks_of(Path("dmi/settings.py"), f"\n{line}\n")
    assert said == f"dmi/settings.py:2 holds {what}; take it out and make a new one"


@pytest.mark.parametrize("line", WRITTEN)
def test_what_people_write_is_left_alone(line):
    assert list(leaks.leaks_of(Path("x.py"), line)) == []


def test_one_leak_fails_the_check(tmp_path, monkeypatch, capsys):
    leaking = tmp_path / "notes.md"
    leaking.write_text(next(iter(LEAKED)))
    monkeypatch.setattr(leaks, "committed", lambda: [leaking])
    assert leaks.main() == 1
    assert KEY not in capsys.readouterr().out
