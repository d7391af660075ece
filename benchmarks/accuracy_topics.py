"""Score the topic lexicon against coded sheets, beside baselines.

Run: `SUMMIT_GOLD=<folder with dev.json, dev_sentences.json, …> python accuracy_topics.py`
With SUMMIT_CORPORA (for `white_house/`) it also cross-validates. The topic models need
scikit-learn.
"""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

import summit_analysis as sa
from summit_analysis.coding import Coded, read_coded, validate
from summit_analysis.corpus.search.many_patterns import find_many
from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.topics import TopicLexicon, topic_evidence, topic_lexicon
from summit_analysis.topics.conditions import Conditions

SHEETS = ("dev", "dev2")
FOLDS = 5
LEAST = 2
# What most people would write down first.
OBVIOUS = {
    "alliance_defence": ["alliance", "defense", "NATO"],
    "regional_order": ["Indo-Pacific", "rules-based", "region"],
    "china": ["China", "Chinese", "PRC"],
    "maritime_disputes": ["South China Sea", "maritime", "Senkaku"],
    "taiwan": ["Taiwan", "cross-Strait", "Taipei"],
    "north_korea": ["North Korea", "DPRK", "denuclear*"],
    "russia_ukraine": ["Russia*", "Ukrain*", "Putin"],
    "middle_east": ["Israel*", "Gaza", "Iran*"],
    "other_regions": ["Afghanistan", "Africa*", "Haiti"],
    "nuclear_disarmament": ["nuclear weapon*", "disarmament", "NPT"],
    "human_rights_democracy": ["human rights", "democra*", "rule of law"],
    "trade_economy": ["trade", "econom*", "investment*"],
    "economic_security": ["supply chain*", "economic security", "export control*"],
    "technology_cyber": ["technolog*", "cyber*", "digital"],
    "space": ["space", "satellite*", "lunar"],
    "energy": ["energy", "oil", "gas"],
    "climate_environment": ["climate", "emission*", "environment*"],
    "health": ["health", "pandemic*", "vaccin*"],
    "development_humanitarian": ["humanitarian", "development", "food security"],
    "migration": ["migra*", "border*", "asylum"],
    "terrorism_crime": ["terror*", "traffick*", "hostage*"],
    "people_exchange": ["people-to-people", "education*", "student*"],
    "multilateral_institutions": ["United Nations", "G7", "ASEAN"],
    "bilateral_ties": ["relationship", "partnership", "friendship"],
}


def gold_folder() -> Path:
    """Return the folder of coded sheets that SUMMIT_GOLD names."""
    if "SUMMIT_GOLD" not in os.environ:
        raise SystemExit("Set SUMMIT_GOLD to the folder with the coded sheets.")
    return Path(os.environ["SUMMIT_GOLD"])


def read_sheets(folder: Path) -> tuple[sa.Corpus, Coded]:
    """Read the sheets as one, and the texts they were made of."""
    texts, topics, rows = {}, {}, []
    for name in SHEETS:
        coded = read_coded(folder / f"{name}.json")
        texts |= coded.texts
        topics |= coded.topics
        for document in json.loads((folder / f"{name}_sentences.json").read_text()):
            text, before = "", None
            for sentence, paragraph in zip(
                document["sentences"], document["paragraphs"], strict=True
            ):
                text += "" if before is None else " " if paragraph == before else "\n\n"
                text += sentence
                before = paragraph
            rows.append({"doc_id": document["id"], "text": text, "title": document["title"]})
    return sa.from_frame(pd.DataFrame(rows)), Coded(" and ".join(SHEETS), texts, topics, {})


def micro(found: pd.DataFrame, coded: Coded) -> pd.Series:
    """Score found topics; only the pooled row."""
    return validate(found, coded, resamples=200).set_index("label").loc["micro"]


def three_words() -> TopicLexicon:
    """Make a lexicon of the three most obvious words of each topic."""
    return topic_lexicon({"topics": {name: {"entries": words} for name, words in OBVIOUS.items()}})


def topic_model(coded: Coded, kind: str) -> pd.DataFrame:
    """Fit NMF or LDA on the coded sentences, and map its topics as favourably as possible.

    Every number of components and every threshold below is tried, each component stands for the
    topic it agrees with best on the very sentences it is scored on, and the best run is kept.
    """
    from sklearn.decomposition import NMF, LatentDirichletAllocation
    from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

    keys = sorted(coded.topics)
    labels = sorted(set().union(*coded.topics.values()))
    truth = np.array([[label in coded.topics[key] for label in labels] for key in keys])
    sentences = [coded.texts[key] for key in keys]
    vectorizer = TfidfVectorizer if kind == "NMF" else CountVectorizer
    words = vectorizer(stop_words="english", min_df=2).fit_transform(sentences)
    best: tuple[float, np.ndarray] = (-1.0, np.zeros_like(truth))
    for components in (24, 36, 48):
        model = (
            NMF(components, init="nndsvda", max_iter=600, random_state=0)
            if kind == "NMF"
            else LatentDirichletAllocation(components, max_iter=30, random_state=0)
        )
        weights = model.fit_transform(words)
        weights = weights / np.maximum(weights.sum(axis=1, keepdims=True), 1e-12)
        for threshold in (0.1, 0.2, 0.3, 0.5):
            there = weights >= threshold
            overlap = there.T.astype(int) @ truth.astype(int)
            f1 = 2 * overlap / np.maximum(there.sum(0)[:, None] + truth.sum(0)[None], 1)
            mapped = np.zeros_like(truth)
            for component, label in enumerate(f1.argmax(axis=1)):
                mapped[:, label] |= there[:, component]
            score = 2 * (mapped & truth).sum() / (mapped.sum() + truth.sum())
            if score > best[0]:
                best = score, mapped
    rows = [(*keys[row], labels[column]) for row, column in np.argwhere(best[1])]
    return pd.DataFrame(rows, columns=["doc_id", "sentence", "topic"])


