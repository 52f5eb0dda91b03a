"""The sweep on paper: one page for each target, with what an officer at the door needs and nothing else.

No observation, no source, nobody's condition of health: a packet is carried through other people's houses.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Prefetch
from django.template.loader import render_to_string
from django.utils import timezone

from dealers.cases.models import Target, Warrant
from dealers.cases.track import LAYERS
from dealers.models import Address, Dealer, Involvement, Photo
from dmi import pdf
from dmi.accounts.models import TaskForce

TEMPLATE = "cases/paper/packets.html"
CONFIRMED_HOURS = 24  # Task force policy: an older confirmation says nothing


@dataclass(frozen=True)
class Packet:
    target: Target
    dealer: Dealer
    layer: str
    age: int | None
    picture: str  # its name in the PDF, or nothing
    warrants: list  # (warrant, whether somebody confirmed it within the day)


def layer_of(target):
    """For sorting: from the top layer down, by name in each."""
    roles = [part.role for part in parts_in(target)]
    return min((LAYERS.index(role) for role in roles), default=len(LAYERS)), target.dealer.known_as


def layer_label(target):
    """The part that somebody has in the market of the sweep."""
    part = min(parts_in(target), key=lambda part: LAYERS.index(part.role), default=None)
    return part.get_role_display() if part else Involvement.Role("other").label


def parts_in(target):
    market = target.operation.market_id
    return [part for part in target.dealer.parts if part.market_id == market and not part.until_on]


def packets(operation, officer, at):
    """Of the targets that are not found yet, from the top layer down."""
    today, days = timezone.localdate(at), TaskForce.objects.get().condition_days
    people = Dealer.objects.with_card(officer).with_printed_conditions(today, days)
    people = people.prefetch_related(Prefetch("addresses", Address.objects.current(), to_attr="places"))
    rows = Target.objects.visible_to(officer).of(operation).not_found().select_related("operation")
    targets = sorted(rows.prefetch_related(Prefetch("dealer", people)), key=layer_of)
    warrants = warrants_of([target.dealer for target in targets], at)
    for target in targets:
        dealer = target.dealer
        yield Packet(
            target=target, dealer=dealer, layer=layer_label(target), age=dealer.age_on(today),
            picture=f"photos/{dealer.portraits[0].pk}.jpg" if dealer.portraits else "",
            warrants=warrants.get(dealer.pk, []),
        )  # fmt: skip


def warrants_of(dealers, at):
    since = at - timedelta(hours=CONFIRMED_HOURS)
    found: dict = {}
    for warrant in Warrant.objects.about(dealers).active():
        is_fresh = bool(warrant.confirmed_at) and since <= warrant.confirmed_at <= at
        found.setdefault(warrant.dealer_id, []).append((warrant, is_fresh))
    return found


def as_pdf(operation, officer, at):
    """The finished file, the reader's name and badge on every page. Refused: words that find no room."""
    shown = list(packets(operation, officer, at))
    wanted = [packet.dealer.portraits[0].pk for packet in shown if packet.picture]
    pictures = Photo.objects.with_picture("page").in_bulk(wanted)
    photos = {f"{key}.jpg": bytes(photo.page) for key, photo in pictures.items()}
    html = render_to_string(TEMPLATE, {"operation": operation, "packets": shown, "at": at, "officer": officer})
    body = pdf.finish(pdf.lay_out(html, photos).written())
    number = str(operation.pk)[:8].upper()
    mark = pdf.Mark.for_reader(officer, at, heading=f"Packets {number}", reference=number, code=f"PACKET {number}")
    return pdf.stamp(body.pdf, mark)


def file_name(operation):
    """Without the operation's name: names of files end up in lists of downloads."""
    return f"packets-{operation.held_on:%Y-%m-%d}-{str(operation.pk)[:8]}.pdf"
