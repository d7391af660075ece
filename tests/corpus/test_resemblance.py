import pandas as pd
import pytest

import summit_analysis as sa
from summit_analysis.errors import CorpusError

WORDS = [f"word{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(600)]


def corpus_of(*texts):
    ids = [f"d{number}" for number in range(len(texts))]
    return sa.from_frame(pd.DataFrame({"doc_id": ids, "text": texts}))


def test_the_same_text_under_two_names_and_one_that_is_nearly_the_same():
    text = " ".join(WORDS[:200]) + "."
    nearly = " ".join([*WORDS[:195], "other", *WORDS[196:200]]) + "."
    other = " ".join(WORDS[300:500]) + "."
    found = sa.duplicates(corpus_of(text, other, text.replace(" ", "\n", 3), nearly))
    assert found[["doc_id", "other", "same"]].values.tolist() == [
        ["d0", "d2", True],
        ["d0", "d3", False],
        ["d2", "d3", False],
    ]
    # 196 runs in all, of which the changed word is in five
    assert found["resemblance"].tolist()[1] == pytest.approx(191 / 201)


def test_order_matters():
    text = " ".join(WORDS[:100])
    assert sa.duplicates(corpus_of(text, " ".join(reversed(WORDS[:100])))).empty


def test_nothing_is_found_and_said():
    found = sa.duplicates(corpus_of("They met.", "They left."))
    assert found.empty
    assert "No two of the 2 documents" in found.attrs["notes"][0]


def test_long_texts_are_compared_by_sample():
    base = " ".join(WORDS)
    half = " ".join(WORDS[:300] + WORDS[:300][::-1])
    found = sa.duplicates(corpus_of(base, half), least=0.1)
    # 296 of 596 + 596 - 296 runs
    assert found["resemblance"].item() == pytest.approx(296 / 896, abs=0.08)


def test_a_formula_of_the_genre_makes_no_duplicates():
    texts = [f"{' '.join(WORDS[n * 5 : n * 5 + 40])} the two leaders met today" for n in range(60)]
    assert sa.duplicates(corpus_of(*texts), least=0.9).empty


@pytest.mark.parametrize("least", [-0.1, 1.5, "much", None, float("nan")])
def test_bad_arguments_are_named(least):
    with pytest.raises(CorpusError, match="least="):
        sa.duplicates(corpus_of("They met."), least=least)
    with pytest.raises(CorpusError, match="not str"):
        sa.duplicates("a folder")


def test_a_crowd_of_near_copies_is_told_of():
    base = " ".join(WORDS[:300])
    few, crowd = (
        sa.duplicates(corpus_of(*(f"{base} {WORDS[300 + n]}" for n in range(number))))
        for number in (50, 60)
    )
    assert len(few) == 50 * 49 / 2
    assert len(few.attrs["notes"]) == 1
    assert len(crowd) < 60 * 59 / 2
    assert crowd.attrs["notes"][1].startswith("60 documents consist largely of runs that more than")
