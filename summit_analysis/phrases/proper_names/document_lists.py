"""Which treaties, statements, frameworks and bodies the texts name, and where first."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from summit_analysis.corpus import Corpus
from summit_analysis.corpus.search.evidence_rows import COLUMNS as EVIDENCE
from summit_analysis.corpus.token_views import index_of
from summit_analysis.corpus.tokenising.tokens import fold
from summit_analysis.frames import finish
from summit_analysis.phrases.proper_names.name_runs import Name, find_names
from summit_analysis.plurals import counted
from summit_analysis.topics.headings import title_sentences, titles_note

COLUMNS = ("name", "acronym", "kind", "count", "documents", *EVIDENCE)


def named_documents(corpus: Corpus) -> pd.DataFrame:
    """List the documents and bodies that the texts name, with their acronyms resolved.

    A title that stands at the head of its text names that text, and not what it speaks of: only a
    name whose acronym it introduces is taken from it.

    Args:
        corpus: where to look.

    Returns:
        One row a name, the commonest first: `name`, `acronym` (as introduced in brackets), `kind`
        (treaty, article, statement, framework or body), `count` (by name or by acronym),
        `documents`, and the first place as evidence: `doc_id`, `sentence`, `start`, `end`,
        `match`, `quote`.

    Example:
        >>> import summit_analysis as sa
        >>> named = named_documents(sa.load())
        >>> named.loc[named["acronym"] == "IPEF", "name"].tolist()
        ['Indo-Pacific Economic Framework']
    """
    index_of(corpus)
    titled = title_sentences(corpus)
    by_document = [
        [name for name in names if name.acronym or not titled[name.sentence]]
        for names in find_names(corpus)
    ]
    acronyms = _acronyms(name for names in by_document for name in names)
    resolved = {acronym: name for name, acronym in acronyms.items()}
    seen: dict[str, list[tuple[int, Name]]] = {}
    for number, names in enumerate(by_document):
        for name in names:
            seen.setdefault(_folded(resolved.get(name.text, name.text)), []).append((number, name))
    counts = {key: [number for number, _ in places] for key, places in seen.items()}
    for acronym, number in _alone(corpus, resolved):
        counts[_folded(resolved[acronym])].append(number)
    rows = [_row(corpus, places, counts[key], acronyms) for key, places in seen.items()]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    notes = [
        f"{counted(len(frame), 'name')}. Counts take in acronyms that a text introduces in "
        "brackets."
    ]
    if frame.empty:
        notes = ["No name of a document or body was found: no capitalised run ends in such a noun."]
    return finish(
        frame,
        title="Named documents and bodies",
        notes=[*notes, *titles_note(titled)],
        order=["count", "documents", "name"],
        descending=["count", "documents"],
    )


def _row(
    corpus: Corpus,
    places: list[tuple[int, Name]],
    counted: list[int],
    acronyms: dict[str, str],
) -> dict[str, object]:
    number, first = places[0]
    index, text = corpus.index, corpus.documents[number].text
    left, right = index.sentence_starts[first.sentence], index.sentence_ends[first.sentence]
    return {
        "name": first.text,
        "acronym": acronyms.get(first.text, ""),
        "kind": first.kind,
        "count": len(counted),
        "documents": len(set(counted)),
        "doc_id": corpus.documents[number].doc_id,
        "sentence": int(index.sentence_numbers[first.sentence]),
        "start": first.start,
        "end": first.end,
        "match": text[first.start : first.end],
        "quote": text[left:right],
    }


def _alone(corpus: Corpus, acronyms: Iterable[str]) -> list[tuple[str, int]]:
    """Find acronyms where they stand for their name: not in the brackets that introduce them."""
    index = corpus.index
    place_of = {word: place for place, word in enumerate(index.vocabulary)}
    wanted = {
        place_of[token]: acronym for acronym in acronyms if (token := fold(acronym)) in place_of
    }
    tokens = np.flatnonzero(np.isin(index.ids, list(wanted)))
    numbers = index.document_of(index.sentence_of(tokens))
    found = []
    for at, number in zip(tokens.tolist(), numbers.tolist(), strict=True):
        acronym, text = wanted[int(index.ids[at])], corpus.documents[number].text
        first, last = int(index.starts[at]), int(index.ends[at])
        if text[first:last] == acronym and "(" not in text[max(0, first - 2) : first]:
            found.append((acronym, number))
    return found


def _acronyms(names: Iterable[Name]) -> dict[str, str]:
    """Give each name the acronym that a text introduces for it; one acronym has one name."""
    given: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        if name.acronym and name.acronym not in taken and name.text not in given:
            given[name.text] = name.acronym
            taken.add(name.acronym)
    return given


def _folded(name: str) -> str:
    return name.replace("’", "'").lower()
