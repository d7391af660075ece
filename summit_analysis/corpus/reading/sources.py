"""From a path to the files to read: in folders, and in zip archives without unpacking them."""

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from summit_analysis.corpus.reading.archives import Archives, list_archive
from summit_analysis.corpus.reading.metadata_tables import TABLE_NAMES
from summit_analysis.corpus.reading.readers.registry import READERS, cannot_be_read, kind_of
from summit_analysis.errors import LoadError

# What stands beside documents without being one.
NOT_DOCUMENTS = ("readme", "license", "licence", "copying", "robots")
# Files up to this size are read unless load(…, largest=…) says otherwise.
LARGEST = 100_000_000
KINDS = (*READERS, ".zip")


@dataclass(frozen=True)
class Source:
    """A file to read, in a folder or in an archive.

    Attributes:
        path: where it is; for a member of an archive, its path as if the archive were a folder.
        root: the path it was found below.
        size: its bytes, unpacked.
        archive: the archive it is in.
        member: its name there.
    """

    path: Path
    root: Path
    size: int
    archive: Path | None = None
    member: str = ""

    @property
    def base(self) -> Path:
        """The folder that `file` in the metadata counts from."""
        return self.root if self.root.is_dir() else self.root.parent

    def read(self, archives: Archives, *, largest: int = LARGEST) -> bytes:
        """Return the file's bytes.

        Args:
            archives: keeps the archives open that files are read from.
            largest: the most bytes.

        Raises:
            LoadError: it cannot be opened, or is larger than `largest` bytes.
        """
        if self.size > largest:
            raise LoadError(
                f"{self.path}: is {self.size / 1e6:,.0f} MB, more than the {largest / 1e6:,.0f} MB "
                "that are read of one file. If it is meant to be that large: "
                f"load(…, largest={-(-self.size // 10**6)})."
            )
        if self.archive:
            return archives.read(self.archive, self.member, path=self.path, largest=largest)
        if self.path.exists() and not self.path.is_file():
            raise LoadError(f"{self.path}: is no ordinary file. Take it out of the folder.")
        try:
            with self.path.open("rb") as file:
                return file.read(largest + 1)
        except OSError as error:
            raise LoadError(
                f"{self.path}: cannot be opened ({error.strerror}). "
                "Check that it is there and readable."
            ) from error


@dataclass
class Found:
    """What there is below a path: files to read, and metadata tables inside archives."""

    sources: list[Source] = field(default_factory=list)
    tables: dict[Path, Source] = field(default_factory=dict)


def find_sources(root: Path, left_out: list[str]) -> Found:
    """Find the files to read below a path, in the order of their names.

    Args:
        root: a file, a zip archive or a folder.
        left_out: gets a sentence for each file that cannot be read.

    Raises:
        LoadError: there is no such path, or it is one file of a kind that cannot be read.
    """
    found = Found()
    try:
        there = root.exists()
    except (OSError, ValueError):
        there = False
    if not there:
        raise LoadError(f"{root}: there is no such file or folder. Check the spelling of the path.")
    if not root.is_dir():
        if root.suffix.lower() == ".zip":
            _add_archive(root, root, found, left_out)
        elif kind_of(root):
            found.sources.append(Source(root, root, _size(root)))
        else:
            raise LoadError(f"{cannot_be_read(root)} Readable kinds are {', '.join(KINDS)}.")
        return found
    for file in _files_below(root, left_out):
        if not _is_document(file.relative_to(root).parts):
            continue
        if file.suffix.lower() == ".zip":
            try:
                _add_archive(file, root, found, left_out)
            except LoadError as error:
                left_out.append(str(error))
        elif kind_of(file):
            found.sources.append(Source(file, root, _size(file)))
        else:
            left_out.append(cannot_be_read(file))
    return found


def _add_archive(archive: Path, root: Path, found: Found, left_out: list[str]) -> None:
    for info in sorted(list_archive(archive, left_out), key=lambda info: info.filename):
        inside = PurePosixPath(info.filename.replace("\\", "/"))
        path = archive.joinpath(*inside.parts)
        source = Source(path, root, info.file_size, archive, info.filename)
        if inside.name.lower() in TABLE_NAMES:
            found.tables[path] = source
        elif not _is_document(inside.parts):
            continue
        elif kind_of(inside):
            found.sources.append(source)
        elif inside.suffix.lower() == ".zip":
            left_out.append(f"{path}: is an archive in an archive and was not opened; unpack it.")
        else:
            left_out.append(cannot_be_read(path))


def _is_document(parts: tuple[str, ...]) -> bool:
    """Say whether a file is one to read: not hidden, no metadata table, no licence."""
    name = PurePosixPath(parts[-1])
    return not (
        any(part.startswith((".", "__", "~$")) for part in parts)
        or name.name.lower() in TABLE_NAMES
        or name.stem.lower() in NOT_DOCUMENTS
    )


def _size(path: Path) -> int:
    try:
        found = path.stat()
    except OSError:
        return 0
    return found.st_size if stat.S_ISREG(found.st_mode) else 0


def _files_below(root: Path, left_out: list[str]) -> list[Path]:
    """List the files below a folder by name, through links to folders but never in circles."""

    def note(error: OSError) -> None:
        left_out.append(f"{error.filename}: cannot be opened ({error.strerror}).")

    files = []
    visited = set()
    for folder, folders, names in os.walk(root, followlinks=True, onerror=note):
        folders.sort()
        real = os.path.realpath(folder)
        if real in visited:
            folders.clear()
            continue
        visited.add(real)
        files += [Path(folder, name) for name in names]
    return sorted(files, key=lambda path: path.relative_to(root).as_posix())
