"""The zip container of .docx and .xlsx files, opened with care."""

import io
import zipfile
from pathlib import Path

from summit_analysis.errors import LoadError

MOST_UNPACKED = 200_000_000
MOST_RATIO = 200
# Small parts of plain XML are packed very tightly and do no harm.
NEVER_A_BOMB = 5_000_000


def open_office_file(data: bytes, *, path: Path) -> zipfile.ZipFile:
    """Open an office file's container.

    Raises:
        LoadError: it is no such container, or would unpack to more than it is wise to read.
    """
    try:
        container = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise LoadError(
            f"{path}: is no {path.suffix} file, or a damaged one ({error}). "
            "Open it in the program it was made with and save it again."
        ) from error
    total = sum(info.file_size for info in container.infolist())
    packed = max(len(data), 1)
    if total > MOST_UNPACKED or (total > NEVER_A_BOMB and total > MOST_RATIO * packed):
        raise LoadError(
            f"{path}: would unpack from {packed / 1e6:.1f} to {total / 1e6:,.0f} MB and is not "
            "opened. If you trust it, save its text as a .txt file."
        )
    return container


def part_of(container: zipfile.ZipFile, name: str, *, path: Path) -> bytes | None:
    """Return a part of an office file, `None` if there is no such part.

    Raises:
        LoadError: the part is damaged, locked or larger than it says.
    """
    try:
        info = container.getinfo(name)
    except KeyError:
        return None
    try:
        with container.open(info) as part:
            content = part.read(info.file_size + 1)
    except (zipfile.BadZipFile, RuntimeError, OSError, EOFError, ValueError, MemoryError) as error:
        raise LoadError(f"{path}: its part {name} cannot be read ({error}).") from error
    except Exception as error:  # zlib.error and its like in the other packings
        raise LoadError(f"{path}: its part {name} is damaged ({error}).") from error
    return content
