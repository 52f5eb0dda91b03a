from dealers.models import SavedList
from dmi.audit.trail import on_the_record
from dmi.errors import RuleBroken


@on_the_record
def save_list(*, by, name, query, columns, at, is_shared=False):
    """A question to the list of dealers under a name: its filter, order and columns. One's own, or shared.

    `query` holds fields of dealers.filters.DealerListFilter. One's own list of that name is replaced. Refused: a name
    that a colleague's shared list has; a filter by words, which may be somebody's name.
    """
    if query.get("q") and is_shared:
        raise RuleBroken("A shared list can not search for words: they may name somebody. Take them out, or keep it.")
    if SavedList.objects.shared().called(name).exclude(by=by).exists():
        raise RuleBroken("A colleague shares a list of this name; choose another.")
    saved, _ = SavedList.objects.owned_by(by).update_or_create(
        name=name, by=by, defaults={"query": query, "columns": columns, "is_shared": is_shared, "at": at}
    )
    return saved
