"""List what two formulas gained and lost through the Japan-U.S. leaders' statements.

    python benchmarks/formula_histories.py FOLDER > benchmarks/formula_histories.md

FOLDER holds the White House documents with a `manifest.csv` that names parties and kinds. The
listing quotes a few words of each change, never more than sixteen in a row; it was checked by hand
against the documents.
"""

import sys
from pathlib import Path

import summit_analysis as sa

FORMULAS = {
    "peace and stability across the Taiwan Strait": "passage",
    "complete denuclearization": "sentence",
}
MOST_WORDS = 16
STATEMENTS = {"parties": "Japan; United States", "kind": "joint-statement-or-declaration"}


def main() -> None:
    """Print the listing of a folder."""
    corpus = sa.load(Path(sys.argv[1]))
    print("# Two formulas in the Japan-U.S. leaders' joint statements\n")
    print("Made by `formula_histories.py`; each change quoted by its first words.")
    for pattern, scope in FORMULAS.items():
        frame = sa.history(corpus.where(**STATEMENTS), pattern, scope=scope)
        print(f"\n## {pattern} (by {scope})\n")
        for row in frame.to_dict("records"):
            print(f"- **{row['date']:%Y-%m-%d}**, of {row['object']}")
            for kind in ("added", "removed", "changed"):
                for words in row[kind]:
                    print(f"  - {kind}: {shortened(words)}")
            if row["first_use"]:
                print(f"  - first use: {', '.join(row['first_use'])}")
    print("\n## The object of denuclearization, in all documents with Japan\n")
    wider = corpus.where(parties=lambda parties: "Japan" in parties.split("; "))
    frame = sa.history(wider, "complete denuclearization", scope="formula")
    for row in frame.to_dict("records"):
        print(f"- {row['date']:%Y-%m-%d}, {row['doc_id'][11:60]}: {row['object']}")


def shortened(text: str) -> str:
    """Keep the first words on each side of an arrow."""
    sides = [side.split() for side in text.split(" → ")]
    most = MOST_WORDS // len(sides)
    return " → ".join(" ".join(w[:most]) + (" …" if len(w) > most else "") for w in sides)


if __name__ == "__main__":
    main()
