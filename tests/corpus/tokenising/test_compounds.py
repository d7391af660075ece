"""Compounds split at their hyphens."""

from hypothesis import given
from hypothesis import strategies as st

import summit_analysis as sa
from summit_analysis.corpus import Corpus, Document

PARTS = st.sampled_from(["US", "us", "WHO", "Japan", "U.S", "Étienne", "co", "led", "2"])
compounds = st.lists(PARTS, min_size=1, max_size=4).flatmap(
    lambda parts: st.sampled_from(["-", "\u2010", "\u2011"]).map(lambda mark: mark.join(parts))
)
texts = st.lists(compounds, max_size=8).map(" ".join)


@given(st.lists(texts | texts.map(str.upper), max_size=3))
def test_parts_are_those_of_the_whole(found: list[str]) -> None:
    corpus = Corpus([Document(str(number), text) for number, text in enumerate(found)])
    whole, split = corpus.index, corpus.split_index
    parts = [part for i in whole.ids for part in whole.vocabulary[i].split("-")]
    assert [split.vocabulary[i] for i in split.ids] == parts
    document_of = split.document_of(split.sentence_of(range(len(parts))))
    for part, place, start, end in zip(parts, document_of, split.starts, split.ends, strict=True):
        printed = corpus.documents[place].text[start:end]
        assert printed.lower().replace(".", "") == part.lower().replace(".", "")


def test_headings_in_capitals_have_one_reading() -> None:
    text = "JAPAN-US SUMMIT\n\nLET US MEET\n\nWHO-LED TALKS"
    counts = sa.frequency(Corpus([Document("a", text)]), compounds="split")
    assert dict(zip(counts["term"], counts["count"], strict=True))["us"] == 2
    assert {"who", "japan", "led"} <= set(counts["term"])
