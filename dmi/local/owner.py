"""Whose the servers are: PostgreSQL refuses to run as root, and Valkey has no need to."""

import contextlib
import os
import pwd
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Owner:
    uid: int
    gid: int
    changes: bool  # false: whoever called, an ordinary user

    @property
    def popen(self) -> dict[str, Any]:
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.changes else {}

    def takes(self, path: Path) -> None:
        if self.changes:
            os.chown(path, self.uid, self.gid)

    def may_enter(self, path: Path) -> bool:
        return bool(path.stat().st_mode & self._execute(path))

    def enters(self, path: Path) -> None:
        path.chmod(path.stat().st_mode | self._execute(path))

    def _execute(self, path: Path) -> int:
        status = path.stat()
        return 0o100 if status.st_uid == self.uid else 0o010 if status.st_gid == self.gid else 0o001


def owner_of(home: Path) -> Owner:
    """For root: whoever owns their files or the checkout, else a user without rights."""
    if os.geteuid():
        return Owner(os.geteuid(), os.getegid(), changes=False)
    for user in _candidates(home):
        if user.pw_uid:
            return Owner(user.pw_uid, user.pw_gid, changes=True)
    sys.exit("PostgreSQL does not run as root, and there is no user `nobody` here: run this as an ordinary user.")


def _candidates(home: Path) -> Iterator[pwd.struct_passwd]:
    """Only users with a name: initdb refuses the others."""
    for place in (home / "postgres", home.parent):
        with contextlib.suppress(FileNotFoundError, KeyError):
            yield pwd.getpwuid(place.stat().st_uid)
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            yield pwd.getpwnam(name)


def open_the_way(owner: Owner, program: Path, home: Path) -> None:
    """Through a home of mode 0700 to the program and its records, without letting anybody read there."""
    if not owner.changes:
        return
    closed = [folder for folder in {*program.parents, home, *home.parents} if not owner.may_enter(folder)]
    for folder in closed:
        owner.enters(folder)
    beyond = sorted(str(folder) for folder in closed if CHECKOUT not in (folder, *folder.parents))
    if beyond:
        line = f"User {owner.uid}, who runs the servers, may now pass through {', '.join(beyond)} (x, not r)."
        sys.stderr.write(f"{line}\n")
    tried = subprocess.run([program, "--version"], capture_output=True, cwd="/", check=False, **owner.popen)
    if tried.returncode:
        sys.exit(f"User {owner.uid}, who runs {program.name}, cannot reach {program}: clone to a folder such as /srv.")
