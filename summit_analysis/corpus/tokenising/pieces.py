"""Texts cut at white space: the pieces that tokens and sentences are made of, each kept once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from summit_analysis.corpus.tokenising.blocks import blocks, look_up
from summit_analysis.corpus.tokenising.byte_scan import WHITE_SPACE, find_paragraphs
from summit_analysis.corpus.tokenising.laying import BETWEEN, Laid, are_many, lay_chunks
from summit_analysis.corpus.tokenising.threads import while_preparing


@dataclass(eq=False)
class Chunk:
    """Some documents of a corpus, laid end to end and cut at white space.

    Positions are characters counted from the beginning of the chunk.

    Attributes:
        texts: the documents' texts.
        text_starts: per document, where it begins.
        text_pieces: per document the number of its first piece, and the total at the end.
        codes: per piece, which of the chunk's distinct pieces it is.
        entries: per distinct piece of the chunk, which of the corpus's distinct pieces it is.
        starts: per piece, where it begins.
        paragraph_starts: per paragraph with a piece in it, where it begins.
        paragraph_pieces: per such paragraph, the number of its first piece.
        paragraph_numbers: per such paragraph, its number in its document, from 0.
        odd: the documents that have white space beyond ASCII's, and which of their characters.
    """

    texts: Sequence[str]
    text_starts: np.ndarray
    text_pieces: np.ndarray
    codes: np.ndarray
    entries: np.ndarray
    starts: np.ndarray
    paragraph_starts: np.ndarray
    paragraph_pieces: np.ndarray
    paragraph_numbers: np.ndarray
    odd: dict[int, list[int]]

    def places_of(self, wanted: np.ndarray) -> np.ndarray:
        """Find the pieces that are wanted: a truth value for each of the corpus's distinct ones."""
        own = wanted[self.entries].view(np.uint8)
        places = [np.zeros(0, dtype=np.intp)]
        for block in blocks(len(self.codes)):
            some = look_up(own, self.codes[block])
            places.append(np.flatnonzero(some.view(bool)) + block.start)
        return np.concatenate(places)

    def pieces_at(self, places: np.ndarray) -> np.ndarray:
        """Return which of the corpus's distinct pieces stand at some places."""
        return self.entries[self.codes[places]]


def cut(texts: Sequence[str]) -> Iterator[tuple[Chunk, Any]]:
    """Cut texts at white space, some at a time.

    Arrow numbers the pieces of further texts, and joins what it numbered, while the caller looks at
    those it was given.

    Args:
        texts: the texts, in order.

    Yields:
        A chunk of the texts, and the distinct pieces that are new in it, as an Arrow array; its
        entries count all pieces yielded so far.

    Example:
        >>> [(chunk, pieces)] = cut(["We met.", "We agreed."])
        >>> pieces.take(chunk.entries[chunk.codes]).to_pylist()
        ['We', 'met.', 'We', 'agreed.']
    """
    import pyarrow.compute as pc

    known: list[Any] = []

    def join(pieces: Any) -> tuple[np.ndarray, np.ndarray, Any]:
        """Number the distinct pieces of a chunk among those of all chunks so far."""
        # Some differ in nothing but the white space that follows.
        bare = _numbered(pc.utf8_rtrim(pieces.dictionary, characters=WHITE_SPACE))
        entries, new = _number_among(known, bare.dictionary)
        known.append(new)
        # Not `to_numpy`, for that is not to be written to, and some pieces get other numbers.
        codes = np.frombuffer(pieces.indices.buffers()[1], dtype=np.int32, count=len(pieces))
        return codes, entries[bare.indices], new

    laid_chunks, worth = lay_chunks(texts), are_many(texts)
    for laid, (codes, entries, new) in while_preparing(laid_chunks, _encode, join, worth=worth):
        yield _chunk(laid, codes, entries), new


def _number_among(known: Sequence[Any], values: Any) -> tuple[np.ndarray, Any]:
    """Number distinct strings as the known ones are numbered, and those that are new after them.

    It is the known ones that are looked up among these, not the other way round: a string is looked
    up in a third of the time that it takes to be made ready for that.

    Args:
        known: Arrow arrays of distinct strings, numbered one array after the other.
        values: an Arrow array of distinct strings.

    Returns:
        Per string its number; and those that are new.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    so_far = pa.chunked_array(known, pa.string())
    found = pc.index_in(so_far, value_set=values).fill_null(-1).to_numpy()
    there = np.flatnonzero(found >= 0)
    numbers = np.full(len(values), -1, dtype=np.int32)
    numbers[found[there]] = there
    new = np.flatnonzero(numbers < 0)
    numbers[new] = len(so_far) + np.arange(len(new))
    return numbers, values.take(new)


def _encode(laid: Laid) -> Any:
    """Number the distinct pieces of a chunk, told apart by the white space that follows, too."""
    import pyarrow as pa

    count = len(laid.scan.starts)
    laid.starts[count] = len(laid.buffer)
    buffers = [None, pa.py_buffer(laid.starts[: count + 1]), pa.py_buffer(laid.buffer)]
    return _numbered(pa.Array.from_buffers(pa.string(), count, buffers))


def _numbered(values: Any) -> Any:
    """Number the distinct values of an Arrow array.

    In memory of the system's: Arrow's own holds on to what is not shared with NumPy.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.dictionary_encode(values, memory_pool=pa.system_memory_pool())


def _chunk(laid: Laid, codes: np.ndarray, entries: np.ndarray) -> Chunk:
    """Put a chunk together, once its pieces are numbered and its distinct pieces."""
    lengths = np.array([len(text) + len(BETWEEN) for text in laid.texts])
    text_starts = len(BETWEEN) + np.cumsum(lengths) - lengths
    paragraphs, paragraph_pieces, numbers = find_paragraphs(
        laid.scan, laid.text_bytes, len(laid.buffer)
    )
    text_pieces = np.append(np.searchsorted(laid.scan.starts, laid.text_bytes), len(codes))
    laid.count_characters()  # from here on, pieces begin at characters
    return Chunk(
        texts=laid.texts,
        text_starts=text_starts,
        text_pieces=text_pieces,
        codes=codes,
        entries=entries,
        starts=laid.scan.starts,
        paragraph_starts=laid.characters(paragraphs),
        paragraph_pieces=paragraph_pieces,
        paragraph_numbers=numbers,
        odd=_odd_texts(text_starts, laid.characters(laid.scan.odd)),
    )


def _odd_texts(text_starts: np.ndarray, odd: np.ndarray) -> dict[int, list[int]]:
    """Find the texts with odd white space, and at which of their characters."""
    owners = np.searchsorted(text_starts, odd, side="right") - 1
    numbers, borders = np.unique(owners, return_index=True)
    places = np.split(odd - text_starts[owners], borders[1:])
    return dict(zip(numbers.tolist(), (some.tolist() for some in places), strict=False))
