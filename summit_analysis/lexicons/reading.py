"""Read a lexicon: data the library decides by, kept as YAML that a reader can inspect."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from summit_analysis.errors import LexiconError

HERE = Path(__file__).parent


def read_lexicon(
    source: str | Path | Mapping[str, Any], *, only: str | None = None
) -> dict[str, Any]:
    """Read a lexicon by its bundled name, from a file of one's own, or from a dict.

    Args:
        source: a bundled name such as `"furniture"`, a path to a YAML file, or a mapping.
        only: the one bundled name that the caller can read; none where it reads any.

    Returns:
        The lexicon's top-level mapping. Treat it as read-only: bundled ones are read once.

    Raises:
        LexiconError: no such lexicon or file, or it is not a YAML mapping.

    Example:
        >>> "mr" in read_lexicon("sentences")["abbreviations"]
        True
    """
    if isinstance(source, Mapping):
        return dict(source)
    path = Path(source)
    if path.suffix in (".yaml", ".yml"):
        return _read_yaml(path)
    bundled_path = HERE / f"{source}.yaml"
    own = "For a lexicon of your own give the path of its .yaml file."
    if only and str(source) != only:
        there = "does not fit here" if bundled_path.exists() else "is not there"
        raise LexiconError(
            f"A lexicon called {str(source)!r} {there}; the bundled one is {only!r}. {own}"
        )
    if not bundled_path.exists():
        names = ", ".join(sorted(p.stem for p in HERE.glob("*.yaml")))
        raise LexiconError(
            f"There is no lexicon called {str(source)!r}. Bundled ones: {names}. {own}"
        )
    return _read_bundled(bundled_path)


def bundled_lexicons(folder: str) -> list[str]:
    """List the bundled lexicons of a folder by the names that `read_lexicon` takes.

    Example:
        >>> "publishers/gov_uk" in bundled_lexicons("publishers")
        True
    """
    return sorted(f"{folder}/{path.stem}" for path in (HERE / folder).glob("*.yaml"))


@cache
def _read_bundled(path: Path) -> dict[str, Any]:
    return _read_yaml(path)


def _read_yaml(path: Path) -> dict[str, Any]:
    import yaml

    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_loader())
    except OSError as error:
        raise LexiconError(f"{path}: cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path}: is not UTF-8 text; save it as UTF-8.") from error
    except yaml.YAMLError as error:
        raise LexiconError(f"{path}: is not well-formed YAML: {error}") from error
    if not isinstance(content, dict):
        raise LexiconError(
            f"{path}: expected `name: value` lines at the top, found {content!r:.60}."
        )
    _refuse_truth_values(content, path)
    return content


def _refuse_truth_values(content: Any, path: Path) -> None:
    """YAML reads an unquoted no, on or off as a truth value, and the word would be lost."""
    if isinstance(content, Mapping):
        for value in content.values():
            _refuse_truth_values(value, path)
    elif isinstance(content, list):
        for value in content:
            if isinstance(value, bool):
                raise LexiconError(
                    f"{path}: a list holds an unquoted yes, no, on or off, which YAML reads as "
                    f"{value}. Put the word in quotes."
                )
            _refuse_truth_values(value, path)


def _loader() -> Any:
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)
