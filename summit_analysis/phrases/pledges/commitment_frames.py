"""Commitments: who undertakes what, how specifically, until when, with how much, through what."""

from bisect import bisect_right
from collections.abc import Hashable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from summit_analysis.arguments import check_frame
from summit_analysis.corpus import Corpus, Document
from summit_analysis.corpus.search.evidence_rows import COLUMNS as EVIDENCE
from summit_analysis.errors import SummitAnalysisError
from summit_analysis.frames import finish
from summit_analysis.lexicons import read_lexicon
from summit_analysis.phrases.actors.parties import Parties, compile_parties, longest
from summit_analysis.phrases.grammar.inflection import singular
from summit_analysis.phrases.grammar.sentence_items import Sentence, read_sentences
from summit_analysis.phrases.grammar.word_lists import Grammar, Source, compile_grammar
from summit_analysis.phrases.pledges.promised_actions import Action, actions_of
from summit_analysis.phrases.pledges.time_and_money import find_deadline, find_sum
from summit_analysis.phrases.proper_names.name_runs import find_names
from summit_analysis.phrases.speech_acts.act_frames import acts as find_acts
from summit_analysis.plurals import counted, is_are
from summit_analysis.spreadsheets import disarm

COLUMNS = (
    *EVIDENCE, "act_id", "actor", "action", "specific", "deadline", "sum", "vehicle",
)  # fmt: skip


THROUGH = frozenset({"with", "through", "via", "under", "by", "at"})


def commitments(
    corpus: Corpus,
    *,
    acts: pd.DataFrame | None = None,
    lexicon: Source = "acts",
    parties: Source = "parties",
) -> pd.DataFrame:
    """List what parties undertake to do, one row for each action.

    After the coding manual of the G7 and G20 Research Groups: a commitment is a discrete, publicly
    expressed statement of intent to take future action. "We will continue to …" counts; endorsing
    past action and wishing do not.

    Args:
        corpus: where to look.
        acts: a frame made by `acts` of the same corpus, when it is at hand.
        lexicon: the act verbs, the same as the acts were made with.
        parties: the parties, likewise.

    Returns:
        One row a commitment. Evidence: `doc_id`, `sentence`, `start`, `end`, `match` (the words
        that name the action) and `quote`; then `act_id`, the act that makes it; `actor`; `action`;
        `specific`: whether it names a date, a sum, a target in figures, a body or document, or a
        concrete action; and as printed, or empty, its `deadline`, `sum` and `vehicle`.

    Example:
        >>> import summit_analysis as sa
        >>> found = commitments(sa.load())
        >>> found.loc[found["deadline"] != "", ["actor", "deadline"]].values.tolist()
        [['Kishida', 'in the first half of this year']]
    """
    acts = find_acts(corpus, lexicon=lexicon, parties=parties) if acts is None else acts
    data = read_lexicon("commitments")
    grammar = compile_grammar(lexicon)
    known = compile_parties(parties)
    made = acts[acts["act_class"] == "commissive"]
    by_document: dict[str, pd.DataFrame] = {str(key): rows for key, rows in acts.groupby("doc_id")}
    wanted = set(made["doc_id"])
    rows: list[dict[str, Any]] = []
    if wanted:
        names = find_names(corpus)
        for number, sentences in enumerate(read_sentences(corpus)):
            document = corpus.documents[number]
            if document.doc_id in wanted:
                vehicles = {(name.start, name.end): name.text for name in names[number]}
                rows += _in_document(
                    corpus,
                    document,
                    sentences,
                    by_document[document.doc_id],
                    vehicles,
                    grammar,
                    known,
                    data,
                )
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    specific = int(frame["specific"].sum())
    notes = [
        f"Of {counted(len(frame), 'commitment')}, {specific:,} {is_are(specific)} specific: with "
        "a date, a sum, a figure, a body or document, or a concrete action."
    ]
    if frame.empty:
        notes = ["No commitment was found: no act of these texts is commissive."]
    return finish(frame, title="Commitments", notes=notes)


