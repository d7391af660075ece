"""A text that does not look English is analysed all the same, with one warning a corpus."""

import warnings

import pytest

import summit_analysis as sa
from summit_analysis.errors import CorpusError, SummitAnalysisWarning

CALLS = {
    "acts": sa.acts,
    "align": lambda corpus: sa.align(corpus, corpus),
    "coverage": sa.coverage,
    "formulas": sa.formulas,
    "frequency": sa.frequency,
    "history": lambda corpus: sa.history(corpus, "la coopération"),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_each_way_in_warns_and_notes(corpus_of, french, call):
    with pytest.warns(SummitAnalysisWarning, match=r"Only \d+ ?% of the tokens"):
        frame = call(corpus_of(french))
    assert "English function words" in frame.attrs["notes"][-1]


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_english_passes(corpus_of, call):
    text = "The two leaders met in Temmis, and they spoke of peace in the strait. " * 5
    frame = call(corpus_of(text))
    assert not any("function words" in note for note in frame.attrs["notes"])


def test_a_corpus_and_its_parts_are_warned_of_once(corpus_of, french):
    corpus = corpus_of(french, french, issuer=["Keldrava", "Sorrelay"])
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        frames = [call(corpus) for name, call in CALLS.items() if name != "align"]
        frames += [sa.frequency(part) for part in corpus.split("issuer").values()]
        frames.append(sa.frequency(corpus.subset(corpus.sentences.head(4))))
    assert len(told) == 1
    assert all("English function words" in frame.attrs["notes"][-1] for frame in frames)


OTHERS = {
    "check_lexicon": sa.check_lexicon,
    "cite": lambda corpus: sa.cite(corpus, None),
    "duplicates": sa.duplicates,
    "leading_formula": sa.leading_formula,
    "named_documents": sa.named_documents,
    "p_frames": sa.p_frames,
    "sheet": sa.sheet,
    "sides": sa.sides,
    "topic_evidence": sa.topic_evidence,
    "uncovered": sa.uncovered,
}


@pytest.mark.parametrize("call", [*CALLS.values(), *OTHERS.values()], ids=[*CALLS, *OTHERS])
def test_what_is_no_corpus_is_refused(call):
    with pytest.raises(CorpusError, match="not str; load"):
        call("a folder")
