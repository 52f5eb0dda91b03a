"""From a frozen snapshot and its approval to the finished body: the same two give the same bytes."""

import hashlib

from django.template.loader import render_to_string

from dmi import pdf
from dmi.errors import RuleBroken
from maintenance.hot_sheet.length import MOST_PAGES, pages_of, too_many
from maintenance.hot_sheet.shown import shown

WEEK, FLASH = "maintenance/hot_sheet/sheet.html", "maintenance/hot_sheet/flash.html"


def build(contents, approval, photos, **rules):
    """The body of one edition: two pages where they suffice, never more than four."""
    refuse_other_photos(contents, photos)
    if contents.bulletin:
        return bulletin(contents, approval, photos, **rules)
    if pages_of(contents, tight=True) > MOST_PAGES + 1:  # a page is the most the count may be wrong by
        raise RuleBroken(too_many(contents))
    layout = shortest(contents, approval, photos, **rules)
    if layout.pages > MOST_PAGES:
        raise RuleBroken(too_many(contents))
    return pdf.finish(layout.written(), fold_marks=True)


def bulletin(contents, approval, photos, **rules):
    """A flash is one page, on which nothing has to be looked for."""
    layout = laid_out(contents, approval, photos, **rules)
    if layout.pages > 1:
        raise RuleBroken("A flash bulletin is one page; recall this one and issue it in fewer words.")
    return pdf.finish(layout.written(), fold_marks=True)


def shortest(contents, approval, photos, **rules):
    """A count says which cards save a page; only where it was too hopeful are the tight ones tried after the roomy."""
    roomy, tight = pages_of(contents), pages_of(contents, tight=True)
    if tight < roomy:
        return laid_out(contents, approval, photos, tight=True, **rules)
    layout = laid_out(contents, approval, photos, **rules)
    if layout.pages > roomy:
        tried = laid_out(contents, approval, photos, tight=True, **rules)
        return min(layout, tried, key=lambda each: each.pages)
    return layout


def laid_out(contents, approval, photos, **rules):
    return pdf.lay_out(render(contents, approval, **rules), photos)


def render(contents, approval, *, tight=False, **rules):
    template = FLASH if contents.bulletin else WEEK
    return render_to_string(template, {"sheet": shown(contents, approval, **rules), "tight": tight})


def refuse_other_photos(contents, photos):
    for card in contents.people:
        if card.photo and hashlib.sha256(photos.get(card.photo, b"")).hexdigest() != card.photo:
            raise RuleBroken(f"The photo of item {card.item} is not the one that was approved.")
