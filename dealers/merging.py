"""Two records become one: what hangs on a dealer, here and in the apps above, is found through Django's relations.

Nothing is deleted. What the kept record has already (the same street name, the same tie) stays with the other one,
which keeps its row unseen; so undoing only has to carry the same rows back.
"""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db import IntegrityError, models, transaction

from dealers.models import Dealer, Involvement, Merge
from dealers.models.kinds import PERSON
from markets.models import Market


@dataclass(frozen=True)
class Relation:
    """How rows of a model hang on a dealer, whichever app owns it: by one foreign key, or as one of a pair by two."""

    model: type[models.Model]
    fields: tuple[str, ...]

    @property
    def label(self):
        return ".".join((self.model._meta.label, *self.fields))

    @property
    def words(self):
        return str(self.model._meta.verbose_name_plural)

    def rows(self, dealer):
        either = (models.Q(**{field: dealer}) for field in self.fields)
        return self.model._base_manager.filter(reduce(or_, either))


@dataclass(frozen=True)
class Share:
    """Of one relation: the keys of the rows that went over, and how many stay with the other record."""

    relation: Relation
    moved: list[str]
    stays: int


@dataclass(frozen=True)
class Line:
    """One field of both records, side by side."""

    name: str
    kept: str
    other: str

    @property
    def differs(self):
        return self.kept != self.other

    @property
    def side(self):
        """Which value stands when nobody says: the other's only where the kept record has none."""
        return "kept" if self.kept or not self.other else "other"


def relations():
    """Every foreign key to Dealer, hidden ones included; not histories, which never change, nor merges themselves.

    Nor one that the database does not hold: such a key leads out of the treatment wall, and here its table is not.
    """
    keys: dict[type[models.Model], list[str]] = {}
    for each in Dealer._meta.get_fields(include_hidden=True):
        if each.auto_created and (each.one_to_many or each.one_to_one) and moves(each.related_model) and is_held(each):
            keys.setdefault(each.related_model, []).append(each.field.name)
    return [
        Relation(model, fields)
        for model, names in keys.items()
        for fields in ([tuple(names)] if is_pair(model) else [(name,) for name in names])
    ]


def is_held(relation):
    return relation.field.db_constraint


def moves(model):
    return model not in (Merge, Dealer) and not hasattr(model, "pgh_tracked_model")


def is_pair(model):
    """A tie or a judgement keeps its two ends in order by itself."""
    return hasattr(model, "exchange")


def carry(source, target):
    """Everything of `source` that can be `target`'s goes over. Returns the shares, in the order of their words."""
    shares = []
    for relation in relations():
        moved = carried(relation, keys_of(relation.rows(source)), source, target)
        shares.append(Share(relation, [str(key) for key in moved], relation.rows(source).count()))
    return sorted((share for share in shares if share.moved or share.stays), key=lambda share: share.relation.words)


def carry_back(moved, source, target):
    """The rows of `moved` (label -> keys), as far as they are still `source`'s, are `target`'s again."""
    for relation in relations():
        keys = keys_of(relation.rows(source).filter(pk__in=moved.get(relation.label, [])))
        carried(relation, keys, source, target)


def keys_of(rows):
    return list(rows.values_list("pk", flat=True))


def carried(relation, keys, source, target):
    """Those that the database let over: all at once, else half by half down to the one it refuses."""
    if not keys:
        return []
    try:
        with transaction.atomic():
            write(relation, keys, source, target)
    except IntegrityError:
        if len(keys) == 1:
            return []
        middle = len(keys) // 2
        halves = (keys[:middle], keys[middle:])
        return [key for half in halves for key in carried(relation, half, source, target)]
    return keys


def write(relation, keys, source, target):
    rows = relation.model._base_manager.filter(pk__in=keys)
    if is_pair(relation.model):
        for row in rows:
            row.exchange(source, target)
            row.save()
    else:
        [field] = relation.fields
        rows.update(**{field: target})


def preview(kept, other):
    """What a merge would carry over and what would stay, found by doing it and taking it back."""
    with transaction.atomic():
        shares = carry(other, kept)
        transaction.set_rollback(True)
    return shares


def told(shares, other, officer):
    """Of a preview, what this officer may know of: rows that he does not see are not counted for him either."""
    found = []
    for share in shares:
        moved = seen(share.relation, share.moved, officer)
        stays = len(seen(share.relation, keys_of(share.relation.rows(other)), officer)) - len(moved)
        found += [Share(share.relation, moved, stays)] if moved or stays else []
    return found


def moved_as_told(merge, officer):
    """The keys of the rows that went over, by relation, as far as this officer sees them."""
    known = {relation.label: relation for relation in relations()}
    seen_of = {label: seen(known[label], keys, officer) for label, keys in merge.moved.items() if label in known}
    return {label: keys for label, keys in seen_of.items() if keys}


def seen(relation, keys, officer):
    rows = relation.model._default_manager.all()
    if not hasattr(rows, "visible_to"):
        return [str(key) for key in keys]
    visible = set(map(str, keys_of(rows.visible_to(officer).filter(pk__in=keys))))
    return [str(key) for key in keys if str(key) in visible]


def side_by_side(kept, other):
    """Both records field by field, as people read them."""
    return [Line(name, shown(kept, name), shown(other, name)) for name in PERSON]


def shown(dealer, name):
    value = getattr(dealer, name)
    say = getattr(dealer, f"get_{name}_display", None)
    if value in (None, ""):
        return ""
    return f"{value:%-d %b %Y}" if hasattr(value, "strftime") else str(say() if say else value)


def written(dealer, names):
    """Fields as JSON keeps them: text, or null."""
    fields = [Dealer._meta.get_field(name) for name in names]
    return {
        field.name: None if getattr(dealer, field.attname) is None else field.value_to_string(dealer)
        for field in fields
    }  # fmt: skip


def read(name, text):
    return Dealer._meta.get_field(name).to_python(text)


def crosses_markets(kept, other, officer):
    """True when one of the two has a part in a market that this officer does not work: its people would see both."""
    parts = Involvement.objects.standing().filter(dealer__in=[kept, other])
    return parts.exclude(market__in=Market.objects.worked_by(officer)).exists()
