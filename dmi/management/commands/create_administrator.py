"""The first account of a desk that starts empty. Everybody else is added on the page of accounts."""

import getpass
import os

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from dmi.accounts import services
from dmi.accounts.models import TaskForce, User
from dmi.accounts.roles import Role
from dmi.errors import RuleBroken

PASSWORD = "ADMINISTRATOR_PASSWORD"  # noqa: S105 (its name in the environment: a command line can be read by others)


class Command(BaseCommand):
    help = f"Names the task force and makes its first administrator; the password is typed, or read from {PASSWORD}."

    def add_arguments(self, parser):
        parser.add_argument("badge")
        parser.add_argument("full_name")
        parser.add_argument("--task-force", help="what it is called, such as “Otter Falls DMI Task Force”")
        parser.add_argument("--time-zone", help="whose days and weeks it keeps, such as America/New_York")

    def handle(self, *, badge, full_name, task_force, time_zone, **_):
        if User.objects.holding("accounts.add_officer").exists():
            raise CommandError("There is an administrator already, who adds everybody else on the page of accounts.")
        clock = User.objects.clock()
        try:
            self.set_up(clock, task_force, time_zone)
            administrator = services.add_officer(
                by=clock, badge=badge, full_name=full_name, roles=[Role.ADMINISTRATOR], password=asked_password()
            )
        except (RuleBroken, ValidationError) as refusal:
            raise CommandError(" ".join(getattr(refusal, "messages", [str(refusal)]))) from refusal
        self.stdout.write(f"{administrator} can sign in with badge {administrator.badge}.")

    def set_up(self, clock, name, time_zone):
        task_force = TaskForce.objects.get()
        if name or time_zone:
            services.change_settings(
                by=clock, task_force=task_force, name=name or task_force.name,
                time_zone=time_zone or task_force.time_zone,
            )  # fmt: skip


def asked_password():
    given = os.environ.get(PASSWORD)
    if given:
        return given
    typed = getpass.getpass("Password, at least 12 characters: ")
    if typed != getpass.getpass("Once more: "):
        raise RuleBroken("The two were not the same; try again.")
    return typed
