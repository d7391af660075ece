"""Where the things that travel with the library are: notebooks and the default corpus."""

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
    raise SummitAnalysisError(
        f"{'/'.join(parts)} is not part of this installation (looked in {looked}). "
        "Reinstall summit-analysis, or clone the project for the files that only a checkout has."
    )
