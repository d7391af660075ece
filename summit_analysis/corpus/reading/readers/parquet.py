"""Parquet tables with a text a row."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summit_analysis.corpus.reading.readers.registry import Reading
from summit_analysis.corpus.reading.readers.rows import row_readings
from summit_analysis.errors import LoadError

MOST_BYTES = 1_000_000_000
ROWS_AT_ONCE = 1_000


def read_parquet(data: bytes, *, path: Path, text: str | None = None) -> Iterator[Reading]:
    """Read a Parquet file; nested columns become text.

    Raises:
        LoadError: it is no Parquet file, holds too much, or no column holds texts.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    records: list[dict[str, Any]] = []
    size = 0
    try:
        file = pq.ParquetFile(io.BytesIO(data))
        names = list(file.schema_arrow.names)
        for batch in file.iter_batches(batch_size=ROWS_AT_ONCE):
            size += batch.nbytes
            if size > MOST_BYTES:
                raise LoadError(
                    f"{path}: holds more than {MOST_BYTES / 1e6:,.0f} MB of texts. Split it."
                )
            records += batch.to_pylist()
    except (pa.ArrowException, OSError, ValueError, KeyError, TypeError, OverflowError) as error:
        reason = " ".join(str(error).split())[:200]
        raise LoadError(f"{path}: is no Parquet file, or a damaged one ({reason}).") from error
    yield from row_readings(names, records, path=path, text=text)
