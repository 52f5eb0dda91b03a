"""maintenance.view_use, export_use: whether the sheet is read, and what comes of it."""

import csv
from datetime import timedelta

from maintenance import services
from maintenance.hot_sheet.use import HEADER
from maintenance.models import Copy, Debrief, NewDealerAlert
from tests.api.conftest import published, signed_in  # noqa: F401  printed by a printer that costs nothing
from tests.conftest import NOON, officer

OUT = NOON + timedelta(days=5)


def test_reading_sightings_and_alerts_are_counted(client, published, farrow, west_end, clock, ray, sal, pat):  # noqa: F811
    published.published_at = OUT
    published.save()
    for who, hours in ((ray, 4), (sal, 30)):
        copy, at = Copy.objects.visible_to(who).get(), OUT + timedelta(hours=hours)
        services.acknowledge_copy(by=who, copy=services.open_copy(by=who, copy=copy, at=at), at=at)
    told = {"what": "Sold twice.", "seen_at": OUT, "at": OUT + timedelta(days=2), "author": ray}
    own = Copy.objects.visible_to(ray).get()
    for who in ("Farrow", "Farrow again"):
        Debrief.objects.create(copy=own, dealer=farrow, market=west_end, who=who, where="Plaza", **told)
    raised = OUT + timedelta(days=2)
    NewDealerAlert.objects.create(
        market=west_end, what="A new name", source="hand", source_key="1", raised_at=raised, by=sal,
        due_at=raised + timedelta(hours=72), first_action_at=raised + timedelta(hours=10),
    )  # fmt: skip
    chief = officer("c1", "commander", full_name="Cole Hart")
    client.force_login(chief)
    page = client.get("/hot-sheets/use/").content.decode()
    assert "2 of 3" in page  # ray and sal, not sue
    assert "median 17.0 hours" in page
    assert "Farrow" not in page
    [row] = csv.DictReader(
        b"".join(client.get("/hot-sheets/use/export/").streaming_content).decode("utf-8-sig").splitlines()
    )
    assert [row[name] for name in HEADER[2:]] == [
        "3", "2", "2", "1", "17.0", "2", "2", "1", "1.0", "1", "1", "10.0",
    ]  # fmt: skip
    assert client.get("/hot-sheets/use/export/?file=xlsx").getvalue()[:2] == b"PK"
    [told] = signed_in(chief).get("/api/hot-sheets/use/").json()["editions"]
    assert (told["read"], told["read_soon"], told["sightings"], told["median_to_action"]) == (2, 1, 2, 10.0)
    for nobody in (ray, pat):
        client.force_login(nobody)
        assert {client.get(f"/hot-sheets/use/{door}").status_code for door in ("", "export/")} == {403}