def write_register(commitments: pd.DataFrame, path: str | Path) -> Path:
    """Write commitments as a register to be kept by hand: `.csv` or `.xlsx`, with an empty status.

    Text that a spreadsheet would run as a formula has an apostrophe before it.

    Args:
        commitments: a frame made by `commitments`; it is not changed.
        path: where to write.

    Returns:
        The path.

    Raises:
        SummitAnalysisError: the frame is not what `commitments` returns, the name ends in
            something else, or openpyxl is missing for `.xlsx`.

    Example:
        >>> from tempfile import TemporaryDirectory
        >>> import summit_analysis as sa
        >>> with TemporaryDirectory() as folder:
        ...     file = write_register(sa.commitments(sa.load()), f"{folder}/register.csv")
        ...     pd.read_csv(file).columns[:3].tolist()
        ['number', 'doc_id', 'sentence']
    """
    check_frame(commitments, COLUMNS, call="write_register", maker="commitments")
    path = Path(path)
    register = commitments.drop(columns=["start", "end", "match"]).assign(status="").map(disarm)
    register.insert(0, "number", range(1, len(register) + 1))
    if path.suffix == ".csv":
        register.to_csv(path, index=False, encoding="utf-8-sig", lineterminator="\n")
    elif path.suffix == ".xlsx":
        try:
            register.to_excel(path, index=False, sheet_name="Commitments")
        except ImportError as error:
            raise SummitAnalysisError(
                f"{path.name}: writing .xlsx needs openpyxl (pip install openpyxl); "
                "or give a name in .csv."
            ) from error
    else:
        raise SummitAnalysisError(
            f"{path.name}: a register is written as .csv or .xlsx, "
            f"not {path.suffix or 'without a suffix'}."
        )
    return path


def _in_document(
    corpus: Corpus,
    document: Document,
    sentences: list[Sentence],
    acts: pd.DataFrame,
    vehicles: Mapping[tuple[int, int], str],
    grammar: Grammar,
    known: Parties,
    data: Mapping[str, Any],
) -> Iterator[dict[str, Any]]:
    date = document.metadata.get("date")
    year = int(getattr(date, "year", 0) or 0)
    index = corpus.index
    carriers = frozenset(data["carriers"])
    by_sentence: dict[int, list[dict[Hashable, Any]]] = {}
    for act in acts.to_dict("records"):
        by_sentence.setdefault(int(act["sentence"]), []).append(act)
    for sentence in sentences:
        found = by_sentence.get(int(index.sentence_numbers[sentence.place]), [])
        places = {start: item for item, start in enumerate(sentence.starts)}
        verbs = sorted(places[int(act["start"])] for act in found if int(act["start"]) in places)
        for order, act in enumerate(found):
            if act["act_class"] != "commissive" or int(act["start"]) not in places:
                continue
            verb = places[int(act["start"])]
            later = bisect_right(verbs, verb)
            limit = verbs[later] if later < len(verbs) else len(sentence.words)
            future = act.get("mood") == "will"
            for action in actions_of(
                sentence,
                verb,
                limit,
                grammar,
                carriers,
                future=future,
                noun=bool(act["complement"]),
            ):
                yield _row(
                    document,
                    sentence,
                    act,
                    action,
                    order == 0,
                    vehicles,
                    grammar,
                    known,
                    data,
                    year,
                )