def support(index: TokenIndex, lexicon: TopicLexicon) -> dict[Any, np.ndarray]:
    """Find the documents in which each entry stands, and in which each condition bears on it."""
    patterns: dict[str, int] = {}
    for entry in lexicon.entries:
        for pattern in (entry.pattern, *(p for own in _conditions(entry).values() for p in own)):
            patterns.setdefault(pattern, len(patterns))
    numbers, firsts, lasts = find_many(index, list(patterns))
    bounds = np.searchsorted(numbers, np.arange(len(patterns) + 1))
    conditions = Conditions(index, patterns, bounds, firsts, lasts)
    found: dict[Any, np.ndarray] = {}
    for number, entry in enumerate(lexicon.entries):
        place = patterns[entry.pattern]
        own = slice(bounds[place], bounds[place + 1])
        first, last = firsts[own], lasts[own]
        sentences = index.sentence_of(first)
        documents = index.document_of(sentences)
        found[number] = np.unique(documents)
        for kind, listed in _conditions(entry).items():
            for pattern in listed:
                if kind == "cancelled_by":
                    bears = conditions.overlap((pattern,), first, last)
                elif kind in ("needs", "unless"):
                    bears = conditions.in_sentence((pattern,))[sentences]
                else:
                    bears = conditions.in_document((pattern,))[documents]
                found[number, kind, pattern] = np.unique(documents[bears])
    return found


def without(
    lexicon: TopicLexicon, found: dict[Any, np.ndarray], held_out: set[int]
) -> TopicLexicon:
    """Leave out every entry and condition that rests on the held-out documents.

    What stays is a proper name, or stands (a condition: bears on its entry) in at least two
    documents that are not held out.
    """

    def earned(key: Any, pattern: str) -> bool:
        proper = any(character.isupper() for character in pattern)
        elsewhere = sum(int(document) not in held_out for document in found[key])
        return proper or elsewhere >= LEAST

    kept = []
    for number, entry in enumerate(lexicon.entries):
        if not earned(number, entry.pattern):
            continue
        conditions = {
            kind: tuple(p for p in listed if earned((number, kind, p), p))
            for kind, listed in _conditions(entry).items()
        }
        # Without any word left that it needs, an entry has not been seen to count.
        if any(entry_needs and not conditions[kind] for kind, entry_needs in _needed(entry)):
            continue
        kept.append(replace(entry, **conditions))
    return replace(lexicon, entries=tuple(kept))


def cross_validated(corpus: sa.Corpus, coded: Coded, folder: Path) -> pd.DataFrame:
    """Score each fold with what the documents outside it support."""
    lexicon = topic_lexicon()
    large = sa.load(folder / "white_house")
    found = support(large.index, lexicon)
    parts = []
    for fold in range(FOLDS):
        ids = [document.doc_id for document in corpus.documents[fold::FOLDS]]
        held_out = {
            large.place(doc_id) for doc_id in ids if doc_id in large.metadata["doc_id"].values
        }
        own = corpus.where(doc_id=ids)
        parts.append(topic_evidence(own, without(lexicon, found, held_out)))
    return pd.concat(parts, ignore_index=True)


def _conditions(entry: Any) -> dict[str, tuple[str, ...]]:
    names = ("cancelled_by", "needs", "unless", "with_document", "unless_document")
    return {name: getattr(entry, name) for name in names}


def _needed(entry: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in ("needs", "with_document"):
        yield name, getattr(entry, name)


def main() -> None:
    """Print the table, and the lexicon's row for each topic."""
    corpus, coded = read_sheets(gold_folder())
    runs = {
        "lexicon, in-sample": topic_evidence(corpus),
        "three obvious words a topic": topic_evidence(corpus, three_words()),
    }
    if "SUMMIT_CORPORA" in os.environ:
        runs["lexicon, cross-validated"] = cross_validated(
            corpus, coded, Path(os.environ["SUMMIT_CORPORA"])
        )
    try:
        runs |= {f"{kind}, mapped favourably": topic_model(coded, kind) for kind in ("NMF", "LDA")}
    except ImportError:
        print("Without scikit-learn: no topic models.", file=sys.stderr)
    print("| run | precision | recall | micro-F1 | 95 % |\n|---|---|---|---|---|")
    for name, found in runs.items():
        row = micro(found, coded)
        print(
            f"| {name} | {row['precision']:.3f} | {row['recall']:.3f} | {row['f1']:.3f} | "
            f"{row['f1_low']:.2f} to {row['f1_high']:.2f} |"
        )
    print("\n| topic | coded | precision | recall | F1 | kappa |\n|---|---|---|---|---|---|")
    for row in validate(topic_evidence(corpus), coded).itertuples():
        print(
            f"| {row.label} | {row.coded} | {row.precision:.2f} | {row.recall:.2f} | "
            f"{row.f1:.2f} | {row.kappa:.2f} |"
        )


if __name__ == "__main__":
    main()
