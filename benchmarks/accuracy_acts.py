"""Score the act extractor against coded sheets, beside a baseline.

Run: `SUMMIT_GOLD=<folder with dev.json, dev_sentences.json, …> python benchmarks/accuracy_acts.py`
"""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

import summit_analysis as sa
from summit_analysis.phrases.extraction import acts

FIELDS = {"actor": "actor", "class": "act_class", "complement": "complement", "verb": "verb"}


def gold_folder() -> Path:
    """Find the coded sheets through SUMMIT_GOLD, or beside SUMMIT_CORPORA."""
    if "SUMMIT_GOLD" in os.environ:
        return Path(os.environ["SUMMIT_GOLD"])
    if "SUMMIT_CORPORA" in os.environ:
        return Path(os.environ["SUMMIT_CORPORA"]).parent / "gold"
    raise SystemExit("Set SUMMIT_GOLD to the folder with the coded sheets.")


def read_sheet(folder: Path, name: str) -> tuple[sa.Corpus, pd.DataFrame, pd.DataFrame]:
    """Read a coded sheet: the corpus, its sentences by place, and one row a coded act."""
    coded = json.loads((folder / f"{name}.json").read_text())
    printed = {d["id"]: d for d in json.loads((folder / f"{name}_sentences.json").read_text())}
    texts, spans, rows = [], [], []
    for document in coded:
        source = printed[document["id"]]
        text = ""
        paragraphs = source.get("paragraphs") or [0] * len(source["sentences"])
        for number, (sentence, paragraph) in enumerate(
            zip(source["sentences"], paragraphs, strict=True)
        ):
            if number:
                text += " " if paragraph == paragraphs[number - 1] else "\n\n"
            spans.append((document["id"], number, len(text), len(text) + len(sentence)))
            text += sentence
        texts.append(
            {
                "doc_id": document["id"],
                "text": text,
                "title": source.get("title", ""),
                "date": source.get("date", ""),
            }
        )
        for sentence in document["sentences"]:
            for order, act in enumerate(sentence["acts"]):
                rows.append(
                    {"doc_id": document["id"], "sentence": sentence["i"], "order": order, **act}
                )
    corpus = sa.from_frame(pd.DataFrame(texts), text="text", id="doc_id")
    return (
        corpus,
        pd.DataFrame(spans, columns=["doc_id", "sentence", "start", "end"]),
        pd.DataFrame(rows),
    )


def place_in_sheet(found: pd.DataFrame, spans: pd.DataFrame) -> pd.DataFrame:
    """Give each act the sheet's own sentence number, by its characters."""
    numbers = []
    by_doc = {doc: rows for doc, rows in spans.groupby("doc_id")}
    for row in found.itertuples():
        there = by_doc[row.doc_id]
        hit = there[(there["start"] <= row.start) & (row.start < there["end"])]
        numbers.append(int(hit["sentence"].iloc[0]) if len(hit) else -1)
    return found.assign(sentence=numbers)


def skipped_sentences(folder: Path, name: str) -> set[tuple[str, int]]:
    """List the sentences of a sheet that are there for context only and not coded."""
    coded = json.loads((folder / f"{name}.json").read_text())
    return {(d["id"], s["i"]) for d in coded for s in d["sentences"] if s.get("skip")}


def match(found: pd.DataFrame, coded: pd.DataFrame) -> list[tuple[Any, Any]]:
    """Pair found and coded acts by sentence and by the verb as printed, in order."""
    pools: dict[tuple[str, int, str], list[Any]] = {}
    for row in found.sort_values(["doc_id", "start"]).itertuples():
        pools.setdefault((row.doc_id, row.sentence, row.match.lower()), []).append(row)
    pairs = []
    for row in coded.to_dict("records"):
        pool = pools.get((row["doc_id"], row["sentence"], row["surface"].lower()))
        pairs.append((pool.pop(0) if pool else None, row))
    for pool in pools.values():
        pairs += [(row, None) for row in pool]
    return pairs


def scores(pairs: Iterable[tuple[Any, Any]]) -> dict[str, float]:
    """Count what was found, and what was right of it."""
    pairs = list(pairs)
    both = [(f, g) for f, g in pairs if f is not None and g is not None]
    found = sum(f is not None for f, _ in pairs)
    coded = sum(g is not None for _, g in pairs)
    precision, recall = len(both) / max(found, 1), len(both) / max(coded, 1)
    result = {
        "coded": coded,
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / max(precision + recall, 1e-9),
    }
    for name, column in FIELDS.items():
        right = sum(str(getattr(f, column)).lower() == str(g[name]).lower() for f, g in both)
        result[name] = right / max(len(both), 1)
    for name in ("is_reply", "negated"):
        tp = sum(bool(getattr(f, name)) and bool(g[name]) for f, g in both)
        said = sum(bool(getattr(f, name)) for f, _ in pairs if f is not None)
        true = sum(bool(g[name]) for _, g in pairs if g is not None)
        result[name] = 2 * tp / max(said + true, 1)
    return result


def show_errors(pairs: Iterable[tuple[Any, Any]], texts: dict[tuple[str, int], str]) -> None:
    """Print what was missed, found in excess or coded differently, sentence by sentence."""
    wrong: dict[tuple[str, int], list[str]] = {}
    for f, g in pairs:
        key = (g["doc_id"], g["sentence"]) if g is not None else (f.doc_id, f.sentence)
        if f is None:
            wrong.setdefault(key, []).append(
                f"   MISS  {g['surface']} | {g['complement']} | {g['actor']} | {g['class']}"
            )
        elif g is None:
            wrong.setdefault(key, []).append(
                f"   EXTRA {f.match} | {f.complement} | {f.actor} | {f.act_class} | {f.rule}"
            )
        else:
            for name, column in FIELDS.items():
                if str(getattr(f, column)).lower() != str(g[name]).lower():
                    wrong.setdefault(key, []).append(
                        f"   {name.upper()} {f.match}: {getattr(f, column)!r} for {g[name]!r} | {f.rule}"
                    )
            for name in ("is_reply", "negated"):
                if bool(getattr(f, name)) != bool(g[name]):
                    wrong.setdefault(key, []).append(
                        f"   {name.upper()} {f.match}: {getattr(f, name)}"
                    )
    for key, lines in sorted(wrong.items()):
        print(f"{key[0][:60]} [{key[1]}] {texts.get(key, '')}")
        print("\n".join(lines))


def main(names: list[str]) -> None:
    """Score each sheet and print a table."""
    folder = gold_folder()
    errors = "-e" in names
    for name in [n for n in names if n != "-e"] or ["dev", "dev2"]:
        corpus, spans, coded = read_sheet(folder, name)
        found = place_in_sheet(acts(corpus), spans)
        skipped = skipped_sentences(folder, name)
        found = found[[key not in skipped for key in zip(found["doc_id"], found["sentence"])]]
        pairs = match(found, coded)
        print(name, {k: round(v, 3) for k, v in scores(pairs).items()})
        if errors:
            texts = {
                (r.doc_id, r.sentence): corpus[r.doc_id].text[r.start : r.end]
                for r in spans.itertuples()
            }
            show_errors(pairs, texts)


if __name__ == "__main__":
    main(sys.argv[1:])
