"""Word families: words with one stem counted as one term, its members shown."""

from dataclasses import replace

import numpy as np

from summit_analysis.corpus.tokenising.token_index import TokenIndex
from summit_analysis.terms.stems import stem


def fold_families(index: TokenIndex) -> tuple[TokenIndex, dict[str, list[str]]]:
    """Merge words that share a Snowball stem (Porter 2001) into one term.

    Args:
        index: the tokens; it is not changed.

    Returns:
        An index whose vocabulary has one term a family, named by its commonest member (the first
        in the alphabet among equals), and the members of each family that occur, commonest first.

    Example:
        >>> from summit_analysis.corpus import Corpus, Document
        >>> index = Corpus([Document("a", "agreed agreed agree")]).index
        >>> fold_families(index)[1]
        {'agreed': ['agreed', 'agree']}
    """
    counts = index.counts.tolist()
    families: dict[str, list[str]] = {}
    for word in index.vocabulary:
        families.setdefault(stem(word), []).append(word)
    count_of = dict(zip(index.vocabulary, counts, strict=True))
    for members in families.values():
        members.sort(key=lambda word: (-count_of[word], word))
    vocabulary = sorted(members[0] for members in families.values())
    id_of = {
        word: number for number, members in enumerate(sorted(families.values())) for word in members
    }
    new_id = np.array([id_of[word] for word in index.vocabulary], dtype=np.int32)
    occurring = {
        members[0]: [word for word in members if count_of[word]] for members in families.values()
    }
    ids = new_id[index.ids] if len(new_id) else index.ids
    return replace(index, vocabulary=vocabulary, ids=ids), occurring
