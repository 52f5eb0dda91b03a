#!/usr/bin/env python
"""Django's entry point."""

import os
import sys
from importlib import import_module

from django.conf import settings
from django.core.management import execute_from_command_line

# Arithmetic on a file: an analyst may run it where neither servers nor secrets are.
WITHOUT_SETTINGS = {"analyse_network": "dealers.management.commands.analyse_network"}

if __name__ == "__main__":
    if command := WITHOUT_SETTINGS.get("".join(sys.argv[1:2])):
        settings.configure()
        import_module(command).Command().run_from_argv(sys.argv)
    else:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dmi.settings")
        execute_from_command_line(sys.argv)
