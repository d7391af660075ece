"""Where the things that travel with the library are: notebooks and the default corpus."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

from summit_analysis.errors import SummitAnalysisError

PACKAGE = Path(__file__).resolve().parent


def bundled(*parts: str) -> Path:
    """Find something the project carries, in a checkout and in an installed wheel alike.

    A wheel holds `notebooks/` and `data/` inside the package, under `_bundled/`; a checkout has
    them beside it.

    Args:
        *parts: the path below the project's top folder, as in `bundled("data", "readouts")`.

    Returns:
        The path, which exists.

    Raises:
        SummitAnalysisError: nothing of that name travels with this installation.

    Example:
        >>> bundled("data", "readouts").name
        'readouts'
    """
    roots = (PACKAGE / "_bundled", PACKAGE.parent)
    for root in roots:
        path = root.joinpath(*parts)
        if path.exists():
            return path
    looked = " and ".join(str(root) for root in roots)
    near = _near_names(roots, parts)
    remedy = (
        f"There is {' and '.join(near)}."
        if near
        else "Reinstall summit-analysis, or clone the project for the files that only a checkout "
        "has."
    )
    raise SummitAnalysisError(
        f"{'/'.join(parts)} is not part of this installation (looked in {looked}). {remedy}"
    )


def _near_names(roots: Iterable[Path], parts: Sequence[str]) -> list[str]:
    """List the paths that are there and look like one that is not, from its first wrong part on."""
    steps = [step for part in parts for step in Path(part).parts]
    near: set[str] = set()
    for root in roots:
        right = 0
        while right < len(steps) and root.joinpath(*steps[: right + 1]).exists():
            right += 1
        folder = root.joinpath(*steps[:right])
        there = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
        for name in get_close_matches(steps[right], there, n=2):
            near.add("/".join([*steps[:right], name]))
    return sorted(near)
