"""Keyness: the terms on which two corpora differ, by how much, how surely, and how widely."""

from collections.abc import Iterable, Sequence
from typing import Literal

import numpy as np
import pandas as pd

from summit_analysis.arguments import check_choice, check_number, check_whole
from summit_analysis.corpus import Corpus
from summit_analysis.corpus.token_views import Compounds, index_of
from summit_analysis.errors import CorpusError
from summit_analysis.frames import finish
from summit_analysis.plurals import counted
from summit_analysis.terms.frequencies import PER
from summit_analysis.terms.general_english import pair_with_english
from summit_analysis.terms.key_measures import (
    FORMS,
    MEASURES,
    Form,
    Measure,
    add_log_odds,
    add_measures,
    measure_pair,
)
from summit_analysis.terms.language import check_english
from summit_analysis.terms.p_values import ADJUSTMENTS, Adjust
from summit_analysis.terms.pairing import Pair, Side, pair
from summit_analysis.terms.selection import select_terms
from summit_analysis.terms.shuffling import document_p

# Monroe, Colaresi & Quinn (2008) give their prior the weight of about this many tokens.
PRIOR_TOKENS = 500


def keyness(
    target: Corpus,
    reference: Corpus | Literal["english"],
    *,
    n: int = 1,
    form: Form = "four-term",
    stopwords: str | Iterable[str] | None = None,
    min_count: int = 1,
    compounds: Compounds = "keep",
    adjust: Adjust = "holm",
    measures: Measure | Sequence[Measure] = (),
    log_odds: bool = False,
    prior: float = PRIOR_TOKENS,
    permutations: int | None = None,
) -> pd.DataFrame:
    """Find the terms on which a corpus leans when set beside another.

    Every term of either side has a row. Rows are ranked by LRC (Evert 2022), the least difference
    that the counts support at 95 % for all rows together: the target's key terms stand first, the
    reference's last, and in between, ordered by G2, those whose difference may be chance.

    Args:
        target: the corpus asked about; see `Corpus.where`, `split` and `subset`.
        reference: what it is compared with, or `"english"` for general English by `wordfreq`.
        n: how many words a term has; phrases do not cross a sentence's end.
        form: G2 over all four cells (Dunning 1993), or `"ucrel"`, over two (Rayson & Garside 2000).
        stopwords: `"english"`, or words of one's own; terms that begin or end with one are left
            out. Rates stay per all tokens.
        min_count: the least count, over both sides, a term needs.
        compounds: `"split"` counts the parts of hyphenated compounds instead of the whole.
        adjust: `"holm"` or `"bh"` (Benjamini & Hochberg) for `p_adjusted`.
        measures: which of `"hardie_log_ratio"`, `"percent_difference"`, `"odds_ratio"` to add, to
            compare with published tables.
        log_odds: add weighted log-odds (Monroe, Colaresi & Quinn 2008).
        prior: the tokens of their prior, spread over the terms as both sides together use them.
        permutations: how many shuffles of documents to draw for `p_documents` where there are more
            than 10,000; 0 leaves it out; by default 1,999, unless that would take long.

    Returns:
        One row a term: `term`, `count_target`, `count_reference`, `rate_target`, `rate_reference`
        (per 1,000 tokens), `documents_target`, `documents_reference`, `log_ratio` (Walter; 1 is
        twice the rate), `lrc`, `g2` (signed: positive where the target leads), `p` (of G2),
        `p_adjusted`; `p_documents` (by shuffling documents) where both sides have several; on
        request `hardie_log_ratio` (Hardie 2014: only a zero count replaced by a half),
        `percent_difference` (of the rates, in per cent of the reference's: Gabrielatos & Marchi
        2011), `odds_ratio`, both missing where the reference has none; and `log_odds`,
        `log_odds_sd`, `log_odds_z`, `log_odds_low`, `log_odds_high`.

    Raises:
        CorpusError: a side is empty, an option is not known, or general English is asked for
            phrases.

    Example:
        >>> import summit_analysis as sa
        >>> terms = sa.keyness(sa.load(), "english", stopwords="english")
        >>> terms["term"].head(3).tolist()
        ['kishida', 'underscored', 'biden']
    """
    _check(target, reference, n, compounds)
    check_whole("min_count", min_count)
    check_choice("form", form, FORMS)
    check_choice("adjust", adjust, ADJUSTMENTS)
    measures = [measures] if isinstance(measures, str) else list(measures)
    for measure in measures:
        check_choice("measures", measure, MEASURES)
    check_number("prior", prior, least=0, over=True)
    prior = float(prior)
    if permutations is not None:
        check_whole("permutations", permutations)
    notes = check_english(target)
    index = index_of(target, compounds)
    if isinstance(reference, str):
        both, said = pair_with_english(index)
        notes += said
    else:
        notes += check_english(reference)
        both = pair(index, index_of(reference, compounds), n=n)
    total = both.target.count + both.reference.count
    if isinstance(reference, str):
        total = both.target.count + np.where(both.target.count, 0, min_count)
    kept, dropped = select_terms(
        both.ids, total, both.vocabulary, stopwords=stopwords, min_count=min_count
    )
    frame = measure_pair(both, kept, form=form, adjust=adjust)
    if isinstance(reference, str):
        frame["documents_reference"] = pd.array([pd.NA] * len(kept), dtype="Int64")
    else:
        p, said = document_p(target, reference, both, kept, permutations=permutations)
        notes += said
        if p is not None:
            frame["p_documents"] = p
    notes += add_measures(frame, both, kept, measures)
    if log_odds:
        notes.append(add_log_odds(frame, both, kept, prior))
    order = np.lexsort((kept, -frame["g2"].to_numpy(), -frame["lrc"].to_numpy()))
    frame = frame.iloc[order]
    frame.insert(0, "term", pd.Series(_texts(both, kept[order]), frame.index, dtype="str"))
    frame = finish(
        frame,
        title=f"Key terms of {target.name} against {_name(reference)}",
        notes=[_base(both, n), _rank(frame, form, adjust), *dropped, *notes],
    )
    frame.attrs["sides"] = _short_names(target.name, _name(reference))
    return frame


