"""The words of the participant's own sheet, in both languages that the court speaks: short, plain, in the first person.

No word here names a substance or what a test found.
"""

from dataclasses import dataclass
from datetime import date

from callins.dtc.program.events import PauseKind
from callins.wording import MONTHS


@dataclass(frozen=True)
class Words:
    language: str
    court: str
    title: str
    # Where I am
    where_title: str
    phase: str
    stopped: str
    ready: str
    graduated: str
    left: str
    bar: str
    part: str
    part_done: str
    # What I have done
    done_title: str
    weeks: tuple[str, str]  # one, many
    being_in: str
    having_been_in: str
    began: str
    meetings: tuple[str, str]
    excused: tuple[str, str]
    tests: tuple[str, str]
    tasks_done: str
    # What comes next
    next_title: str
    meeting: str
    no_meeting: str
    tasks_to_do: str
    by_day: str
    finish: str
    decides: str
    # Days that do not count
    lost_title: str
    began_again: str
    went_back: str
    days: tuple[str, str]
    paused: str
    paused_now: str
    places: dict[PauseKind, str]
    # Who helps me
    help_title: str
    leads: str
    team: str
    phone: str
    # Whose paper it is
    mine: str
    notice: str
    tasks: dict[str, str]  # what the tasks are called, by their English words

    def counted(self, forms: tuple[str, str], number: int, **facts) -> str:
        return forms[number != 1].format(number=number, **facts)

    def day(self, day: date) -> str:
        between = " de " if self.language == "es" else ", "
        return f"{self.day_of_year(day)}{between}{day.year}"

    def day_of_year(self, day: date) -> str:
        """Where it is near enough to go without the year."""
        month = MONTHS[self.language][day.month - 1]
        return f"{day.day} de {month}" if self.language == "es" else f"{month} {day.day}"

    def task(self, words: str) -> str:
        """A task that the court has worded anew stays in the court's words."""
        return self.tasks.get(words, words)


ENGLISH = Words(
    language="en",
    court="Treatment court",
    title="My progress",
    where_title="Where I am",
    phase="I am in phase {phase} of {phases}. Today is day {day} of {total}.",
    stopped="My time is stopped for now. It runs again when I am back.",
    ready="I have done all that phase {phase} asks for. Now my team decides.",
    graduated="I finished the program on {day}. I did it!",
    left="I left the program on {day}.",
    bar="Day {day} of {total}",
    part="Phase {phase}: {days} days",
    part_done="Phase {phase}: {days} days, done",
    done_title="What I have done",
    weeks=("{number} week", "{number} weeks"),
    being_in="I have been in the program for {weeks}, since {day}.",
    having_been_in="I was in the program for {weeks}, from {day} on.",
    began="I started on {day}.",
    meetings=("I went to {kept} of {number} weekly meeting.", "I went to {kept} of {number} weekly meetings."),
    excused=("I was excused once.", "I was excused {number} times."),
    tests=("I kept {kept} of {number} test.", "I kept {kept} of {number} tests."),
    tasks_done="Tasks done:",
    next_title="What comes next",
    meeting="My next meeting: {day}, {hour}, {place}.",
    no_meeting="I ask my team when the next meeting is.",
    tasks_to_do="Still to do:",
    by_day="{what} (by {day})",
    finish="The earliest day I can finish: {day}.",
    decides="My team decides when all is done.",
    lost_title="Days that do not count",
    began_again="On {day} I started again at day 0. The days before it ({days}) do not count toward the {total}. "
    "What I learned stays with me.",
    went_back="On {day} I went back to the start of phase {phase}.",
    days=("{number} day", "{number} days"),
    paused="From {day} I was {where} for {days}. My last day moved by as many days.",
    paused_now="Since {day} I am {where}: {days} so far. My last day moves by as many days.",
    places={
        PauseKind.CUSTODY: "in custody",
        PauseKind.HOSPITAL: "in the hospital",
        PauseKind.RESIDENTIAL: "in residential care",
    },
    help_title="Who helps me",
    leads="{name} leads my weekly meeting.",
    team="My treatment court team answers my questions.",
    phone="Phone of my team:",
    mine="This paper is mine. I decide who sees it.",
    notice="",
    tasks={},
)