def _row(
    document: Document,
    sentence: Sentence,
    act: Mapping[Any, Any],
    action: Action,
    leads: bool,
    vehicles: Mapping[tuple[int, int], str],
    grammar: Grammar,
    known: Parties,
    data: Mapping[str, Any],
    year: int,
) -> dict[str, Any]:
    words = sentence.words
    start, end = sentence.starts[action.first], sentence.ends[action.end - 1]
    printed = document.text[start:end]
    due = find_deadline(words, action.first, action.end, year=year)
    if due is None and leads:
        opening = find_deadline(words, 0, min(12, action.first), year=year)
        due = opening if opening is not None and opening.first < 2 else None
    deadline = document.text[sentence.starts[due.first] : sentence.ends[due.end - 1]] if due else ""
    lemma = (
        grammar.verbs.get(words[action.verb], (words[action.verb], ""))[0]
        if action.verb >= 0
        else ""
    )
    text = document.text
    concrete = lemma in data["concrete"]
    vehicle = _vehicle(text, sentence, action, vehicles, known, str(act["actor"]), concrete, data)
    money = find_sum(printed)
    dated = set(range(due.first, due.end)) if due else set()
    figure = any(
        words[item].replace(",", "").replace(".", "").isdigit()
        and item not in dated
        and not _is_year(words[item])
        for item in range(action.first, action.end)
    )
    things = {singular(word) for word in words[action.first : action.end]}
    product = lemma in data["producing"] and bool(things & set(data["products"]))
    vague = due is not None and bool(set(words[due.first : due.end]) & set(data["vague"]))
    often = bool(set(words[action.first : action.end]) & set(data["frequencies"]))
    return {
        **{column: act[column] for column in ("doc_id", "sentence", "quote", "act_id", "actor")},
        "start": start,
        "end": end,
        "match": printed,
        "action": " ".join(([lemma] if lemma else [words[action.first]]) + printed.split()[1:]),
        "specific": bool(
            (deadline and not vague)
            or money
            or (vehicle and (action.verb >= 0 or vehicle not in printed[: len(vehicle) + 4]))
            or product
            or (lemma in data["exact"])
            or figure
            or often
            or lemma in data["concrete"]
        ),
        "deadline": deadline,
        "sum": money,
        "vehicle": vehicle,
    }


def _vehicle(
    text: str,
    sentence: Sentence,
    action: Action,
    vehicles: Mapping[tuple[int, int], str],
    known: Parties,
    actor: str,
    concrete: bool,
    data: Mapping[str, Any],
) -> str:
    """Find the named body or document an action goes through, or the one it sets up."""
    start, end = sentence.starts[action.first], sentence.ends[action.end - 1]
    for (first, last), name in vehicles.items():
        if start <= first and last <= end and name.split()[-1].lower() not in data["not_vehicles"]:
            return name
    if sentence.words[0] in THROUGH:
        # "Through the Kestrel Partnership, they will …"
        inside = [place for place in vehicles if sentence.starts[0] < place[0] < start]
        if inside:
            return vehicles[min(inside)]
    named = _body(sentence, action, known, actor) or _lower_vehicle(text, sentence, action, data)
    if named or not concrete:
        return named
    for item in range(action.first + 1, min(action.end, action.first + 12)):
        if sentence.words[item] in data["new_bodies"]:
            first = item
            while first > action.first + 1 and sentence.words[first - 1] not in (
                "a",
                "an",
                "the",
                ",",
                "and",
                "of",
            ):
                first -= 1
            return " ".join(sentence.printed[first : item + 1])
    return ""


def _body(sentence: Sentence, action: Action, known: Parties, actor: str) -> str:
    """Find a grouping that is no actor: "work with the UN", "coordinate through NATO"."""
    words = sentence.words
    for item in range(action.first + 1, action.end):
        before = words[item - 2] if words[item - 1] == "the" else words[item - 1]
        named = longest(known.names, words, item) if before in THROUGH else None
        if (
            named is not None
            and named[1] not in known.countries
            and named[1] != actor
            and sentence.printed[item][:1].isupper()
            and not sentence.possessive[named[0] - 1]
        ):
            return " ".join(sentence.printed[item : named[0]])
    return ""


def _lower_vehicle(text: str, sentence: Sentence, action: Action, data: Mapping[str, Any]) -> str:
    """Find "Kestrel programme": a name and a noun of its kind in small letters."""
    words, printed = sentence.words, sentence.printed
    for item in range(action.first + 1, action.end):
        if words[item] not in data["kinds"] or not printed[item][:1].islower():
            continue
        first = item
        while (
            first > action.first + 1
            and item - first < 4
            and not sentence.possessive[first - 1]
            and _joins_name(words, first)
        ):
            first -= 1
        while first < item and not any(letter.isupper() for letter in printed[first]):
            first += 1
        if first < item:
            return text[sentence.starts[first] : sentence.ends[item]]
    return ""


def _joins_name(words: list[str], at: int) -> bool:
    return words[at - 1].replace("-", "").replace(".", "").replace("+", "").isalpha() and (
        words[at - 1] not in ("the", "a", "an", "of", "and", "to", "in", "for", "with", "our")
    )


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")