def _check(target: Corpus, reference: Corpus | str, n: int, compounds: Compounds) -> None:
    sides = {"target": target, "reference": reference}
    for name, side in sides.items():
        if isinstance(side, str):
            if side != "english" or name == "target":
                raise CorpusError(f"The {name} is a corpus (the reference may be 'english').")
            if n != 1:
                raise CorpusError("wordfreq knows single words: against 'english', n is 1.")
        elif not len(index_of(side, compounds, name=f"The {name}").ids):
            raise CorpusError(f"The {name} ({side.name}) is empty: no tokens to compare.")


def _texts(both: Pair, kept: np.ndarray) -> np.ndarray:
    words = np.array(both.vocabulary, dtype=object)
    terms = words[both.ids[kept, 0]]
    for column in range(1, both.ids.shape[1]):
        terms = terms + " " + words[both.ids[kept, column]]
    return terms


def _name(reference: Corpus | str) -> str:
    return "general English" if isinstance(reference, str) else reference.name


def _short_names(target: str, reference: str) -> tuple[str, str]:
    """Leave out what both names begin with, as in `series: issuer A` and `series: issuer B`."""
    one, two = target.split(": "), reference.split(": ")
    while len(one) > 1 and len(two) > 1 and one[0] == two[0]:
        one, two = one[1:], two[1:]
    return ": ".join(one), ": ".join(two)


def _base(both: Pair, n: int) -> str:
    def size(side: Side) -> str:
        return f"{side.tokens:,}"

    text = f"Base: target {size(both.target)} tokens, reference {size(both.reference)}; rates per "
    text += f"{PER:,} tokens."
    if n == 1:
        return text
    places = f"{both.target.places:,} and {both.reference.places:,}"
    return f"{text} The statistics count the places where {n} words can stand: {places}."


def _rank(frame: pd.DataFrame, form: str, adjust: Adjust) -> str:
    certain = int((frame["lrc"] != 0).sum())
    return (
        f"Ranked by LRC at 95 %, Bonferroni over {counted(len(frame), 'term')}; LRC is not 0 for "
        f"{certain:,}. For the rest the difference may be chance, and G2 ({form}) orders them. "
        f"p_adjusted is {ADJUSTMENTS[adjust]} over the same terms."
    )
