"""Reasons for which production does not start.

Each reason says what is wrong and which variable to set, in words an operator can act on.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from planner.database import SQLITE

DEVELOPMENT_KEY = "development-only-key-that-production-refuses-to-start-with"
SHORTEST_KEY = 50
FEWEST_DIFFERENT_CHARACTERS = 10

# SQLite's write-ahead log needs memory shared between all processes that open the file and
# locks that hold; file systems served by another machine give neither.
# https://www.sqlite.org/wal.html
NETWORK_FILE_SYSTEMS = frozenset(
    {"9p", "afs", "afpfs", "beegfs", "ceph", "cifs", "davfs", "glusterfs", "gfs2", "gpfs"}
    | {"lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "prl_fs", "smb2", "smb3", "smbfs", "vboxsf"}
    | {"fuse.ceph", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs"}
    | {"virtiofs"}
)


def file_system_of(path: Path, mounts: str) -> str | None:
    """The type of the file system that holds ``path``; None when no mount point fits.

    ``mounts`` is the text of /proc/mounts: one mount a line, the mount point second and the
    type third, blanks written as octal escapes (``man 5 proc_pid_mounts``). Of several mounts
    at one point the last is the one in force.
    """
    best: tuple[int, str] | None = None
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) < 3:
            continue
        point = Path(_unescaped(fields[1]))
        if path.is_relative_to(point) and (best is None or len(point.parts) >= best[0]):
            best = len(point.parts), fields[2]
    return best[1] if best else None


def _unescaped(field: str) -> str:
    for code, character in (("040", " "), ("011", "\t"), ("012", "\n"), ("134", "\\")):
        field = field.replace(f"\\{code}", character)
    return field


def mounts_of_this_machine() -> str | None:
    """The text of /proc/mounts, or None where there is none to read."""
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return None


def reasons(
    *,
    debug: bool,
    secret_key: str,
    allowed_hosts: Sequence[str],
    database: dict[str, Any],
    mounts: str | None,
) -> Iterator[str]:
    """What forbids production with these settings, one sentence each; nothing when all is well."""
    if debug:
        yield "DEBUG is on and would show source code and settings to visitors. Remove DEBUG."
    if secret_key == DEVELOPMENT_KEY or len(secret_key) < SHORTEST_KEY:
        yield (
            f"SECRET_KEY is missing, too short or the development one. Set SECRET_KEY to at least "
            f"{SHORTEST_KEY} random characters, for instance from: openssl rand -base64 48"
        )
    elif len(set(secret_key)) < FEWEST_DIFFERENT_CHARACTERS:
        yield (
            "SECRET_KEY repeats a few characters. Set SECRET_KEY to random ones, for instance "
            "from: openssl rand -base64 48"
        )
    if not allowed_hosts or "*" in allowed_hosts:
        yield (
            "ALLOWED_HOSTS names no host. Set ALLOWED_HOSTS to the names people type, separated "
            "by commas, for instance planner.example.com"
        )
    yield from _network_share(database, mounts)


def _network_share(database: dict[str, Any], mounts: str | None) -> Iterator[str]:
    if database["ENGINE"] != SQLITE or database["NAME"] == ":memory:":
        return
    file = Path(database["NAME"])
    if mounts is None:
        yield (
            f"It cannot be told whether the SQLite database {file} lies on a network share, "
            "because /proc/mounts cannot be read. Set DATABASE_URL to a PostgreSQL database."
        )
        return
    kind = file_system_of(file, mounts)
    if kind in NETWORK_FILE_SYSTEMS:
        yield (
            f"The SQLite database {file} lies on a network share ({kind}), where it can be "
            "damaged. Set DATABASE_URL to a PostgreSQL database, or to a file on a local disk."
        )
