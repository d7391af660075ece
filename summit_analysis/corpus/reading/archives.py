"""Zip archives, read in place: nothing is ever unpacked to the disk."""

import stat
import zipfile
from pathlib import Path, PurePosixPath

from summit_analysis.errors import LoadError

# An archive that would unpack to more is not opened.
MOST_UNPACKED = 4_000_000_000
# Text packs to a fifth or a tenth; a bomb to a thousandth and less.
MOST_RATIO = 200
NEVER_A_BOMB = 10_000_000
MOST_MEMBERS = 500_000


def list_archive(archive: Path, left_out: list[str]) -> list[zipfile.ZipInfo]:
    """List the files in an archive that may be read.

    Args:
        archive: the archive.
        left_out: gets a sentence for each file that leads out of the archive, is a link, is
            locked, or unpacks to far more than text does.

    Raises:
        LoadError: it is no archive, is damaged, or would unpack to too much.
    """
    with open_archive(archive) as opened:
        infos = [info for info in opened.infolist() if not info.filename.endswith("/")]
    total = sum(info.file_size for info in infos)
    if total > MOST_UNPACKED or len(infos) > MOST_MEMBERS:
        raise LoadError(
            f"{archive}: would unpack to {len(infos):,} files of {total / 1e6:,.0f} MB together "
            "and is not opened. Unpack what you need of it."
        )
    safe = []
    seen = set()
    for info in infos:
        if problem := _problem(info):
            left_out.append(f"{archive}/{info.filename}: {problem}")
        elif info.filename in seen:
            left_out.append(f"{archive}/{info.filename}: stands in the archive twice.")
        else:
            seen.add(info.filename)
            safe.append(info)
    return safe


class Archives:
    """Archives that stay open while their files are read: their lists are long to read."""

    def __init__(self) -> None:
        self._opened: dict[Path, zipfile.ZipFile] = {}

    def read(self, archive: Path, member: str, *, path: Path, largest: int) -> bytes:
        """Read one file of an archive.

        Raises:
            LoadError: it is damaged, or larger than its entry says.
        """
        if archive not in self._opened:
            self._opened[archive] = open_archive(archive)
        try:
            with self._opened[archive].open(member) as file:
                data = file.read(largest + 1)
        except KeyError:
            raise LoadError(f"{path}: is no longer in the archive.") from None
        except Exception as error:  # each packing has errors of its own
            raise LoadError(f"{path}: cannot be unpacked ({error}). Pack it again.") from error
        if len(data) > largest:
            raise LoadError(f"{path}: unpacks to more than {largest / 1e6:,.0f} MB; not read.")
        return data

    def close(self) -> None:
        """Close all."""
        for opened in self._opened.values():
            opened.close()
        self._opened.clear()


def open_archive(archive: Path) -> zipfile.ZipFile:
    """Open an archive.

    Raises:
        LoadError: it is none, or damaged.
    """
    try:
        return zipfile.ZipFile(archive)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
        raise LoadError(
            f"{archive}: is no zip archive, or a damaged one ({error}). Fetch or pack it again."
        ) from error


def _problem(info: zipfile.ZipInfo) -> str:
    inside = PurePosixPath(info.filename.replace("\\", "/"))
    if not inside.parts:
        return "has no name; it was not read."
    if inside.is_absolute() or ".." in inside.parts or ":" in inside.parts[0]:
        return "its name leads out of the archive; it was not read."
    if stat.S_ISLNK(info.external_attr >> 16):
        return "is a link and no file; it was not followed."
    if info.flag_bits & 1:
        return "is locked with a password; unpack it."
    if info.file_size > NEVER_A_BOMB and info.file_size > MOST_RATIO * max(info.compress_size, 1):
        return (
            f"would unpack from {info.compress_size / 1e6:.1f} to {info.file_size / 1e6:,.0f} MB, "
            "as bombs do; it was not read."
        )
    return ""
