"""From HTML to pages: laid out once, and refused when WeasyPrint left anything out."""

import hashlib
import unicodedata
from collections import Counter
from dataclasses import dataclass

from weasyprint import HTML, Document
from weasyprint.formatting_structure.boxes import MarginBox, TextBox
from weasyprint.urls import FatalURLFetchingError

from dmi.errors import RuleBroken
from dmi.pdf.fetcher import BASE, Fetcher

OPTIONS = {"pdf_variant": "pdf/ua-1", "dpi": 300}  # dpi: a careless four-megabyte photo becomes the size it is printed
UNSEEN = {"title", "style", "script", "{http://www.w3.org/2000/svg}svg"}


@dataclass(frozen=True)
class Layout:
    html: str
    document: Document

    @property
    def pages(self):
        return len(self.document.pages)

    def written(self):
        """The PDF. WeasyPrint would take its identifier by chance; the page itself is a better one."""
        identifier = hashlib.sha256(self.html.encode()).digest()[:16]
        return self.document.write_pdf(pdf_identifier=identifier, **OPTIONS)


def lay_out(html, photos=None):
    page = HTML(string=html, base_url=BASE, url_fetcher=Fetcher(photos or {}))
    try:
        layout = Layout(html, page.render(**OPTIONS))
    except FatalURLFetchingError as stopped:  # no Exception: whoever tries a build again would not see it
        raise stopped.__cause__ or RuntimeError("A part of the page is missing.") from None
    if lost := lost_words(page.etree_element.find("body"), layout.document):
        # Which words is not said: they may be names, and refusals end up in logs.
        raise RuleBroken(f"{len(lost)} words found no room on the page. Shorten the longest entries.")
    return layout


def lost_words(body, document):
    """WeasyPrint drops, without a word, what a float or a flex box cannot break at the foot of a page.

    Letters decide, since a long word may be broken over two lines; words only name what is missing.
    """
    wanted, drawn = list(words_of(body)), list(words_drawn(document))
    if letters_of(wanted) <= letters_of(drawn):
        return []
    return sorted(Counter(wanted) - Counter(drawn)) or sorted(letters_of(wanted) - letters_of(drawn))


def words_of(element):
    if element.tag not in UNSEEN:
        yield from folded(element.text)
        for child in element:
            yield from words_of(child)
            yield from folded(child.tail)


def words_drawn(document):
    """What stands on the pages, less what the style sheet adds, and what runs along every page only once."""
    for number, page in enumerate(document.pages):
        for part in page._page_box.children:
            if number == 0 or not isinstance(part, MarginBox):
                for box in part.descendants():
                    if isinstance(box, TextBox) and "::" not in box.element_tag and ends_on(page, box):
                        yield from folded(box.text)


def ends_on(page, box):
    return box.position_x + box.width <= page.width


def folded(text):
    """Words without case. Upper first: capitals that the style sheet makes of ß or a dotless i do not come back."""
    return (text or "").upper().casefold().split()


def letters_of(words):
    """Whatever leaves ink: no marks of direction, joiners or control characters."""
    return Counter(letter for word in words for letter in word if unicodedata.category(letter)[0] not in "CZ")
