"""Score the act extractor against coded sheets, beside a baseline.

    SUMMIT_GOLD=<folder with dev.json, dev_sentences.json, …> python benchmarks/accuracy_acts.py
    … dev dev2        only these sheets
    … --errors dev    also what was missed, found in excess or classed differently

An act counts as found when the sheet has one with the same verb as printed in the same sentence.
Actor, class and complement are scored over the acts that were found; replies and negation as F1
over all that are coded.
"""

import argparse
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

import summit_analysis as sa
from summit_analysis.phrases.actors.mentions import mention_at
from summit_analysis.phrases.actors.parties import compile_parties, longest
from summit_analysis.phrases.grammar.sentence_items import read_sentences
from summit_analysis.phrases.grammar.word_lists import compile_grammar

FIELDS = {"actor": "actor", "class": "act_class", "complement": "complement"}
FOLDS = 5
Pairs = list[tuple[dict[str, Any] | None, dict[str, Any] | None]]


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("sheets", nargs="*", default=["dev", "dev2"])
    arguments.add_argument("-e", "--errors", action="store_true")
    given = arguments.parse_args()
    head = ("sheet", "method", "coded", "precision", "recall", "F1", *FIELDS, "replies", "negated")
    print(f"| {' | '.join(head)} |\n|{' --- |' * len(head)}")
    for name in given.sheets or ["dev", "dev2"]:
        corpus, spans, coded, skipped = read_sheet(gold_folder(), name)
        pairs = paired(sa.acts(corpus), spans, coded, skipped)
        print(row(name, "acts()", scores(pairs)))
        print(row(name, "baseline", scores(paired(baseline(corpus), spans, coded, skipped))))
        folds = [
            scores([pair for pair in pairs if _document(pair) in documents])
            for documents in folds_of(corpus)
        ]
        print(
            row(
                name,
                f"lowest of {len(folds)} folds",
                {k: min(f[k] for f in folds) for k in folds[0]},
            )
        )
        if given.errors:
            texts = {
                (r.doc_id, r.sentence): corpus[r.doc_id].text[r.start : r.end]
                for r in spans.itertuples()
            }
            show_errors(pairs, texts)


def gold_folder() -> Path:
    """Return the folder of coded sheets that SUMMIT_GOLD names."""
    if "SUMMIT_GOLD" not in os.environ:
        raise SystemExit("Set SUMMIT_GOLD to the folder with the coded sheets.")
    return Path(os.environ["SUMMIT_GOLD"])


def read_sheet(
    folder: Path, name: str
) -> tuple[sa.Corpus, pd.DataFrame, list[dict[str, Any]], set[tuple[str, int]]]:
    """Read a sheet: its corpus, its sentences by place, its acts, and what is not coded."""
    coded = json.loads((folder / f"{name}.json").read_text())
    printed = {d["id"]: d for d in json.loads((folder / f"{name}_sentences.json").read_text())}
    texts, spans, rows, skipped = [], [], [], set()
    for document in coded:
        source, doc_id, text = printed[document["id"]], document["id"], ""
        paragraphs = source.get("paragraphs") or [0] * len(source["sentences"])
        for number, sentence in enumerate(source["sentences"]):
            if number:
                text += " " if paragraphs[number] == paragraphs[number - 1] else "\n\n"
            spans.append((doc_id, number, len(text), len(text) + len(sentence)))
            text += sentence
        given = {key: source.get(key, "") for key in ("title", "date", "issuer")}
        texts.append({"doc_id": doc_id, "text": text, **given})
        for sentence in document["sentences"]:
            rows += [
                {"doc_id": doc_id, "sentence": sentence["i"], **act} for act in sentence["acts"]
            ]
            if sentence.get("skip"):
                skipped.add((doc_id, sentence["i"]))
    corpus = sa.from_frame(pd.DataFrame(texts), text="text", id="doc_id")
    return (
        corpus,
        pd.DataFrame(spans, columns=["doc_id", "sentence", "start", "end"]),
        rows,
        skipped,
    )


def baseline(corpus: sa.Corpus) -> pd.DataFrame:
    """Find every form of an act verb; its subject is the nearest name to the left."""
    grammar, parties = compile_grammar(), compile_parties()
    groups = {"leaders", "sides", "they", "we", "both", "presidents", "ministers"}
    rows = []
    for document, sentences in zip(corpus.documents, read_sentences(corpus), strict=True):
        for sentence in sentences:
            actor = "joint"
            for at, word in enumerate(sentence.words):
                mention = mention_at(sentence, at, parties)
                named = longest(parties.names, sentence.words, at)
                if mention is not None and mention.name:
                    actor = mention.printed[-1]
                elif named is not None:
                    actor = named[1]
                elif word in groups:
                    actor = "joint"
                found = grammar.act_verb(word)
                if found is not None and set(found[1]) & set("ds"):
                    act = {"doc_id": document.doc_id, "start": sentence.starts[at]}
                    act |= {"match": sentence.printed[at], "actor": actor, "complement": ""}
                    act |= {"act_class": grammar.classes[found[0]]}
                    rows.append({**act, "is_reply": False, "negated": False})
    return pd.DataFrame(rows)


