"""A corpus: documents in order, with their sentences, tokens and metadata as frames."""

import warnings
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from summit_analysis.corpus import views
from summit_analysis.corpus.documents import Document
from summit_analysis.corpus.grouping import describe, label_order, labels, matches, told
from summit_analysis.corpus.metadata.known_facts import metadata_frame
from summit_analysis.corpus.tokenising.compounds import split_compounds
from summit_analysis.corpus.tokenising.index_cache import cached_index
from summit_analysis.corpus.tokenising.storing import content_key, read_index, write_index
from summit_analysis.corpus.tokenising.token_index import TokenIndex, select_sentences
from summit_analysis.errors import CorpusError, SummitAnalysisWarning
from summit_analysis.frames import finish
from summit_analysis.plurals import counted


class Corpus:
    """Documents in order; it never changes after loading.

    A corpus made by `where`, `split` or `subset` holds the same documents with the same offsets,
    so that `corpus[doc_id].text[start:end]` is right for every row of every result.

    Attributes:
        documents: the documents, in order.
        name: what reports call it.
        left_out: what could not be loaded, a sentence each.
        warned: what was warned of already, so that a warning comes once and not at every call.
    """

    def __init__(
        self,
        documents: Iterable[Document],
        *,
        name: str = "corpus",
        left_out: Sequence[str] = (),
        index: TokenIndex | None = None,
    ) -> None:
        self.documents = tuple(documents)
        self.name = name
        self.left_out = tuple(left_out)
        self.warned: set[str] = set()
        self._part = False
        self._place = {document.doc_id: place for place, document in enumerate(self.documents)}
        if len(self._place) < len(self.documents):
            ids = [document.doc_id for document in self.documents]
            twice = next(doc_id for doc_id in ids if ids.count(doc_id) > 1)
            raise CorpusError(f"Two documents have the id {twice!r}; give each its own.")
        if index is not None:
            self.__dict__["index"] = index

    def __len__(self) -> int:
        """Count the documents."""
        return len(self.documents)

    def __iter__(self) -> Iterator[Document]:
        """Go through the documents in order."""
        return iter(self.documents)

    def __getitem__(self, doc_id: str) -> Document:
        """Return the document of that id."""
        return self.documents[self.place(doc_id)]

    def __contains__(self, doc_id: object) -> bool:
        """Say whether there is a document of that id."""
        return isinstance(doc_id, str) and doc_id in self._place

    def __repr__(self) -> str:
        """Name the corpus and its size."""
        return f"Corpus({self.name!r}, {counted(len(self), 'document')})"

    def place(self, doc_id: str) -> int:
        """Return a document's place in the corpus, from 0."""
        try:
            return self._place[doc_id]
        except (KeyError, TypeError):
            near = ", ".join(sorted(self._place)[:5]) + (" …" if len(self) > 5 else "")
            raise CorpusError(f"No document has the id {doc_id!r}. There are: {near}") from None

    @cached_property
    def index(self) -> TokenIndex:
        """The corpus as arrays, made when first needed, or kept from an earlier session."""
        return cached_index(self.documents)

    def save_index(self, path: str | Path) -> None:
        """Save the index to a file, for `open_index` in a later session.

        Large corpora are kept without this, in a folder that the environment variable
        SUMMIT_ANALYSIS_CACHE names (`off` keeps none).

        Args:
            path: the file; it is replaced. If it cannot be written, a warning says so.

        Raises:
            CorpusError: this corpus is a part of another one.
        """
        if self._part:
            raise CorpusError(
                f"{self.name}: is a part of a corpus; save the index of the whole, and take the "
                "part from it again."
            )
        write_index(self.index, Path(path), key=content_key(self.documents))

    def open_index(self, path: str | Path) -> "Corpus":
        """Take the index from a file that `save_index` wrote.

        Args:
            path: the file.

        Returns:
            The same corpus. If the file is not there, is damaged, or belongs to other texts or
            another version, a warning says so and the index is made from the texts.
        """
        found = read_index(Path(path), key=content_key(self.documents))
        if found is None and not Path(path).exists():
            warnings.warn(
                f"{path}: there is no such file; the index is made from the texts. Save it first.",
                SummitAnalysisWarning,
                stacklevel=2,
            )
        return Corpus(self.documents, name=self.name, left_out=self.left_out, index=found)

    def called(self, name: str) -> "Corpus":
        """Return the same corpus under another name.

        Example:
            >>> Corpus([Document("a", "We met.")]).called("the meeting")
            Corpus('the meeting', 1 document)
        """
        same = Corpus(self.documents, name=name, left_out=self.left_out, index=self.index)
        same.warned |= self.warned
        same._part = self._part
        return same

    @cached_property
    def split_index(self) -> TokenIndex:
        """The same with hyphenated compounds split into their parts."""
        return split_compounds(self.index, self.documents)

    @property
    def metadata(self) -> pd.DataFrame:
        """What is known of the documents, one row each, in corpus order.

        Columns: `doc_id`, `title`, `date`, `issuer`, `parties`, `kind`, `source_url`, `licence`,
        `language`, as far as some document has them, then whatever else there is.

        Example:
            >>> corpus = Corpus([Document("a", "We met.", {"issuer": "Keldrava"})])
            >>> corpus.metadata["issuer"].tolist()
            ['Keldrava']
        """
        frame = metadata_frame((document.doc_id, document.metadata) for document in self.documents)
        return finish(frame, title="Documents", notes=[f"Corpus: {self.name}."])

    @property
    def sentences(self) -> pd.DataFrame:
        """One row a sentence: `doc_id, sentence, paragraph, start, end, text`."""
        return views.sentence_frame(self)

    @property
    def tokens(self) -> pd.DataFrame:
        """One row a token: `doc_id, sentence, start, end, token` (folded)."""
        return views.token_frame(self)

    @property
    def provenance(self) -> pd.DataFrame:
        """Where the documents came from, one row each; the notes name what was left out.

        Columns: `doc_id`, `file`, `sha256`, `reader`, `encoding`, `inferred` (fields of the
        metadata that were guessed), `removed` (how many things cleaning took out or repaired),
        `characters`.

        Example:
            >>> from summit_analysis.corpus import load
            >>> load().provenance[["reader", "characters"]].values.tolist()
            [['text', 5868]]
        """
        return views.provenance_frame(self)

    @property
    def removed(self) -> pd.DataFrame:
        """What cleaning took out or repaired, one row each.

        Columns: `doc_id`, `rule`, `text` (what stood there), `paragraph` (before cleaning, from 0;
        -1 is the whole text).

        Example:
            >>> from summit_analysis.corpus import load
            >>> load().removed.columns.tolist()
            ['doc_id', 'rule', 'text', 'paragraph']
        """
        return views.removal_frame(self)

    def doc_ids(self, places: np.ndarray) -> pd.Series:
        """Return the ids of documents, given by their places, as a column."""
        return pd.Series(self._ids.take(places), dtype="str")

    @cached_property
    def texts(self) -> list[str]:
        """The documents' texts, in order."""
        return [document.text for document in self.documents]

    @cached_property
    def _ids(self) -> Any:
        import pyarrow as pa

        return pa.array([document.doc_id for document in self.documents], pa.large_string())

    def where(self, **conditions: Any) -> "Corpus":
        """Keep the documents whose metadata match, as in `corpus.where(issuer="Japan")`.

        Args:
            **conditions: a metadata column or a part of the date (`decade`, `year`, `quarter`,
                `month`) and the value wanted, a list of values, or a function of the value as text
                (`lambda date: date > "2022-01"`). `None` finds those that have no value.

        Returns:
            A corpus of the documents that match all conditions, in their order.

        Raises:
            CorpusError: an unknown column, or nothing matches; the message names what there is.

        Example:
            >>> texts = {"a": "Keldrava", "b": "Sorrelay"}
            >>> corpus = Corpus([Document(name, "We met.", {"issuer": issuer})
            ...                  for name, issuer in texts.items()])
            >>> [document.doc_id for document in corpus.where(issuer="Sorrelay")]
            ['b']
            >>> len(corpus.where(issuer=["Keldrava", "Sorrelay"]))
            2
        """
        if not conditions:
            raise CorpusError('where() needs a condition, as in corpus.where(issuer="Japan").')
        keep = np.ones(len(self), dtype=bool)
        for column, wanted in conditions.items():
            values = labels(self, column)
            matched = np.array([matches(value, wanted) for value in values], dtype=bool)
            if not matched.any():
                there = sorted(set(values))
                shown = ", ".join(there[:8]) + " …" * (len(there) > 8)
                raise CorpusError(f"No document has {column} {told(wanted)!r}. There are: {shown}")
            keep &= matched
        if not keep.any():
            raise CorpusError(f"No document meets all of these together: {describe(conditions)}.")
        return self._documents_where(keep, name=f"{self.name}: {describe(conditions)}")

    def split(self, column: str) -> dict[str, "Corpus"]:
        """Split by a metadata column or a part of the date.

        Args:
            column: a metadata column, or `decade`, `year`, `quarter` or `month` of the date.

        Returns:
            A corpus for each value, in the order of the values; documents for which it is not
            known come last, under "(not known)".

        Raises:
            CorpusError: no document has such a column.

        Example:
            >>> corpus = Corpus([Document("a", "We met.", {"issuer": "Keldrava"}),
            ...                  Document("b", "We left.")])
            >>> list(corpus.split("issuer"))
            ['Keldrava', '(not known)']
        """
        values = np.array(labels(self, column), dtype=object)
        return {
            str(value): self._documents_where(values == value, name=f"{self.name}: {value}")
            for value in sorted(set(values), key=label_order)
        }

    def subset(self, rows: pd.DataFrame) -> "Corpus":
        """Keep the sentences that an evidence frame (or any frame of sentences) names.

        Args:
            rows: a frame with the columns `doc_id` and `sentence`.

        Returns:
            A corpus of those sentences; offsets, sentence and paragraph numbers stay as they were.

        Raises:
            CorpusError: the columns are missing, or no sentence of this corpus is named.

        Example:
            >>> corpus = Corpus([Document("a", "We met. We spoke of trade. We left.")])
            >>> rows = corpus.sentences
            >>> corpus.subset(rows[rows["text"].str.contains("trade")]).sentences["text"].tolist()
            ['We spoke of trade.']
        """
        columns = list(rows.columns) if isinstance(rows, pd.DataFrame) else []
        if not {"doc_id", "sentence"} <= set(columns):
            given = ", ".join(map(str, columns)) or f"a {type(rows).__name__} without columns"
            raise CorpusError(
                "subset() needs a frame with the columns doc_id and sentence, as a concordance "
                f"has them; it was given {given}."
            )
        named = set(zip(rows["doc_id"], rows["sentence"], strict=True))
        index = self.index
        places = np.repeat(np.arange(len(self)), np.diff(index.document_sentences))
        ids = self.doc_ids(places)
        wanted = np.fromiter(
            (pair in named for pair in zip(ids, index.sentence_numbers.tolist(), strict=True)),
            dtype=bool,
            count=len(ids),
        )
        if not wanted.any():
            raise CorpusError("None of the rows names a sentence of this corpus: an empty side.")
        return self._sentences_where(wanted, name=f"{self.name}: {int(wanted.sum())} sentences")

    def _documents_where(self, keep: np.ndarray, *, name: str) -> "Corpus":
        if "index" not in self.__dict__:
            kept = [d for d, stays in zip(self.documents, keep, strict=True) if stays]
            part = Corpus(kept, name=name, left_out=self.left_out)
            part.warned |= self.warned
            return part
        return self._sentences_where(
            np.repeat(keep, np.diff(self.index.document_sentences)), name=name
        )

    def _sentences_where(self, wanted: np.ndarray, *, name: str) -> "Corpus":
        index, stay = select_sentences(self.index, wanted)
        kept = [self.documents[place] for place in stay]
        part = Corpus(kept, name=name, left_out=self.left_out, index=index)
        part.warned |= self.warned
        part._part = True
        return part
