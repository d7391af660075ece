import pytest

from summit_analysis.lexicons import read_lexicon

SENTENCES = read_lexicon("sentences")
LISTS = [name for name, value in SENTENCES.items() if isinstance(value, list)]


@pytest.mark.parametrize("name", LISTS)
def test_lists_hold_plain_strings_once(name):
    words = SENTENCES[name]
    assert all(isinstance(word, str) and word == word.strip() for word in words)
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("name", sorted(set(LISTS) - {"before_digits"}))
def test_all_but_what_precedes_digits_is_lower_case_without_a_final_stop(name):
    assert all(word == word.lower() and not word.endswith(".") for word in SENTENCES[name])


def test_country_initials_and_words_that_end_sentences_agree():
    assert set(SENTENCES["country_initials"]) <= set(SENTENCES["may_end_sentence"])
    assert set(SENTENCES["titles"]) <= set(SENTENCES["sentence_starters"])


@pytest.mark.parametrize("word", ["no", "art", "p", "is", "in"])
def test_words_that_are_words_are_no_abbreviations(word):
    assert word not in SENTENCES["abbreviations"]


def test_initialisms_are_capitals_and_spellings_lower_case():
    tokens = read_lexicon("tokens")
    assert all(word.isupper() for word in tokens["initialisms"])
    assert all(word == word.lower() for word in tokens["spellings"])
