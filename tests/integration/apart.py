"""What the fork server starts with: Django set up, nobody connected, no thread of a library begun."""

import django

django.setup()
