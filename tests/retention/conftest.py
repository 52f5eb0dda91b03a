"""The rooms whose rows a removal takes along lend their cast."""

from tests.callins.conftest import call_in, cora  # noqa: F401
from tests.maintenance.conftest import meeting  # noqa: F401
