"""Score formulas through time and two accounts against a made-up series with its key.

    python benchmarks/accuracy_across.py data/examples

The folder has `series/` (documents with front matter) and `key.yaml`, in the layout that
data/examples/README.md describes. For each kind of plant: how many the key has, how many were
found, and how many were found that the key does not have. The exit status is 0 whatever the score.
"""

import argparse
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import yaml

import summit_analysis as sa


class Score(NamedTuple):
    """How a kind of plant was found."""

    kind: str
    planted: int
    found: int
    invented: int
    missing: list[str]
    extra: list[str]


def main() -> None:
    """Print the scores of a folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=Path("data/examples"))
    parser.add_argument("--verbose", action="store_true", help="name what was missed or invented")
    given = parser.parse_args()
    found = list(scores(given.folder))
    print(f"{'kind':<28}{'planted':>8}{'found':>8}{'invented':>10}")
    for score in found:
        print(f"{score.kind:<28}{score.planted:>8}{score.found:>8}{score.invented:>10}")
        if given.verbose:
            for name, items in (("missed", score.missing), ("invented", score.extra)):
                for item in items:
                    print(f"    {name}: {item}")
    planted, right = sum(s.planted for s in found), sum(s.found for s in found)
    invented = sum(s.invented for s in found)
    print(f"{'all':<28}{planted:>8}{right:>8}{invented:>10}")


def scores(folder: Path) -> Iterator[Score]:
    """Yield a score for each kind of plant that the key has and these functions look for."""
    corpus = sa.load(folder / "series")
    key = yaml.safe_load((folder / "key.yaml").read_text(encoding="utf-8"))
    facts = {}
    for fact in key["facts"]:
        facts.setdefault(fact["kind"], []).append(fact)
    judges = {
        "formula": formula_words,
        "shared_sentence": shared_sentences,
        "shared_run": shared_runs,
        "stock_sentence": stock_sentences,
        "two_names": two_names,
        "one_sided_topic_series": topics_of_series,
        "one_sided_topic_summit": topics_of_summit,
        "softened_verb": softened_verbs,
        "dropped_commitment": dropped_commitments,
        "kept_commitment": kept_commitments,
    }
    for kind, judge in judges.items():
        if kind in facts:
            planted, found = judge(corpus, facts[kind], key)
            yield compared(kind, planted, found)
    if "one_sided_topics" in key:
        yield compared("one_sided_topics (all)", *one_sided_topics(corpus, [], key))


def compared(kind: str, planted: set, found: set) -> Score:
    missing, extra = sorted(map(str, planted - found)), sorted(map(str, found - planted))
    return Score(kind, len(planted), len(planted & found), len(extra), missing, extra)


def formula_words(corpus: sa.Corpus, facts: list, key: dict) -> tuple[set, set]:
    """Words that come into a formula or go, with the day: `(pattern, came or went, word, day)`."""
    planted, found = set(), set()
    for fact in facts:
        values = fact["values"]
        pattern = values["pattern"]
        for name, kind, day in (("added", "came", "added_on"), ("dropped", "went", "dropped_on")):
            if values.get(name):
                planted.add((pattern, kind, values[name].lower(), str(values[day])))
        occurrences = sa.history(corpus, pattern, scope="formula")
        days = sorted(set(occurrences["date"]))
        for row in sa.first_uses(occurrences).to_dict("records"):
            if row["before"]:
                found.add((pattern, "came", row["word"], str(row["first_date"].date())))
            if row["after"]:
                gone = min(day for day in days if day > row["last_date"])
                found.add((pattern, "went", row["word"], str(gone.date())))
    return planted, found


def shared_sentences(corpus: sa.Corpus, facts: list, key: dict) -> tuple[set, set]:
    """Sentences word for word in two documents of one summit."""
    return _runs(corpus, facts, whole=True)


def shared_runs(corpus: sa.Corpus, facts: list, key: dict) -> tuple[set, set]:
    """Runs of eight words or more, less than a sentence, in two documents of one summit."""
    return _runs(corpus, facts, whole=False)


def _runs(corpus: sa.Corpus, facts: list, *, whole: bool) -> tuple[set, set]:
    planted = set()
    for fact in facts:
        quote = next(iter(fact["quotes"].values()))[0]
        planted.add((*sorted(fact["documents"]), _folded(quote)))
    found = set()
    for summit in corpus.split("summit").values():
        for a, b in itertools.combinations(summit, 2):
            for row in sa.shared_runs(a, b).to_dict("records"):
                if row["whole"] == whole:
                    found.add((*sorted((a.doc_id, b.doc_id)), _folded(row["text"])))
    return planted, found


def stock_sentences(corpus: sa.Corpus, facts: list, key: dict) -> tuple[set, set]:
    """Whole sentences that a document takes from an earlier one of the same issuer."""
    planted = set()
    for fact in facts:
        dates = {doc_id: key["documents"][doc_id]["date"] for doc_id in fact["documents"]}
        for doc_id in fact["documents"]:
            if str(dates[doc_id]) > min(map(str, dates.values())):
                planted.add((doc_id, _folded(fact["quotes"][doc_id][0])))
    rows = sa.inherited(corpus, unit="sentence")
    whole = rows[(rows["share"] == 1) & (rows["words"] >= 8)]
    return planted, {(row["doc_id"], _folded(row["match"])) for row in whole.to_dict("records")}


def two_names(corpus: sa.Corpus, facts: list, key: dict) -> tuple[set, set]:
    """Pairs of names, one each side."""
    planted, found = set(), set()
    for fact in facts:
        first, second = fact["values"]["names"].items()
        planted.add((_name(first[1]), _name(second[1])))
        a, b = (corpus.where(issuer=issuer, kind="readout") for issuer in (first[0], second[0]))
        rows = sa.renamed(a, b).to_dict("records")
        found |= {(_name(row["name"]), _name(row["name_b"])) for row in rows}
    return planted, found


def topics_of_series(corpus: sa.Corpus, facts: list, key: dict) -> tuple[set, set]:
    """The planted one-sided topics of the series; what is extra is counted under `all`."""
    planted, seen = set(), _one_sided(corpus)
    summits = {d.doc_id: d.metadata["summit"] for d in corpus}
    for fact in facts:
        for doc_id in fact["documents"]:
            values = fact["values"]
            planted.add((str(summits[doc_id]), values["issuer"], values["topic"]))
    return planted, planted & seen


def topics_of_summit(corpus: sa.Corpus, facts: list, key: dict) -> tuple[set, set]:
    """The planted one-sided topics of one summit; what is extra is counted under `all`."""
    planted = set()
    for fact in facts:
        values = fact["values"]
        planted.add((str(values["summit"]), values["issuer"], values["topic"]))
    return planted, planted & _one_sided(corpus)


def one_sided_topics(corpus: sa.Corpus, facts: list, key: dict) -> tuple[set, set]:
    """All topics that one side alone has at a summit; depends on the topic lexicon."""
    planted = {
        (str(summit), issuer, topic)
        for summit, sides in key["one_sided_topics"].items()
        for issuer, topics in sides.items()
        for topic in topics
    }
    return planted, _one_sided(corpus)


def _one_sided(corpus: sa.Corpus) -> set:
    readouts = corpus.where(kind="readout")
    issuers = sorted(readouts.split("issuer"))
    rows = sa.only_in(*(readouts.where(issuer=issuer) for issuer in issuers[:2]))
    rows = rows[rows["kind"] == "topic"]
    summits = {d.doc_id: str(d.metadata["summit"]) for d in corpus}
    names = {d.doc_id: d.metadata["issuer"] for d in corpus}
    return {
        (summits[row["doc_id"]], names[row["doc_id"]], row["topic"])
        for row in rows.to_dict("records")
    }


def softened_verbs(corpus: sa.Corpus, facts: list, key: dict) -> tuple[set, set]:
    """By what act each text speaks of the conduct: `(doc_id, verb, complement, modifiers)`."""
    planted, found = set(), set()
    for fact in facts:
        occurrences = sa.history(corpus, fact["values"]["conduct"], scope="sentence")
        for step in fact["values"]["ladder"]:
            grades = " ".join(step["modifiers"])
            planted.add((step["doc_id"], step["verb"], step["complement"], grades))
        for row in sa.acts_on(corpus, occurrences).to_dict("records"):
            found.add((row["doc_id"], row["verb"], row["complement"], row["modifiers"]))
    return planted, found


def dropped_commitments(corpus: sa.Corpus, facts: list, key: dict) -> tuple[set, set]:
    """Documents that name a dropped commitment, and those after it that do not."""
    return _mentions(corpus, facts)


def kept_commitments(corpus: sa.Corpus, facts: list, key: dict) -> tuple[set, set]:
    """Documents that name a commitment when made and when reported."""
    return _mentions(corpus, facts)


def _mentions(corpus: sa.Corpus, facts: list) -> tuple[set, set]:
    planted, found = set(), set()
    for fact in facts:
        body = fact["values"]["body"]
        planted |= {(body, doc_id) for doc_id in fact["documents"]}
        found |= {(body, doc_id) for doc_id in sa.history(corpus, body)["doc_id"]}
    return planted, found


def _folded(text: str) -> str:
    return " ".join(sa.Corpus([sa.Document("text", text)]).tokens["token"])


def _name(text: str) -> str:
    return _folded(text).removeprefix("the ")


if __name__ == "__main__":
    pd.set_option("display.width", 200)
    main()
