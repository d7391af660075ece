import numpy as np
import pytest

import summit_analysis as sa
from summit_analysis.corpus.search.evidence_rows import COLUMNS, evidence
from summit_analysis.corpus.search.patterns import find

SERIES = sa.load(sa.bundled("data", "examples", "series"))


@pytest.mark.parametrize("pattern", ["the", "peace and stability", "Lanner ... Strait", "s*"])
@pytest.mark.parametrize("corpus", [SERIES, SERIES.where(issuer="Keldrava"), sa.load()])
def test_every_row_can_be_traced_to_its_characters(corpus, pattern):
    firsts, lasts = find(corpus.index, pattern)
    frame = evidence(corpus, firsts, lasts)
    assert tuple(frame.columns) == COLUMNS
    assert len(frame) == len(firsts)
    quotes = corpus.sentences.set_index(["doc_id", "sentence"])["text"]
    for row in frame.itertuples():
        assert corpus[row.doc_id].text[row.start : row.end] == row.match
        assert row.quote == quotes[row.doc_id, row.sentence]
        assert row.match in row.quote


def test_no_match_gives_no_row_but_all_columns():
    nothing = np.array([], dtype=np.int64)
    frame = evidence(SERIES, nothing, nothing)
    assert len(frame) == 0
    assert tuple(frame.columns) == COLUMNS


def test_evidence_of_a_subset_counts_in_the_whole_text():
    rows = SERIES.sentences[SERIES.sentences["sentence"] == 3]
    part = SERIES.subset(rows)
    frame = evidence(part, *find(part.index, "the"))
    assert len(frame) > 0
    assert set(frame["sentence"]) == {3}
    for row in frame.itertuples():
        assert SERIES[row.doc_id].text[row.start : row.end] == row.match
