"""Every door of the site: each URL of the URLconf with its view, its verb, and what it wants in its address."""

from dataclasses import dataclass

from django.urls import URLPattern, get_resolver, reverse


@dataclass(frozen=True)
class Door:
    name: str  # with its namespaces, as reverse() takes it
    view: object
    wants: tuple[str, ...]

    @property
    def is_api(self):
        return self.name.startswith("api:")

    @property
    def verb(self):
        return getattr(self.view, "verb", None) or getattr(getattr(self.view, "cls", None), "verb", None)

    def address(self, known):
        return reverse(self.name, kwargs={name: known[name] for name in self.wants})


def doors():
    return list(walk(get_resolver(), ()))


def walk(resolver, namespaces, before=()):
    for pattern in resolver.url_patterns:
        wants = (*before, *pattern.pattern.converters)
        if isinstance(pattern, URLPattern):
            yield Door(":".join((*namespaces, pattern.name or "unnamed")), pattern.callback, wants)
        else:
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from walk(pattern, inner, wants)


def verbs_of_doors():
    return {door.verb for door in doors() if door.verb}
