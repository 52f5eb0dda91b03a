"""From an approved edition as it stands in the database to its printed body."""

from django.utils import timezone

from dealers.models import Photo
from maintenance.hot_sheet import render
from maintenance.hot_sheet.contents import Approval, Contents


def printed(sheet):
    snapshot = Contents.from_json(sheet.contents)
    wanted = {card.photo for card in snapshot.people if card.photo}
    photos = {
        sha256: bytes(picture)
        for sha256, picture in Photo.objects.filter(sha256__in=wanted).values_list("sha256", "sheet")
    }
    approval = Approval(by=sheet.approved_by.signature, at=timezone.localtime(sheet.approved_at))
    return render.build(snapshot, approval, photos, least_support=sheet.task_force.fewest_support_names)
