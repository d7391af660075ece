import numpy as np
import pytest

import summit_analysis as sa
from summit_analysis.errors import CorpusError


def test_evidence_and_order(series, check_evidence):
    matched = sa.align(series.where(issuer="Keldrava"), series.where(issuer="Sorrelay"))
    check_evidence(matched, series)
    check_evidence(matched, series, "_b")
    assert matched["score"].between(0, 1).all()
    places = list(zip(matched["doc_id"], matched["start"], strict=True))
    assert places == sorted(places)


def test_sentences_on_one_matter_are_matched_and_no_others(series):
    """The key's topics, coded by sentence, say which sentences speak of one matter."""
    import yaml

    key = yaml.safe_load(sa.bundled("data", "examples", "key.yaml").read_text(encoding="utf-8"))
    topics = {
        (doc_id, sentence - 1): {t for t, rows in found.items() if sentence in rows}
        for doc_id, found in key["topics"].items()
        for rows in found.values()
        for sentence in rows
    }
    matched = sa.align(series.where(issuer="Keldrava"), series.where(issuer="Sorrelay"))
    right = [
        bool(
            topics.get((row["doc_id"], row["sentence"]), set())
            & topics.get((row["doc_id_b"], row["sentence_b"]), set())
        )
        for row in matched.to_dict("records")
    ]
    assert len(right) >= 35 and sum(right) / len(right) > 0.95


def test_one_sentence_may_answer_to_two(series):
    matched = sa.align(
        series.where(issuer="Keldrava", summit=6), series.where(issuer="Sorrelay", summit=6)
    )
    strait = matched[matched["match"].str.contains("as well as their determination")]
    assert len(strait) == 2 and set(strait["relation"]) == {"one to many"}


def test_a_similarity_of_ones_own(document):
    a, b = document("a", "We met. We left."), document("b", "They ate. They slept.")
    seen = []

    def similarity(ours, theirs):
        seen.append((list(ours), list(theirs)))
        return np.array([[0.0, 0.9], [0.8, 0.0]])

    matched = sa.align(a, b, similarity=similarity)
    assert seen == [(["We met.", "We left."], ["They ate.", "They slept."])]
    assert matched[["sentence", "sentence_b", "score"]].values.tolist() == [
        [0, 1, 0.9],
        [1, 0, 0.8],
    ]


def test_a_similarity_of_the_wrong_shape_is_refused(document):
    with pytest.raises(CorpusError, match="2 × 1 sentences"):
        sa.align(
            document("a", "We met. We left."),
            document("b", "They ate."),
            similarity=lambda ours, theirs: np.ones((1, 1)),
        )


def test_identical_documents_match_sentence_by_sentence(series):
    one = series.documents[0]
    matched = sa.align(one, one)
    assert (matched["sentence"] == matched["sentence_b"]).sum() == len(sa.Corpus([one]).sentences)
    assert any("same text" in note for note in matched.attrs["notes"])


def test_nothing_in_common(document):
    matched = sa.align(document("a", "We met."), document("b", "Whales sing."))
    assert matched.empty and "no match was found" in " ".join(matched.attrs["notes"])


def test_function_words_alone_match_nothing(document):
    assert sa.align(document("a", "It is what it is."), document("b", "It is what it is.")).empty


@pytest.mark.filterwarnings("ignore:Only 0% of the tokens")
def test_two_documents_of_five_thousand_words(document):
    rng = np.random.default_rng(1)
    words = np.array([f"word{n}" for n in range(1500)])
    texts = [
        " ".join(" ".join(rng.choice(words, 25)).capitalize() + "." for _ in range(200))
        for _ in range(2)
    ]
    a, b = document("a", texts[0]), document("b", texts[1])
    rows = sa.align(a, b)
    assert rows["score"].between(0, 1).all()


@pytest.mark.parametrize("compare", [sa.align, sa.only_in, sa.two_accounts])
def test_titles_are_no_sentences(compare, document):
    a = document("a", "Joint Talks\n\nThey raised whales.", title="Joint Talks")
    b = document("b", "Joint Talks at Noon\n\nThey sang.", title="Joint Talks at Noon")
    frame = compare(a, b)
    assert not frame["quote"].str.startswith("Joint", na=False).any()
    assert "2 titles that stand at the head of a text are left out." in frame.attrs["notes"]
