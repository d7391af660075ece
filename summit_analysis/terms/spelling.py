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
        if np.array_equal(ids[:, 0], np.arange(len(vocabulary))):
            return list(vocabulary)
        return [vocabulary[word] for word in ids[:, 0].tolist()]
    return term_column(index, ids, np.arange(len(ids))).tolist()


def term_column(index: TokenIndex, ids: np.ndarray, rows: np.ndarray) -> pd.Series:
    """Spell terms out as a column of a frame: some rows of their vocabulary ids, in this order."""
    import pyarrow as pa
    import pyarrow.compute as pc

    kind = pa.large_string()
    words = pa.array(index.vocabulary, kind)
    spaced = pc.binary_join_element_wise(words, pa.scalar("", kind), pa.scalar(" ", kind))
    both = pa.concat_arrays([spaced, words])

    def spell(some: np.ndarray) -> pa.Array:
        # Words with a space after each but the last: taken one after the other, they are the terms.
        which = np.take(ids, some, axis=0, mode="clip")
        which[:, -1] += len(words)
        # In memory of the system's: Arrow's own holds on to what is not shared with NumPy, and a
        # first touch of new pages is slow.
        taken = pc.take(both, pa.array(which.ravel()), memory_pool=pa.system_memory_pool())
        _, begins, text = taken.buffers()
        every = np.frombuffer(begins, dtype=np.int64)[: len(taken) + 1 : ids.shape[1]]
        return pa.Array.from_buffers(kind, len(some), [None, pa.py_buffer(every.copy()), text])

    parts = in_threads(spell, np.array_split(rows, len(rows) // ROWS + 1))
    return pa.chunked_array(list(parts), kind).to_pandas().astype("str")
