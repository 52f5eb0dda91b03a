"""A network from a file, measured without a database: an analyst's own phone records, a matrix from a study."""

import argparse
import hashlib
import json
import sys
from datetime import date
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from dealers.network.analysis import Asked, analysis
from dealers.network.bands import DRAWS, DROP, SEED
from dealers.network.files import FORMATS, MOST_BYTES, read
from dealers.network.report import report
from dmi.errors import RuleBroken

REFUSED = 2  # what the shell gets when the file is no network
QUICK = 2_000_000  # people times ties: a minute or two for all draws
PATIENT = 50_000_000  # steps along ties for one size of set; who waits at a terminal waits ten seconds


class Command(BaseCommand):
    help = (
        "Measures a network from a file: shape, brokers with how firm their ranks are, the few to remove, who would "
        "take over, communities, changes over time. The file is a labelled matrix (CSV), a list of ties (CSV: who, "
        "with whom, how often, when) or GraphML. Nothing is stored and no database is asked."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--format", choices=FORMATS, default="", help="guessed where left out")
        parser.add_argument("--json", action="store_true", help="every measure as one JSON object on stdout")
        parser.add_argument("--on", type=day, metavar="DATE", help="no tie is later than this day; today if left out")
        parser.add_argument(
            "-k", "--remove", type=whole(1, 10), default=3, metavar="K", help="the largest set to remove"
        )
        parser.add_argument(
            "--without", action="append", default=[], metavar="NAME",
            help="what is left when these are gone, said once for each; the best set where nobody is named",
        )  # fmt: skip
        parser.add_argument("--sets", type=whole(1, 100), default=3, metavar="N", help="how many sets of each size")
        parser.add_argument(
            "--steps", type=whole(0, 10**12), default=PATIENT, metavar="N",
            help="how long all sets of a size may be tried, in steps along ties, before they are searched instead",
        )  # fmt: skip
        parser.add_argument(
            "--draws", type=whole(0, 10_000), metavar="N",
            help=f"for the bands of ranks; 0: none; left out: {DRAWS}, or none where that would take many minutes",
        )  # fmt: skip
        parser.add_argument("--drop", type=share, default=DROP, help="the share of ties that each draw drops")
        parser.add_argument("--seed", type=whole(0, 2**32 - 1), default=SEED, help="of the draws")
        parser.add_argument("--grades", default="", metavar="WORDS", help="which entries the file holds, in words")

    def handle(self, *, file, on, **options):
        try:
            content = opened(file)
            told = read(content, on=on or timezone.localdate(), form=options["format"])
            measured = analysis(told, asked(told, options), self.progress)
        except RuleBroken as refusal:
            raise CommandError(str(refusal), returncode=REFUSED) from refusal
        sha256 = hashlib.sha256(content).hexdigest()
        found = {"file": file.name, "format": told.form, "sha256": sha256, **measured}
        said = json.dumps(found, ensure_ascii=False, allow_nan=False, indent=1) if options["json"] else report(found)
        self.stdout.write(said)

    def progress(self, done, of):
        if sys.stderr.isatty():
            self.stderr.write(f"\rBands: {done} of {of}", ending="\n" if done == of else "")


def opened(file):
    try:
        with file.open("rb") as content:
            return content.read(MOST_BYTES + 1)
    except OSError as broken:
        raise RuleBroken(f"{file} can not be opened: {broken.strerror}.") from broken


def asked(told, options):
    draws = options["draws"]
    if draws is None:
        draws = DRAWS if len(told.people) * len(told.bonds) <= QUICK else 0
    return Asked(
        removed=options["remove"], shown=options["sets"], steps=options["steps"], draws=draws,
        without=tuple(options["without"]), drop=options["drop"], seed=options["seed"], grades=options["grades"],
    )  # fmt: skip


# What options take


def day(text):
    try:
        return date.fromisoformat(text)
    except ValueError as broken:
        raise argparse.ArgumentTypeError(f"{text} is no day; write it as 2026-03-01.") from broken


def whole(least, most):
    def number(text):
        if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text} is no whole number from {least} to {most}.")
        return int(text)

    return number


def share(text):
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < 1:
        raise argparse.ArgumentTypeError(f"{text} is no share between 0 and 1.")
    return number
