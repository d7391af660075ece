"""How long loading takes, how much memory, and whether a word is lost on the way.

    SUMMIT_CORPORA=path/to/corpora python benchmarks/loading.py [--words]

`SUMMIT_CORPORA` names a folder with `white_house/` and `un_general_debate.zip`. With `--words`,
every word of every file is looked for in the document's text and in what cleaning says it removed.
"""

import argparse
import html
import os
import re
import resource
import sys
import time
import warnings
import zipfile
from collections import Counter
from pathlib import Path

import summit_analysis as sa
from summit_analysis.corpus.cleaning.typist_rules import RE_INVISIBLE
from summit_analysis.corpus.reading.markdown import split_front_matter

RE_WORD = re.compile(r"[^\W_]+")
# What a mojibake of UTF-8 read as Windows-1252 looks like.
RE_MOJIBAKE = re.compile(r"Ã[\u0080-\u00bf]|â€|\ufffd")
RE_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
RE_MARK = re.compile(r"(?<=\w)[*\\]+(?=\w)|\\")
REPAIRS = ("odd-space", "invisible-character", "bullet")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--words", action="store_true", help="count words in and out as well")
    options = parser.parse_args()
    folder = Path(os.environ["SUMMIT_CORPORA"])
    warnings.simplefilter("ignore")
    lost = 0
    for name in ("white_house", "un_general_debate.zip"):
        started, cpu = time.perf_counter(), processor_seconds()
        corpus = sa.load(folder / name, on_error="warn")
        took, worked = time.perf_counter() - started, processor_seconds() - cpu
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        helpers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e6
        print(
            f"{name}: {len(corpus):,} documents in {took:.1f} s ({worked:.1f} s of processors), "
            f"{own:.2f} GB and {helpers:.2f} GB in a helper; {len(corpus.left_out)} left out"
        )
        if options.words:
            lost += count_words(corpus, folder, name)
    return 1 if lost else 0


def processor_seconds() -> float:
    both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = [resource.getrusage(who) for who in both]
    return sum(each.ru_utime + each.ru_stime for each in used)


def count_words(corpus: sa.Corpus, folder: Path, name: str) -> int:
    archive = zipfile.ZipFile(folder / name) if name.endswith(".zip") else None
    words = lost = strange = touched = 0
    for document in corpus:
        inside = document.metadata["file"]
        if archive:
            data = archive.read(inside.removeprefix(f"{name}/"))
        else:
            data = (folder / name / inside).read_bytes()
        text = data.decode("utf-8-sig")
        if inside.endswith(".md"):
            text = split_front_matter(text, path=Path(inside))[1]
            # "22<sup>nd</sup>" and "l*evel*" are one word each; the tags are in `removed`.
            gone_tags = " ".join(RE_TAG.findall(text))
            text = html.unescape(RE_MARK.sub("", RE_TAG.sub("", text))) + gone_tags
        text = RE_INVISIBLE.sub("", text)
        # A joined word is told of as "with- drawn → withdrawn": the halves are what stood there.
        gone = " ".join(
            each.text.split(" → ")[0] for each in document.removed if each.rule not in REPAIRS
        )
        raw, kept = words_of(text), words_of(f"{document.text} {gone}")
        missing = raw - kept
        words += sum(raw.values())
        lost += sum(missing.values())
        touched += bool(missing)
        strange += len(RE_MOJIBAKE.findall(document.text)) > len(RE_MOJIBAKE.findall(text))
        if missing and touched <= 5:
            print(f"  {document.doc_id}: {dict(missing.most_common(5))}", file=sys.stderr)
    print(f"  {words:,} words in; {lost:,} not out, in {touched:,} documents; {strange:,} mojibake")
    return lost


def words_of(text: str) -> Counter[str]:
    """Count words by letters alone, so that a word joined over a line's end is its two halves."""
    return Counter(RE_WORD.findall(text))


if __name__ == "__main__":
    sys.exit(main())
