"""Near-variants of a phrase, grouped under the commonest of them."""

from collections import defaultdict
from collections.abc import Sequence

from summit_analysis.terms.stems import stem

Words = tuple[str, ...]

# One word in four may differ; in a short phrase only its first, the verb of a formula.
WORDS_FOR_ONE_EDIT = 4
SHORT = 5
DETERMINERS = frozenset("a an the this these our their his her its".split())
COMMON_PAIR = 300


def group_variants(
    phrases: Sequence[Words], counts: Sequence[int], names: frozenset[str]
) -> dict[int, list[int]]:
    """Group phrases that are forms of one formula.

    Two phrases are variants when one word in four differs at most, inflection not counted, and no
    name does: `peace and stability across the Taiwan Strait` and `… across the Korean Peninsula`
    are two formulas. In a phrase of under five words only the first may be another word,
    before an article or a possessive (`underscored/reaffirmed the importance`); a word more or less
    counts as any other difference.

    Args:
        phrases: the words of each.
        counts: how often each occurs.
        names: words that are names.

    Returns:
        For each head, by number, the numbers of its variants; heads by count, then length, then
        alphabet, and variants in the same order.

    Example:
        >>> phrases = [("reaffirmed", "the", "importance"), ("underscored", "the", "importance")]
        >>> group_variants(phrases, [3, 2], frozenset())
        {0: [1]}
    """
    stems = [tuple(stem(word) for word in words) for words in phrases]
    stemmed_names = frozenset(stem(word) for word in names)
    order = sorted(range(len(phrases)), key=lambda n: (-counts[n], -len(phrases[n]), phrases[n]))
    heads: dict[int, list[int]] = {}
    by_pair: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number in order:
        pairs = list(zip(stems[number], stems[number][1:], strict=False))
        pairs.sort(key=lambda pair: len(by_pair[pair]))
        head = _head_of(number, pairs, by_pair, stems, stemmed_names)
        if head is not None:
            heads[head].append(number)
            continue
        heads[number] = []
        for pair in pairs:
            by_pair[pair].append(number)
    return heads


def _head_of(
    number: int,
    pairs: list[tuple[str, str]],
    by_pair: dict[tuple[str, str], list[int]],
    stems: list[Words],
    names: frozenset[str],
) -> int | None:
    seen: set[int] = set()
    for place, pair in enumerate(pairs):
        if place and len(by_pair[pair]) > COMMON_PAIR:
            break  # a pair of function words; phrases that share no rarer one are no variants
        for head in by_pair[pair]:
            if head not in seen:
                seen.add(head)
                if _near(stems[head], stems[number], names):
                    return head
    return None


def _near(a: Words, b: Words, names: frozenset[str]) -> bool:
    from rapidfuzz.distance import Levenshtein

    longest = max(len(a), len(b))
    allowed = max(1, longest // WORDS_FOR_ONE_EDIT)
    if abs(len(a) - len(b)) > allowed:
        return False
    distance = Levenshtein.distance(a, b, score_cutoff=allowed)
    if distance > allowed:
        return False
    if (set(a) ^ set(b)) & names:
        return False
    replaced = len(a) == len(b) and distance
    return not (replaced and longest < SHORT and (a[1:] != b[1:] or a[1] not in DETERMINERS))
