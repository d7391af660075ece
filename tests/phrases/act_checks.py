"""What the tests of acts share: a corpus of one made-up text, and its acts in short."""

import pandas as pd

import summit_analysis as sa

OPENING = (
    "Prime Minister Tovan Iresk of Keldrava met with President Halla Mirrow of Sorrelay in Temmis. "
)


def corpus_of(text: str, **metadata: str) -> sa.Corpus:
    return sa.from_frame(
        pd.DataFrame([{"doc_id": "a", "text": text, **metadata}]), text="text", id="doc_id"
    )


def acts_of(text: str, *columns: str, opening: str = OPENING) -> list[tuple[object, ...]]:
    """The acts of a text after an opening that names the parties, without the opening's own."""
    found = sa.acts(corpus_of(opening + text))
    rest = found[found["start"] >= len(opening)]
    return list(rest[list(columns or ("match", "actor"))].itertuples(index=False, name=None))
