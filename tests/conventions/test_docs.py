"""What the papers name is there: paths of code and tests, links, decisions by their number."""

import re
from collections import Counter

import pytest

from tests.conventions.test_shape import ROOT

PAPERS = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
PATH = re.compile(r"`((?:dmi|markets|dealers|callins|maintenance|templates|tests|docs|static)/[\w./-]*?(?:\.\w+|/))`")
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: str(paper.relative_to(ROOT)))
def test_what_a_paper_names_is_there(paper):
    text = paper.read_text()
    absent = [path for path in PATH.findall(text) if not (ROOT / path).exists()]
    absent += [link for link in LINK.findall(text) if not (paper.parent / link).exists()]
    assert absent == []


def test_every_decision_has_a_number_of_its_own_and_a_line_in_the_list():
    decisions = [path.name for path in (ROOT / "docs/decisions").glob("[0-9]*.md")]
    numbers = Counter(name[:4] for name in decisions)
    assert [number for number, times in numbers.items() if times > 1] == []
    listed = (ROOT / "docs/decisions/README.md").read_text()
    assert [name for name in decisions if name not in listed] == []
