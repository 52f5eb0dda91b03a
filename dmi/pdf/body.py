"""The finished body, made once for each edition: everything on the page but the copy's own stamp."""

import hashlib
import io
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Name, Operator

from dmi.pdf.font import stamp_font
from dmi.pdf.room import leave

ARTIFACT = [Name.Artifact, Dictionary(Type=Name.Pagination)]
BEGIN_MARKED = Operator("BDC")


@dataclass(frozen=True)
class Body:
    pdf: bytes
    pages: int
    sha256: str


def finish(rendered, *, fold_marks=False):
    """Ready to be stamped: margins as artifacts, each page's drawing closed off, the stamp's font and room in place."""
    with pikepdf.open(io.BytesIO(rendered)) as pdf:
        make_margins_artifacts(pdf)
        for page in pdf.pages:
            close_off(pdf, page, fold_marks)
        font = stamp_font()
        font.embed(pdf)
        leave(pdf, font.program)
        content = saved(pdf, deterministic_id=True)
        return Body(content, len(pdf.pages), hashlib.sha256(content).hexdigest())


def saved(pdf, **options):
    output = io.BytesIO()
    pdf.save(output, object_stream_mode=pikepdf.ObjectStreamMode.generate, **options)
    return output.getvalue()


def make_margins_artifacts(pdf):
    """WeasyPrint marks margin boxes as content but leaves them out of the tree; PDF/UA-1 wants them as artifacts."""
    tree = pdf.Root.StructTreeRoot
    reached = tagged_ids(pdf)
    parents = parents_by_page(tree)
    for page in pdf.pages:
        program = list(pikepdf.parse_content_stream(page))
        for place, drawing in enumerate(program):
            marked = marked_id(drawing)
            if marked is not None and marked not in reached[page.obj.objgen]:
                parents[int(page.obj.StructParents)][marked] = None
                program[place] = ContentStreamInstruction(ARTIFACT, BEGIN_MARKED)
        page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(program))


def marked_id(drawing):
    """The number by which the structure tree may know what is drawn next."""
    begins = drawing.operator == BEGIN_MARKED and "/MCID" in drawing.operands[1]
    return int(drawing.operands[1].MCID) if begins else None


def parents_by_page(tree):
    numbers = tree.ParentTree.Nums
    return {int(numbers[place]): numbers[place + 1] for place in range(0, len(numbers), 2)}


def tagged_ids(pdf):
    """Marked content that the structure tree reaches, by page."""
    found: dict[tuple[int, int], set[int]] = {page.obj.objgen: set() for page in pdf.pages}

    def walk(element, page):
        page = element.get("/Pg", page)
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, int):
                found[page.objgen].add(kid)
            elif isinstance(kid, Dictionary) and kid.get("/Type") != Name.OBJR:
                walk(kid, page)

    walk(pdf.Root.StructTreeRoot, None)
    return found


def close_off(pdf, page, fold_marks):
    """WeasyPrint turns the page upside down and leaves it so: the stamp must not inherit that."""
    page.contents_add(pdf.make_stream(b"q"), prepend=True)
    page.contents_add(pdf.make_stream(b"Q\n" + (folds(page) if fold_marks else b"")))
    page.contents_coalesce()


def folds(page):
    """Marks at half height on both sides and at half width below: a letter folded twice fits a shirt pocket."""
    _, _, width, height = (float(side) for side in page.mediabox)
    across, down = f"{width / 2:g}", f"{height / 2:g}"
    lines = f"9 {down} m 17 {down} l {width - 17:g} {down} m {width - 9:g} {down} l {across} 9 m {across} 15 l"
    return f"/Artifact BMC q 0.6 w {lines} S Q EMC".encode()
