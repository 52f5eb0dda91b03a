"""Backup and restore: database and files in one encrypted archive, and back into an empty place (docs/decisions/0040).

sealed.py        the archive's outer form: frames that only the key opens and that show every change
archive.py       the files in it and their manifest
database.py      pg_dump, pg_restore, and what the tables come to
making.py        a new archive
restoring.py     an archive checked, and brought back
"""
