class Unstored:
    """Answers name people: no browser and no proxy keeps them."""

    @property
    def default_response_headers(self):
        return super().default_response_headers | {"Cache-Control": "no-store"}  # type: ignore[misc]
