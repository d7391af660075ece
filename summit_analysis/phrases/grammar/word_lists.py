"""The act grammar's word lists, compiled from the lexicons for quick look-up."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from summit_analysis.lexicons import read_lexicon
from summit_analysis.phrases.grammar.inflection import verb_forms

Source = str | Path | Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Grammar:
    """Everything the act grammar knows about words.

    Attributes:
        verbs: of an inflected form, its lemma and the letters of `verb_forms`; act verbs first.
        classes: of an act verb's lemma, the class it has on its own.
        needs: of a lemma, the words of which one must follow for it to be an act.
        nouns: of a noun's lemma, the class it gives to a carrier.
        adjectives: of a predicate adjective, its class.
        half_carriers: of a lemma, the classes of the nouns that count after it.
        with_word: of a lemma, the class that a word after it gives.
        sets: every other list of the lexicons, by name.
        finite_words: the forms of act verbs that can stand after a subject.
    """

    verbs: Mapping[str, tuple[str, str]]
    classes: Mapping[str, str]
    needs: Mapping[str, frozenset[str]]
    nouns: Mapping[str, str]
    adjectives: Mapping[str, str]
    half_carriers: Mapping[str, tuple[str, ...]]
    with_word: Mapping[str, Mapping[str, str]]
    sets: Mapping[str, frozenset[str]]
    finite_words: frozenset[str]

    def act_verb(self, word: str) -> tuple[str, str] | None:
        """Return lemma and form letters of a word that is a form of an act verb."""
        found = self.verbs.get(word)
        return found if found is not None and found[0] in self.classes else None


def compile_grammar(acts: Source = "acts", words: Source = "grammar") -> Grammar:
    """Compile the lexicons of act verbs and function words.

    Args:
        acts: the lexicon of act verbs: a bundled name, a YAML file or a mapping.
        words: the lexicon of function words.

    Returns:
        The grammar's word lists.

    Example:
        >>> grammar = compile_grammar()
        >>> grammar.act_verb("underscored"), grammar.nouns["intention"]
        (('underscore', 'dn'), 'commissive')
    """
    if isinstance(acts, str) and isinstance(words, str):
        return _compile_bundled(acts, words)
    return _compile(read_lexicon(acts), read_lexicon(words))


@cache
def _compile_bundled(acts: str, words: str) -> Grammar:
    return _compile(read_lexicon(acts), read_lexicon(words))


def _compile(acts: Mapping[str, Any], words: Mapping[str, Any]) -> Grammar:
    classes = {verb: name for name, verbs in acts["verbs"].items() for verb in verbs}
    spellings = acts["spellings"]
    irregular = acts["irregular"]
    verbs: dict[str, tuple[str, str]] = {}
    common = [verb for verb in words["common_verbs"] if verb not in classes]
    for lemma in [*classes, *common]:
        for form, letters in verb_forms(lemma, irregular).items():
            verbs.setdefault(form, (lemma, letters))
    for british, american in spellings.items():
        for form, letters in verb_forms(british, irregular).items():
            verbs.setdefault(form, (american, letters))
    for form, lemma in acts["doubled_variants"].items():
        verbs[form] = (lemma, "g" if form.endswith("ing") else "dn")
    lists = {
        name: frozenset(v) for d in (acts, words) for name, v in d.items() if isinstance(v, list)
    }
    return Grammar(
        verbs=verbs,
        classes=classes,
        needs={lemma: frozenset(v) for lemma, v in acts["needs"].items() if v},
        nouns={noun: name for name, nouns in reversed(acts["nouns"].items()) for noun in nouns},
        adjectives={a: name for name, many in acts["adjectives"].items() for a in many},
        half_carriers={lemma: tuple(v) for lemma, v in acts["half_carriers"].items()},
        with_word=acts["with_word"],
        sets=lists,
        finite_words=frozenset(
            form
            for form, (lemma, letters) in verbs.items()
            if lemma in classes and set(letters) & set("bds")
        ),
    )
