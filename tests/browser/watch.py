"""What no page may do: fail in the console, break its own policy, ask for what is not there or ask another host."""

from urllib.parse import urlsplit

LOCAL = {"data", "blob", "about"}


class Watch:
    """Of one window: whatever it should not have done, in the order in which it did."""

    def __init__(self, window, origin):
        self.host = urlsplit(origin).netloc
        self.seen = []
        window.on("console", self.console)
        window.on("weberror", lambda error: self.seen.append(f"script: {error.error}"))
        window.on("request", self.request)
        window.on("response", self.response)

    def console(self, message):
        """What could not be fetched is told by `response`, with its status."""
        if message.type in {"error", "warning"} and not message.text.startswith("Failed to load resource"):
            self.seen.append(f"console: {message.text}")

    def request(self, request):
        address = urlsplit(request.url)
        if address.scheme not in LOCAL and address.netloc != self.host:
            self.seen.append(f"another host: {request.url}")

    def response(self, response):
        """A page itself may be refused, and its tests say so; what it is made of may not."""
        if response.status >= 400 and not response.request.is_navigation_request():
            self.seen.append(f"{response.status}: {response.url}")
