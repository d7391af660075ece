"""When each word of a formula came in, and when it was last used."""

from collections import Counter

import pandas as pd

from summit_analysis.across.differing import printed
from summit_analysis.arguments import check_frame, check_whole
from summit_analysis.frames import finish
from summit_analysis.lexicons import stop_words
from summit_analysis.plurals import counted
from summit_analysis.terms.stems import stem

COLUMNS = [
    "word", "count", "steady", "before", "after", "first_date", "first_doc_id", "last_date",
    "last_doc_id",
]  # fmt: skip


def first_uses(occurrences: pd.DataFrame, *, min_count: int = 2) -> pd.DataFrame:
    """Say when each word of a formula was first and last used, from its history.

    Args:
        occurrences: what `history` returns; its scope decides whose words are looked at.
        min_count: in how many occurrences a word must stand; a word used once is no part of a
            formula.

    Returns:
        One row for each content word that some dated occurrence has and some other has not, by its
        first date: `word` (its commonest form; forms of one word count
        together), `count` (occurrences that have it), `steady` (their share of the
        occurrences from its first day to its last), `before` and `after` (occurrences on earlier
        and on later days, which have it not), `first_date`, `first_doc_id`, `last_date`,
        `last_doc_id`. A word with `before` came in, one with `after` went; `steady` near 1 says
        that it stood in every text between.

    Raises:
        SummitAnalysisError: the frame is no history.
        CorpusError: `min_count` is no whole number.

    Example:
        >>> import datetime
        >>> from summit_analysis.across.through_time.histories import history
        >>> from summit_analysis.corpus import Corpus, Document
        >>> words = ["peace", "lasting peace", "lasting peace", "peace"]
        >>> corpus = Corpus([
        ...     Document(str(n), f"They want {text} across the Strait.",
        ...              {"date": datetime.date(2031, 4, n)}) for n, text in enumerate(words, 1)])
        >>> first_uses(history(corpus, "peace across the Strait"))["word"].tolist()
        ['lasting']
    """
    check_frame(occurrences, ("wording", "date", "doc_id"), call="first_uses", maker="history")
    check_whole("min_count", min_count)
    dated = occurrences[occurrences["date"].notna()]
    stopped = stop_words("english")
    rows = []
    sets = [set(printed(text).words) - stopped for text in dated["wording"]]
    families = [{stem(word) for word in words} for words in sets]
    forms = Counter(word for words in sets for word in sorted(words))
    days = dated["date"].tolist()
    for family in sorted(set().union(*families)):
        word = min((w for w in forms if stem(w) == family), key=lambda w: (-forms[w], w))
        has = [family in found for found in families]
        places = [place for place, there in enumerate(has) if there]
        first, last = places[0], places[-1]
        span = [days[first] <= day <= days[last] for day in days]
        if len(places) < min_count or all(has):
            continue
        rows.append(
            (
                word,
                len(places),
                len(places) / sum(span),
                sum(day < days[first] for day in days),
                sum(day > days[last] for day in days),
                days[first],
                dated["doc_id"].iloc[first],
                days[last],
                dated["doc_id"].iloc[last],
            )
        )
    frame = pd.DataFrame(rows, columns=COLUMNS)
    note = (
        f"{counted(len(dated), 'dated occurrence')}. Words in fewer than {min_count} of "
        "them, in all of them, and function words are left out. “First” means: in this formula, in "
        "this corpus."
    )
    return finish(
        frame,
        title="When each word of the formula was used",
        notes=[note if len(frame) else f"No word comes or goes. {note}"],
        order=["first_date", "steady", "count", "word"],
        descending=["steady", "count"],
    )
