"""What PDF/UA-1 asks of a file and a program can see without a validator."""

import io

import pikepdf
from pikepdf import Dictionary, Name

from dmi.pdf.body import tagged_ids

FONT_FILES = {"/FontFile", "/FontFile2", "/FontFile3"}
PAINT = {"Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"}


def findings(content):
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return sorted({*of_document(pdf), *of_elements(pdf), *of_pages(pdf)})


def of_document(pdf):
    root = pdf.Root
    if not str(root.get("/Lang", "")):
        yield "no language"
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "not marked as tagged"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "title is not displayed"
    with pdf.open_metadata() as metadata:
        if metadata.get("pdfuaid:part") != "1" or not metadata.get("dc:title"):
            yield "metadata lacks pdfuaid:part or dc:title"


def of_elements(pdf):
    for element in pdf.objects:
        if not isinstance(element, Dictionary):
            continue
        if element.get("/S") == Name.Figure and not str(element.get("/Alt", "")):
            yield "a figure without alternative text"
        if element.get("/Subtype") == Name.Link and not {"/StructParent", "/Contents"} <= set(element.keys()):
            yield "a link without its place in the tree or without words"
        if element.get("/Type") == Name.FontDescriptor and not FONT_FILES & set(element.keys()):
            yield f"font {element.FontName} is not embedded"


def of_pages(pdf):
    reached = tagged_ids(pdf)
    for number, page in enumerate(pdf.pages, start=1):
        if "/Annots" in page and page.get("/Tabs") != Name.S:
            yield f"page {number}: tab order does not follow the structure"
        seen, opened = set(), 0
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                opened += 1
                if name == "BDC" and "/MCID" in operands[1]:
                    seen.add(int(operands[1].MCID))
            elif name == "EMC":
                opened -= 1
            elif name in PAINT and not opened:
                yield f"page {number}: {name} outside marked content"
        if seen != reached[page.obj.objgen]:
            yield f"page {number}: content and structure tree differ by {seen ^ reached[page.obj.objgen]}"
