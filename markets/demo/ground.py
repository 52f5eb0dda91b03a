"""Where the demo's markets lie: streets uploaded, areas drawn, before anything is counted by them."""

from functools import partial

from dmi.accounts.demo import officer
from dmi.accounts.models import User
from dmi.diary import Act
from markets import services
from markets.demo import shapes
from markets.demo.opening import FERRY_LANDING, WEST_END, market

# Market, when and by whom it was drawn, how.
DRAWN = (
    (FERRY_LANDING, "-180 Mon 15:40", "sue", shapes.FERRY_LANDING),
    (WEST_END, "-41 Wed 15:30", "ana", shapes.WEST_END),
)


def diary(calendar):
    for name, when, badge, drawn in DRAWN:
        at = calendar.moment(when)
        yield Act(at, partial(upload, name, badge, at))
        yield Act(at, partial(draw, name, badge, "market", drawn["name"], drawn["shape"], drawn["near_metres"], at))
        yield Act(
            at,
            partial(
                draw, name, badge, "comparison",
                drawn["comparison"], drawn["comparison_shape"], drawn["comparison_near_metres"], at,
            ),
        )  # fmt: skip


def upload(name, badge, at):
    services.upload_background(
        by=officer(badge), market=market(name), shapes=shapes.BACKGROUND, source=shapes.SOURCE, at=at
    )


def draw(name, badge, kind, called, shape, near_metres, at):
    """Placed at once: where the demo is loaded no worker need run."""
    area = services.draw_area(
        by=officer(badge), market=market(name), kind=kind, name=called, shape=shape, near_metres=near_metres, at=at
    )
    services.place_incidents(by=User.objects.clock(), area=area, at=at)
