import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import summit_analysis as sa
from summit_analysis.corpus.tokenising.sentences import paragraph_spans, sentence_spans


def split(text):
    return [text[start:end] for start, end, _ in sentence_spans(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["They met in the U.S.", "The two leaders left."],
        ["They spoke at 9 a.m.", "The call was short."],
        ["The answer was no.", "The leaders left."],
        ["They met at 5 p.m.", "President Biden spoke."],
        ["It was signed by Biden, Jr.", "The text is short."],
        ["“We agree.”", "They left."],
        ["Did they agree?", "Yes!", "They did."],
        ["It was 2022.", "It was cold."],
        ["They serve the people of the U.K.", "In turn, they left."],
        ["They met in Washington, D.C.", "They left."],
        ["The dispute is about No. 5 and No. 6.", "It goes on."],
        ["They opened the “2+2.”", "Both left."],
    ],
)
def test_sentences_end(sentences):
    assert split(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Kishida Fumio met Mrs. Harris, Dr. Kim and Gen. Park in St. Louis.",
        "The Honorable Joseph R. Biden, Jr., President of the United States, spoke.",
        "The U.S. President and the U.S. Vice President spoke.",
        "Resolution No. 5 and Art. 9, para. 3, p. 12 apply.",
        "They met at 9 a.m. in Tokyo.",
        "They discussed the U.S. commitment to the U.N. Charter.",
        "Prime Minister P. J. Patterson spoke.",
        "It grew by 3.5 per cent, i.e. more than in 2021.",
        "They spoke on Jan. 21 with Sen. Smith vs. Rep. Jones.",
        "PRESIDENT X: (As interpreted.) We agree.",
    ],
)
def test_sentences_go_on(sentence):
    assert split(sentence) == [sentence]


def test_a_sentence_never_crosses_a_paragraph():
    assert split("The overview\n\nThey met.") == ["The overview", "They met."]
    assert [number for *_, number in sentence_spans("We met. We left.\n\nAll agreed.")] == [0, 0, 1]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "."])
def test_texts_without_sentences(text):
    assert split(text) == ([text] if text.strip() else [])


def test_seed_has_its_28_sentences_in_their_paragraphs():
    frame = sa.load().sentences
    assert len(frame) == 28
    assert frame["paragraph"].value_counts(sort=False).tolist() == [2, 2, 1, 3, 3, 3, 5, 4, 3, 1, 1]
    assert frame["text"].iloc[1] == "The overview of the meeting is as follows."
    assert frame["text"].iloc[2].endswith("a “Free and Open Indo-Pacific.”")
    assert frame["text"].iloc[5].startswith("The two leaders opposed unilateral attempts")
    assert frame["text"].iloc[-1] == (
        "The two leaders shared the intention to continue their close communication, "
        "including in-person meetings."
    )


@pytest.mark.parametrize("name", ["dev_sentences.json", "dev2_sentences.json"])
def test_sentences_of_the_coded_documents(name):
    path = Path(os.environ.get("SUMMIT_GOLD", "")) / name
    if not path.is_file():
        pytest.skip(f"SUMMIT_GOLD names no folder with {name}")
    for document in json.loads(path.read_text(encoding="utf-8")):
        text = as_text(document)
        assert split(text) == document["sentences"], document["id"]
        indexed = sa.Corpus([sa.Document("a", text)]).sentences["text"].tolist()
        assert indexed == document["sentences"], document["id"]


def as_text(document):
    """The document's text; list items and headings, which no mark ends, are paragraphs there."""
    text = ""
    last = None
    for sentence, number in zip(document["sentences"], document["paragraphs"], strict=True):
        goes_on = number == last and text.rstrip("”’\"')")[-1:] in ".!?:"
        text += (" " if goes_on else "\n\n") + sentence
        last = number
    return text.strip()


@given(st.text(alphabet="Aab .!?\n“”No5U", max_size=80))
def test_every_character_lies_in_exactly_one_sentence(text):
    spans = [(start, end) for start, end, _ in sentence_spans(text)]
    covered = [place for start, end in spans for place in range(start, end)]
    assert len(covered) == len(set(covered))
    assert covered == sorted(covered)
    uncovered = set(range(len(text))) - set(covered)
    assert all(text[place].isspace() for place in uncovered)
    paragraphs = list(paragraph_spans(text))
    for start, end, number in sentence_spans(text):
        assert paragraphs[number][0] <= start < end <= paragraphs[number][1]
