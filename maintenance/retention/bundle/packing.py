"""Files in one ZIP, with a manifest that says each by name, bytes and SHA-256. The same files give the same bytes."""

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass

from django.utils.timezone import localtime

MANIFEST, NOTICE = "manifest.json", "withheld.txt"


@dataclass(frozen=True)
class Bundle:
    content: bytes
    manifest: list[dict]

    @property
    def sha256(self):
        return hashlib.sha256(self.content).hexdigest()


def packed(files, *, reference, docket, counsel, withheld, at):
    """`withheld` lines stand in a file of their own: what is kept back is said, and by which rule."""
    files = [*files, (NOTICE, "\n".join([f"Withheld from the disclosure of {reference}:", *withheld, ""]).encode())]
    manifest = [each_of(name, content) for name, content in files]
    said = {"record": reference, "docket": docket, "counsel": counsel, "made_at": at.isoformat(), "files": manifest}
    files.append((MANIFEST, json.dumps(said, ensure_ascii=False, indent=2, sort_keys=True).encode()))
    return Bundle(zipped(files, localtime(at)), manifest)


def each_of(name, content):
    return {"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def zipped(files, at):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name, at.timetuple()[:6]), content, zipfile.ZIP_DEFLATED)
    return kept.getvalue()
