"""What several rooms of dealers are tested with."""

import pytest

from tests.dealers.charted import built


@pytest.fixture
def network(ray, sal, west_end):
    """{name: dealer} of West End, all of them on file and tied: tests.dealers.charted.TIES."""
    return built(ray, sal, west_end)