def paired(
    found: pd.DataFrame,
    spans: pd.DataFrame,
    coded: list[dict[str, Any]],
    skipped: set[tuple[str, int]],
) -> Pairs:
    """Pair found and coded acts by the sheet's sentence and by the verb as printed, in order."""
    starts = {doc_id: rows for doc_id, rows in spans.groupby("doc_id")}
    pools: dict[tuple[str, int, str], list[dict[str, Any]]] = {}
    for act in found.sort_values(["doc_id", "start"]).to_dict("records"):
        there = starts[act["doc_id"]]
        place = int(there["start"].searchsorted(act["start"], side="right")) - 1
        act["sentence"] = int(there["sentence"].iloc[place])
        key = (act["doc_id"], act["sentence"])
        if key not in skipped:
            pools.setdefault((*key, act["match"].lower()), []).append(act)
    pairs: Pairs = []
    for act in coded:
        pool = pools.get((act["doc_id"], act["sentence"], act["surface"].lower()))
        pairs.append((pool.pop(0) if pool else None, act))
    return pairs + [(act, None) for pool in pools.values() for act in pool]


def scores(pairs: Iterable[tuple[Any, Any]]) -> dict[str, float]:
    """Count what was found, and what was right of it."""
    pairs = list(pairs)
    both = [(f, g) for f, g in pairs if f is not None and g is not None]
    found, coded = sum(f is not None for f, _ in pairs), sum(g is not None for _, g in pairs)
    precision, recall = len(both) / max(found, 1), len(both) / max(coded, 1)
    result = {"coded": coded, "precision": precision, "recall": recall,
              "F1": 2 * precision * recall / max(precision + recall, 1e-9)}  # fmt: skip
    for name, column in FIELDS.items():
        right = sum(str(f[column]).lower() == str(g[name]).lower() for f, g in both)
        result[name] = right / max(len(both), 1)
    for name in ("is_reply", "negated"):
        said = sum(bool(f[name]) for f, _ in pairs if f is not None)
        true = sum(bool(g[name]) for _, g in pairs if g is not None)
        hits = sum(bool(f[name]) and bool(g[name]) for f, g in both)
        result[name] = 2 * hits / (said + true) if said + true else 1.0
    return result


def folds_of(corpus: sa.Corpus) -> list[set[str]]:
    """Deal the documents out in folds, in their order."""
    ids = [document.doc_id for document in corpus]
    return [set(ids[start::FOLDS]) for start in range(min(FOLDS, len(ids)))]


def row(sheet: str, method: str, values: dict[str, float]) -> str:
    """Write a row of the table."""
    numbers = [f"{values['coded']:.0f}", *(f"{v:.3f}" for k, v in values.items() if k != "coded")]
    return f"| {sheet} | {method} | {' | '.join(numbers)} |"


def show_errors(pairs: Pairs, texts: dict[tuple[str, int], str]) -> None:
    """Print what was missed, found in excess or coded differently, sentence by sentence."""
    wrong: dict[tuple[str, int], list[str]] = {}
    for f, g in pairs:
        known = g or f
        assert known is not None
        lines = wrong.setdefault((known["doc_id"], known["sentence"]), [])
        if f is None:
            lines.append(f"   MISS  {known['surface']} | {known['actor']} | {known['class']}")
        elif g is None:
            lines.append(f"   EXTRA {f['match']} | {f['actor']} | {f['act_class']} | {f['rule']}")
        else:
            lines += [
                f"   {name.upper()} {f['match']}: {f[column]!r} for {g[name]!r} | {f['rule']}"
                for name, column in {**FIELDS, "is_reply": "is_reply", "negated": "negated"}.items()
                if str(f[column]).lower() != str(g[name]).lower()
            ]
    for key, lines in sorted(wrong.items()):
        if lines:
            print("\n".join([f"{key[0][:60]} [{key[1]}] {texts.get(key, '')}", *lines]))


def _document(pair: tuple[Any, Any]) -> str:
    return str((pair[1] or pair[0])["doc_id"])


if __name__ == "__main__":
    main()
