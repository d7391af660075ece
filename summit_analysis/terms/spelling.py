"""Terms spelt out: from the vocabulary ids they are counted by to words."""

import numpy as np
import pandas as pd

from summit_analysis.corpus.tokenising.threads import in_threads
from summit_analysis.corpus.tokenising.token_index import TokenIndex

ROWS = 1 << 18


def term_texts(index: TokenIndex, ids: np.ndarray) -> list[str]:
    """Spell terms out: the words of each row of vocabulary ids, joined by spaces."""
    vocabulary = index.vocabulary
    if ids.shape[1] == 1:
        return [vocabulary[word] for word in ids[:, 0].tolist()]
    return term_column(index, ids, np.arange(len(ids))).tolist()


def term_column(index: TokenIndex, ids: np.ndarray, rows: np.ndarray) -> pd.Series:
    """Spell terms out as a column of a frame: some rows of their vocabulary ids, in this order."""
    import pyarrow as pa
    import pyarrow.compute as pc

    words = pa.array(index.vocabulary, pa.large_string())
    space = pa.scalar(" ", pa.large_string())

    def spell(some: np.ndarray) -> pa.Array:
        columns = [words.take(pa.array(column)) for column in ids[some].T]
        return pc.binary_join_element_wise(*columns, space) if len(columns) > 1 else columns[0]

    parts = in_threads(spell, np.array_split(rows, len(rows) // ROWS + 1))
    return pa.chunked_array(list(parts), pa.large_string()).to_pandas().astype("str")
