"""What a file is, by its first bytes; its name and what a browser says of it are only claims. Pure."""

from dataclasses import dataclass

HEAD = 64 * 1024  # as much as is looked at


@dataclass(frozen=True)
class Kind:
    media_type: str
    words: str
    endings: tuple[str, ...]  # a name may end so; the first is the usual one


PDF = Kind("application/pdf", "a PDF", (".pdf",))
JPEG = Kind("image/jpeg", "a JPEG picture", (".jpg", ".jpeg"))
PNG = Kind("image/png", "a PNG picture", (".png",))
HEIC = Kind("image/heic", "a HEIC picture", (".heic", ".heif"))
MP4 = Kind("video/mp4", "an MP4 video", (".mp4", ".m4v", ".m4a", ".mov"))
MOV = Kind("video/quicktime", "a QuickTime video", (".mov", ".qt", ".mp4"))
WAV = Kind("audio/wav", "a WAV recording", (".wav",))
MP3 = Kind("audio/mpeg", "an MP3 recording", (".mp3",))
TEXT = Kind("text/plain", "plain text", (".txt", ".csv", ".log", ".md"))

ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1")
CONTROL = frozenset(range(32)) - {9, 10, 12, 13}  # what no text holds


def kind_of(head: bytes) -> Kind | None:
    """What the content is; None where it is none of the kinds that are kept."""
    if head.startswith(b"%PDF-"):
        return PDF
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head[4:8] == b"ftyp":
        return boxed(head[8:12])
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return WAV
    if head.startswith(b"ID3") or is_mp3_frame(head):
        return MP3
    return TEXT if is_text(head) else None


def media_type_of(head: bytes) -> str:
    kind = kind_of(head)
    return kind.media_type if kind else "application/octet-stream"


def boxed(brand: bytes) -> Kind:
    """ISO base media: cameras' pictures and videos share one container."""
    if brand in HEIC_BRANDS:
        return HEIC
    return MOV if brand == b"qt  " else MP4


def is_mp3_frame(head: bytes) -> bool:
    """Eleven bits of synchronisation, then layer III."""
    return len(head) > 2 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2


def is_text(head: bytes) -> bool:
    """UTF-8, perhaps cut within a letter, or an eight-bit alphabet: neither has control characters."""
    return bool(head) and not CONTROL & set(head)


def is_archive(head: bytes) -> bool:
    return head.startswith(ARCHIVES)


def why_not_kept(name: str, head: bytes) -> str:
    """Why a file of this name and content is not kept; empty where it is."""
    if not head:
        return "The file is empty."
    if is_archive(head):
        return "An archive hides what it holds: unpack it, and add its files one by one (office documents as PDF)."
    kind = kind_of(head)
    if kind is None:
        return "This is none of the kinds kept here: PDF, JPEG, PNG, HEIC, MP4, MOV, WAV, MP3 or plain text."
    if not name.lower().endswith(kind.endings):
        return f"By its content “{name}” is {kind.words}. Is it the right file? Then name it {kind.endings[0]} first."
    return ""
