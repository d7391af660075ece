"""The made-up series, its key, and small corpora."""

from collections.abc import Callable

import pytest
import yaml

import summit_analysis as sa


@pytest.fixture(scope="session")
def series() -> sa.Corpus:
    return sa.load(sa.bundled("data", "examples", "series"))


@pytest.fixture(scope="session")
def fact() -> Callable[[str], dict]:
    """Look a planted fact up by its id."""
    key = yaml.safe_load(sa.bundled("data", "examples", "key.yaml").read_text(encoding="utf-8"))
    facts = {fact["id"]: fact for fact in key["facts"]}
    return facts.__getitem__


@pytest.fixture(scope="session")
def corpus_of() -> Callable[..., sa.Corpus]:
    """Make a corpus of texts, named d0, d1, …"""

    def make(*texts: str, name: str = "made up", **columns: list) -> sa.Corpus:
        metadata = [
            dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)
        ]
        return sa.Corpus(
            [
                sa.Document(f"d{i}", text, metadata[i] if metadata else {})
                for i, text in enumerate(texts)
            ],
            name=name,
        )

    return make


@pytest.fixture(scope="session")
def french() -> str:
    return (
        "Le Président de la République a reçu le Premier ministre à l'Élysée. Les deux dirigeants "
        "ont exprimé leur volonté de renforcer la coopération dans la région, en vue de la paix et "
        "de la stabilité. Ils ont souligné leur attachement au droit international et à la liberté "
        "de navigation. On a aussi parlé de l'énergie, et le ministre a dit que son pays suivra."
    )
