"""Who did what with words: the acts of a corpus, one row each."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from summit_analysis.corpus import Corpus
from summit_analysis.corpus.search.evidence_rows import COLUMNS as EVIDENCE
from summit_analysis.frames import finish
from summit_analysis.phrases.actors.memory import Memory
from summit_analysis.phrases.actors.parties import Parties, compile_parties, longest
from summit_analysis.phrases.actors.people import learn_people
from summit_analysis.phrases.actors.speaking import issuer_country, note_speaker
from summit_analysis.phrases.grammar.complements import modifiers_of
from summit_analysis.phrases.grammar.sentence_items import Sentence, read_sentences, read_title
from summit_analysis.phrases.grammar.word_lists import Grammar, Source, compile_grammar
from summit_analysis.phrases.speech_acts.absence import why_none
from summit_analysis.phrases.speech_acts.act_classes import class_of
from summit_analysis.phrases.speech_acts.replies import link_replies
from summit_analysis.phrases.speech_acts.sentence_walk import find_acts
from summit_analysis.phrases.speech_acts.strength_scales import in_words, read_scales
from summit_analysis.phrases.speech_acts.walk_state import Found
from summit_analysis.plurals import counted
from summit_analysis.terms.language import check_english

COLUMNS = (
    *EVIDENCE, "act_id", "verb", "mood", "complement", "actor", "act_class", "modifiers",
    "strength", "negated", "is_reply", "replies_to", "rule",
)  # fmt: skip


def acts(
    corpus: Corpus,
    *,
    lexicon: Source = "acts",
    parties: Source = "parties",
    strength: Source = "strength",
) -> pd.DataFrame:
    """Find who did what with words.

    An act is a verb whose subject is a party and which says what that party communicated, decided,
    undertook, felt officially or did at the meeting. Verbs in complements, in reported content and
    in clauses about the world are none. The word lists are English.

    Args:
        corpus: where to look.
        lexicon: act verbs, nouns and what they say: a bundled name, a YAML file or a mapping.
        parties: countries, groupings and titles; persons are learnt from each document.
        strength: scales of strength.

    Returns:
        One row an act, in the order of the corpus and its texts. Evidence: `doc_id`, `sentence`,
        `start`, `end`, `match` (the verb as printed), `quote`. Then `act_id`; `verb`, its lemma;
        `mood`: plain, will, perfect, progressive, passive, participle, adjective, or inner ("would
        like to thank"); `complement`, the noun that carries the meaning ("expressed support":
        support) or an empty string; `actor`, a canonical name or `joint`; `act_class`: commissive,
        directive, expressive, assertive, declarative or procedural (Searle 1976, the meeting itself
        kept apart); `modifiers` that grade it; `strength`, its step on each scale that covers it;
        `negated`; `is_reply`, where the text presents the act as an answer, and `replies_to`, the
        `act_id` of what it answers, where there is one; `rule`, what found it.

    Raises:
        LexiconError: a lexicon is malformed.

    Example:
        >>> import summit_analysis as sa
        >>> found = acts(sa.load())
        >>> found.loc[found["is_reply"], ["actor", "verb", "complement"]].head(2).values.tolist()
        [['Biden', 'express', 'support'], ['Biden', 'offer', 'support']]
    """
    language = check_english(corpus)
    grammar = compile_grammar(lexicon)
    known = compile_parties(parties)
    scales = read_scales(strength)
    rows: list[dict[str, Any]] = []
    documents = read_sentences(corpus)
    for document, sentences in zip(corpus.documents, documents, strict=True):
        found = list(_document_acts(corpus, document.metadata, sentences, grammar, known))
        link_replies(found)
        for row in found:
            row["strength"] = in_words(row, scales)
        rows += found
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return finish(
        frame,
        title="Acts",
        notes=[*_notes(frame, corpus, documents, grammar, known), *language],
    )


def _document_acts(
    corpus: Corpus,
    metadata: Mapping[str, Any],
    sentences: list[Sentence],
    grammar: Grammar,
    known: Parties,
) -> Iterator[dict[str, Any]]:
    given = "title" not in str(metadata.get("inferred") or "")
    title = str(metadata.get("title") or "") if given else ""
    titled = [read_title(title), *sentences]
    people = learn_people(titled, known, finite_words=grammar.finite_words)
    for name in re.split(r"[;,]", str(metadata.get("parties") or "")):
        people.add_country(name.strip(), known)
    memory = Memory(known, people)
    memory.starters = known.starters | people.first_words | people.countries.keys()
    index = corpus.index
    memory.year = int(getattr(metadata.get("date"), "year", 0) or 0)
    memory.finite_words = grammar.finite_words
    doc_id = corpus.documents[sentences[0].doc].doc_id if sentences else ""
    headline = read_title(str(metadata.get("title") or ""))
    memory.own = issuer_country(metadata, memory, headline, doc_id)
    memory.own_given = bool(memory.own)
    memory.own = memory.own or _own_country(memory, sentences)
    note_speaker(memory, metadata, headline, sentences)
    carried = ("", "")
    for sentence in sentences:
        document = corpus.documents[sentence.doc]
        found = find_acts(sentence, memory, grammar, carried=carried)
        carried = _carried(sentence, found, carried)
        start, end = (
            int(index.sentence_starts[sentence.place]),
            int(index.sentence_ends[sentence.place]),
        )
        before = ""
        for act in found:
            verb = act.predicate.verb
            name, noun, noun_at, why = class_of(
                sentence, act.predicate, act.subject, memory, grammar
            )
            if act.reply and act.predicate.lemma in ("agree", "concur") and before == "assertive":
                # To agree with what was stated is to state it.
                name = name if "to" in sentence.words[verb + 1 : verb + 2] else "assertive"
            before = name
            first, last = sentence.starts[verb], sentence.ends[verb]
            yield {
                "doc_id": document.doc_id,
                "sentence": int(index.sentence_numbers[sentence.place]),
                "start": first,
                "end": last,
                "match": document.text[first:last],
                "quote": document.text[start:end],
                "act_id": f"{document.doc_id}:{first}",
                "verb": act.predicate.lemma,
                "mood": act.predicate.mood,
                "complement": noun,
                "actor": act.actor,
                "act_class": name,
                "modifiers": ", ".join(modifiers_of(sentence, act.predicate, noun_at, grammar)),
                "strength": "",
                "negated": act.predicate.negated,
                "is_reply": act.reply,
                "replies_to": "",
                "rule": f"{act.rule}; class by {why}",
            }


def _own_country(memory: Memory, sentences: list[Sentence]) -> str:
    """Guess the issuer's country: the first person's, or the one most named that no one is of."""
    parties = memory.parties
    if memory.people.in_order and memory.people.in_order[0].country in parties.countries:
        return memory.people.in_order[0].country
    others = {person.country for person in memory.people.in_order}
    counts: Counter[str] = Counter()
    for sentence in sentences:
        for place, word in enumerate(sentence.words):
            if word in parties.names:
                named = longest(parties.names, sentence.words, place)
                if named is not None and named[1] in parties.countries - others:
                    counts[named[1]] += 1
    return min(counts, key=lambda name: (-counts[name], name)) if counts else ""


def _carried(sentence: Sentence, found: list[Found], carried: tuple[str, str]) -> tuple[str, str]:
    """Keep the actor of a list's introduction until a sentence has a subject of its own."""
    if sentence.colon:
        we = sentence.words[0] == "we" or (
            bool(found) and found[0].subject is not None and found[0].subject.kind == "we"
        )
        return (found[-1].actor if found else "joint"), "bds" if we else "ds"
    if any(act.subject is not None and act.subject.kind == "we" for act in found):
        return found[0].actor, "b"
    if found and found[0].subject is not None:
        return "", ""
    return carried


def _notes(
    frame: pd.DataFrame,
    corpus: Corpus,
    documents: Sequence[Sequence[Sentence]],
    grammar: Grammar,
    known: Parties,
) -> list[str]:
    if frame.empty:
        return [why_none(corpus.index, documents, grammar, known)]
    there = f"{frame['doc_id'].nunique():,} of {counted(len(corpus), 'document')}"
    return [f"{counted(len(frame), 'act')} in {there}."]
