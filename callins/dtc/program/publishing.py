"""What of the measures may leave the task force: no cell that tells of fewer than five people, nor one from which such
a cell could be computed.

Of a cohort everything about staying is one chain, each number within the one before: people, those still there after
30, 90, 180 and 365 days, those who did not leave without graduating, the graduates. A number leaves only where its
distance to the last that left, and itself, is nothing or five and more: then no difference of two tells of fewer.
A total leaves only where all of its cohorts do, so that none is the total less the others. A cohort leaves once its
quarter is over: two files of one quarter would tell of whoever came between them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from callins.dtc.program.measures import SMALL, Cohort, Mean, Middle, Share

SUPPRESSED, NOT_YET = "suppressed", "not yet"


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure as it stands inside, and whether it may leave."""

    label: str
    figure: Share | Middle | Mean
    leaves: bool
    is_due: bool = True  # the whole cohort was admitted so long ago

    @property
    def words(self) -> str:
        if isinstance(self.figure, Share):
            return f"{self.figure.number} of {self.figure.of}" if self.figure.of else ""
        return "" if self.figure.value is None else f"{self.figure.value:g}"

    @property
    def more(self) -> str:
        if isinstance(self.figure, Share):
            return f"{self.figure.percent:g} %" if self.figure.of else ""
        return f"of {self.figure.of}" if isinstance(self.figure, Middle) and self.figure.of else ""

    @property
    def stays_inside(self):
        """Worth a mark: there is something, and it may not leave."""
        return bool(self.words) and not self.leaves

    @property
    def columns(self) -> list[str]:
        extra = [f"{self.label}: of", f"{self.label}: %"] if isinstance(self.figure, Share) else []
        return [self.label, *extra]

    @property
    def published(self) -> list:
        if not self.is_due:
            return [NOT_YET] * len(self.columns)
        if not self.leaves:
            return [SUPPRESSED] * len(self.columns)
        if isinstance(self.figure, Share):
            return [self.figure.number, self.figure.of, self.figure.percent]
        return [self.words]


@dataclass(frozen=True, slots=True)
class Row:
    cohort: Cohort
    leaves: bool  # the number of its people may; without it nothing of it
    staying: tuple[Cell, ...]
    besides: tuple[Cell, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        return (*self.staying, *self.besides)


def is_clear(count: int) -> bool:
    """Nobody, or enough to hide among."""
    return count == 0 or abs(count) >= SMALL


def row(cohort: Cohort) -> Row:
    leaves = cohort.is_over and cohort.people >= SMALL
    return Row(cohort, leaves, staying_cells(cohort, leaves), besides_cells(cohort, leaves))


def staying_cells(cohort: Cohort, leaves: bool) -> tuple[Cell, ...]:
    whole = {days: share for days, share in cohort.retention if share.of == cohort.people}
    chain = [share.number for share in whole.values()] + [cohort.staying, cohort.graduation.number]
    clear = dict(zip([*whole, "staying", "graduated"], clear_of(cohort.people, chain), strict=True))
    kept = tuple(
        Cell(f"In the program after {days} days", share, leaves and clear.get(days, False), days in whole)
        for days, share in cohort.retention
    )
    graduated = leaves and clear["staying"] and clear["graduated"]  # with one of them the other is known
    return (*kept, Cell("Graduated, of those who left", cohort.graduation, graduated))


def clear_of(people: int, chain: Iterable[int]) -> list[bool]:
    """Of each number of the chain whether it may leave beside those that did."""
    last, found = people, []
    for number in chain:
        clear = is_clear(number) and is_clear(last - number)
        found.append(clear)
        last = number if clear else last
    return found


def besides_cells(cohort: Cohort, leaves: bool) -> tuple[Cell, ...]:
    unknown = cohort.people - cohort.arrests.of
    return (
        Cell("Failed tests", cohort.failed_tests, leaves and not cohort.failed_tests.is_small),
        Cell("Days sober, median", cohort.sobriety, leaves and not cohort.sobriety.is_small),
        Cell("Arrested", cohort.arrests, leaves and not cohort.arrests.is_small and is_clear(unknown)),
        Cell("Units of service a person", cohort.services, leaves and not cohort.services.is_small),
        Cell("Days to the first service, median", cohort.first_service, leaves and not cohort.first_service.is_small),
        Cell("Days to an incentive, median", cohort.incentives, leaves and not cohort.incentives.is_small),
        Cell("Days to a sanction, median", cohort.sanctions, leaves and not cohort.sanctions.is_small),
    )


def table(cohorts: Sequence[Cohort], together: Cohort) -> tuple[list[str], list[list]]:
    """(header, rows) of what may leave: the quarters that are over, and all of those together."""
    rows = [row(each) for each in cohorts if each.is_over]
    header = ["Admitted in", "People", *(column for cell in row(together).cells for column in cell.columns)]
    return header, [*(line(each) for each in rows), *([total(rows, row(together))] if rows else [])]


def line(row: Row) -> list:
    people = row.cohort.people if row.leaves else SUPPRESSED
    return [row.cohort.name, people, *(figure for cell in row.cells for figure in cell.published)]


def total(rows: Sequence[Row], together: Row) -> list:
    """Sums are of what left, medians of everybody; where one cohort's cell stays inside, so does the sum."""
    people = sum(each.cohort.people for each in rows) if all(each.leaves for each in rows) else SUPPRESSED
    by_column = zip(*(each.cells for each in rows), strict=True)
    figures = [summed(list(column), cell) for column, cell in zip(by_column, together.cells, strict=True)]
    return ["Together", people, *(figure for figures_of_cell in figures for figure in figures_of_cell)]


def summed(column: list[Cell], together: Cell) -> list:
    if isinstance(together.figure, Middle):
        return together.published
    due = [cell for cell in column if cell.is_due]
    if not due:
        return [NOT_YET] * len(together.columns)
    if not all(cell.leaves for cell in due):
        return [SUPPRESSED] * len(together.columns)
    if isinstance(together.figure, Mean):
        return together.published
    shares = [cell.figure for cell in due if isinstance(cell.figure, Share)]
    whole = Share(sum(share.number for share in shares), sum(share.of for share in shares))
    return [whole.number, whole.of, whole.percent]
