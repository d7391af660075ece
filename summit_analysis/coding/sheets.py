"""An empty coding sheet: one row a sentence, to fill in by hand."""

from pathlib import Path
from typing import Literal

import pandas as pd

from summit_analysis.arguments import check_choice
from summit_analysis.coding.sheet_files import write_table
from summit_analysis.corpus import Corpus
from summit_analysis.corpus.token_views import index_of
from summit_analysis.frames import finish

Kind = Literal["topics", "acts"]
TOPIC_COLUMNS = ("topics", "remark")
ACT_COLUMNS = (
    "verb",
    "surface",
    "complement",
    "actor",
    "act_class",
    "modifiers",
    "negated",
    "is_reply",
    "remark",
)
HOW = {
    "topics": (
        "Write the ids of all topics of a sentence, separated by semicolons, or `none` where it "
        "has none. A sentence left blank counts as not coded."
    ),
    "acts": (
        "One row an act: repeat a sentence's row for its second act. Write `none` under `verb` "
        "where a sentence has no act. A sentence left blank counts as not coded."
    ),
}


def sheet(corpus: Corpus, path: str | Path | None = None, *, kind: Kind = "topics") -> pd.DataFrame:
    """Make an empty coding sheet, and write it where asked.

    Args:
        corpus: the texts to code.
        path: a `.csv`, `.xlsx` or `.json` file to write; none to get the frame only.
        kind: what is to be coded, `"topics"` or `"acts"`.

    Returns:
        One row a sentence: `doc_id`, `sentence` (from 0), `paragraph`, `text`, and the empty
        columns to fill in: for topics `topics`, `remark`; for acts `verb`, `surface`,
        `complement`, `actor`, `act_class`, `modifiers`, `negated`, `is_reply`, `remark`.
        In the file, text that a spreadsheet would take for a formula has an apostrophe before it,
        which reading removes.

    Raises:
        CorpusError: the kind is neither.
        SheetError: the file's kind is not known, or it cannot be written.

    Example:
        >>> import summit_analysis as sa
        >>> empty = sheet(sa.load())
        >>> list(empty.columns), len(empty)
        (['doc_id', 'sentence', 'paragraph', 'text', 'topics', 'remark'], 28)
    """
    index_of(corpus)
    check_choice("kind", kind, HOW)
    sentences = corpus.sentences[["doc_id", "sentence", "paragraph", "text"]]
    empty = dict.fromkeys(TOPIC_COLUMNS if kind == "topics" else ACT_COLUMNS, "")
    frame = finish(sentences.assign(**empty), title=f"Coding sheet for {kind}", notes=[HOW[kind]])
    if path is not None:
        write_table(frame, Path(path))
    return frame