SPANISH = Words(
    language="es",
    court="Tribunal de tratamiento",
    title="Mi progreso",
    where_title="Dónde estoy",
    phase="Estoy en la fase {phase} de {phases}. Hoy es el día {day} de {total}.",
    stopped="Por ahora mi tiempo está detenido. Vuelve a correr cuando yo regrese.",
    ready="Ya hice todo lo que pide la fase {phase}. Ahora decide mi equipo.",
    graduated="Terminé el programa el {day}. ¡Lo logré!",
    left="Salí del programa el {day}.",
    bar="Día {day} de {total}",
    part="Fase {phase}: {days} días",
    part_done="Fase {phase}: {days} días, terminada",
    done_title="Lo que ya hice",
    weeks=("{number} semana", "{number} semanas"),
    being_in="Llevo {weeks} en el programa, desde el {day}.",
    having_been_in="Estuve {weeks} en el programa, desde el {day}.",
    began="Empecé el {day}.",
    meetings=("Fui a {kept} de {number} reunión semanal.", "Fui a {kept} de {number} reuniones semanales."),
    excused=("Falté una vez con permiso.", "Falté {number} veces con permiso."),
    tests=("Cumplí con {kept} de {number} prueba.", "Cumplí con {kept} de {number} pruebas."),
    tasks_done="Tareas hechas:",
    next_title="Lo que sigue",
    meeting="Mi próxima reunión: {day}, {hour}, {place}.",
    no_meeting="Le pregunto a mi equipo cuándo es la próxima reunión.",
    tasks_to_do="Me falta:",
    by_day="{what} (a más tardar el {day})",
    finish="El primer día en que puedo terminar: {day}.",
    decides="Mi equipo decide cuando todo esté hecho.",
    lost_title="Días que no cuentan",
    began_again="El {day} empecé de nuevo en el día 0. Los días anteriores ({days}) no cuentan para los {total}. "
    "Lo que aprendí se queda conmigo.",
    went_back="El {day} volví al comienzo de la fase {phase}.",
    days=("{number} día", "{number} días"),
    paused="Desde el {day} estuve {where} durante {days}. Mi último día se movió el mismo número de días.",
    paused_now="Desde el {day} estoy {where}: {days} hasta hoy. Mi último día se mueve el mismo número de días.",
    places={
        PauseKind.CUSTODY: "bajo custodia",
        PauseKind.HOSPITAL: "en el hospital",
        PauseKind.RESIDENTIAL: "en tratamiento residencial",
    },
    help_title="Quién me ayuda",
    leads="{name} dirige mi reunión semanal.",
    team="Mi equipo del tribunal de tratamiento contesta mis preguntas.",
    phone="Teléfono de mi equipo:",
    mine="Esta hoja es mía. Yo decido quién la ve.",
    notice="La norma federal 42 CFR parte 2 prohíbe usar o divulgar estos registros sin autorización.",
    tasks={
        "Needs assessment": "Evaluación de mis necesidades",
        "Orientation": "Orientación",
        "A safe place to sleep": "Un lugar seguro para dormir",
        "Housing plan": "Plan de vivienda",
        "Health care arranged": "Atención médica asegurada",
        "Ready for work or school": "Preparación para el trabajo o la escuela",
        "Stable housing": "Vivienda estable",
        "Work or school": "Trabajo o escuela",
        "A sober network": "Una red de personas sobrias",
        "Aftercare plan": "Plan para después del programa",
    },
)

LANGUAGES = {words.language: words for words in (ENGLISH, SPANISH)}
