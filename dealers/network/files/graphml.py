"""GraphML: nodes with a label or their id, edges with a weight and a day where they have them.

Read as it comes, without a tree. A document type or an entity is refused before anything is parsed: by entities a small
file can grow until the machine stands still.
"""

from collections import Counter
from xml.etree.ElementTree import ParseError, XMLParser

from dealers.network.bonds import Bond
from dealers.network.files.cells import day_in, number_in, plain
from dealers.network.files.edges import MEANING, dated
from dealers.network.files.told import Told
from dmi.errors import RuleBroken

DEEPEST = 100  # elements within each other
LABELS = ("label", "name")


def read(text, on) -> Told:
    """Refused: no XML, no GraphML, a document type or entities, an edge to nobody, labels twice, numbers and days as
    in a list of ties.
    """
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise RuleBroken("The file declares a document type or entities, which are not read; save it without them.")
    reader = Reader()
    try:
        parser = XMLParser(target=reader)  # noqa: S314  no entity has come this far
        parser.feed(text)
        parser.close()
    except ParseError as broken:
        line, _ = broken.position
        raise RuleBroken(f"Line {line} is no GraphML that can be read; save the network again.") from broken
    if not reader.is_graphml:
        raise RuleBroken("The file is XML, but no GraphML.")
    names = named(reader.nodes)
    return Told("graphml", [bond(edge, names, on) for edge in reader.edges], tuple(names.values()))


class Element:
    """A node or an edge: its attributes, and what keys tell of it."""

    def __init__(self, attributes, number):
        self.attributes = attributes
        self.number = number
        self.told: dict[str, str] = {}


class Reader:
    """What the parser calls as it goes; keeps nodes and edges."""

    def __init__(self):
        self.is_graphml = False
        self.nodes: list[Element] = []
        self.edges: list[Element] = []
        self.keys: dict[str, dict] = {}
        self.within: list[str] = []
        self.element: Element | None = None
        self.key: dict | None = None
        self.words: list[str] = []

    def start(self, tag, attributes):
        name = tag.rpartition("}")[2]
        if not self.within:
            self.is_graphml = name == "graphml"
        self.within.append(name)
        if len(self.within) > DEEPEST:
            raise RuleBroken("The file nests its elements deeper than any network does.")
        self.words = []
        if name == "key":
            self.key = self.keys[attributes.get("id", "")] = dict(attributes)
        elif name == "data":
            self.key = self.keys.get(attributes.get("key", ""), {})
        elif name in ("node", "edge"):
            of_kind = self.nodes if name == "node" else self.edges
            self.element = Element(attributes, len(of_kind) + 1)
            of_kind.append(self.element)

    def data(self, text):
        self.words.append(text)

    def end(self, tag):
        name = self.within.pop()
        said = plain("".join(self.words))
        self.words = []
        if name == "data" and self.element and self.key:
            self.element.told[self.key.get("attr.name", "")] = said
        elif name == "default" and self.key is not None:
            self.key["default"] = said
        elif name in ("node", "edge") and self.element:
            self.fill(self.element, name)
            self.element = None

    def fill(self, element, name):
        """What a key says of every element that says nothing itself."""
        for key in self.keys.values():
            if "default" in key and key.get("for") in (name, "all"):
                element.told.setdefault(key.get("attr.name", ""), key["default"])

    def close(self):
        """The parser asks for it; all is kept already."""


def named(nodes):
    """{id: label}. Refused: an id or a label twice, a node without an id."""
    ids = [plain(node.attributes.get("id", "")) for node in nodes]
    if not all(ids):
        raise RuleBroken(f"Node {ids.index('') + 1} has no id.")
    labels = [next((node.told[name] for name in LABELS if node.told.get(name)), "") for node in nodes]
    names = labels if all(labels) else ids
    for each in (ids, names):
        [(label, times)] = Counter(each).most_common(1) or [("", 0)]
        if times > 1:
            raise RuleBroken(f"The label “{label}” stands {times} times; each person is one node.")
    return dict(zip(ids, names, strict=True))


def bond(edge, names, on):
    ends = [plain(edge.attributes.get(end, "")) for end in ("source", "target")]
    for end in ends:
        if end not in names:
            raise RuleBroken(f"Edge {edge.number} joins “{end}”, who is no node of the file.")
    told: dict[str | None, str] = {}
    for name, said in edge.told.items():
        told.setdefault(MEANING.get(name.lower()), said)
    where = f"Edge {edge.number}"
    strength = number_in(told["strength"], where) if "strength" in told else 1.0
    first, last = (day_in(told.get(field, ""), where, on) for field in ("first_on", "seen_on"))
    a, b = (names[end] for end in ends)
    return dated(Bond(a, b, strength, kind=told.get("kind", "")), first, last, where)
