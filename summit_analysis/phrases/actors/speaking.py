"""Who speaks in a text by one party: whom "I", "we" and "my country" stand for."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from summit_analysis.phrases.actors.memory import Memory, Subject
from summit_analysis.phrases.actors.parties import longest
from summit_analysis.phrases.actors.subjects import subject_at
from summit_analysis.phrases.grammar.sentence_items import Sentence, read_title

KINDS = frozenset(
    "statement statements remarks address speech message letter intervention lecture keynote"
    " memorandum proclamation video-message toast notice".split()
)
TOGETHER = frozenset({"joint", "jointly", "leaders", "ministers", "communique", "communiqué"})
FROM = frozenset({"by", "from", "of"})
FIRST_PERSON = frozenset({"i", "my", "me"})
LEAST_FIRST_PERSON = 2
UNNAMED = "speaker"
RE_DEBATE = re.compile(r"\b([A-Z]{3})_\d{1,3}_(?:19|20)\d\d")  # "JPN_75_2020"


def note_speaker(
    memory: Memory, metadata: Mapping[str, Any], title: Sentence, sentences: Sequence[Sentence]
) -> None:
    """Note whom "I" and "we" stand for, where a text is by one party.

    The metadata's `speaker`, a title such as "Remarks by President Mirrow" or a signature names a
    person. A text that says "I" more than once without naming its speaker speaks for its issuer.
    """
    named = _given(memory, str(metadata.get("speaker") or "")) or _in_title(memory, title)
    if named is not None:
        memory.speech = True
        memory.speaker = named.actor
        memory.we = named.country or memory.own or "joint"
        return
    if set(title.words) & TOGETHER or any(_signatories(sentence) for sentence in sentences):
        return
    debate = memory.speech or ("debate" in title.words and memory.own_given)
    if not debate and not _says_i(sentences):
        return
    memory.speech = True
    memory.speaker = _signature(sentences) or (memory.own if memory.own_given else UNNAMED)
    if memory.own_given:
        memory.we = memory.own


def _given(memory: Memory, speaker: str) -> Subject | None:
    """Read the metadata's speaker: a name, with or without a title."""
    if not speaker:
        return None
    last = speaker.replace(",", " ").split()[-1]
    known = [p for p in memory.people.in_order if set(p.name.split()) & set(speaker.split())]
    name, country = (known[0].name, known[0].country) if known else (last, "")
    return Subject(0, 1, name, "person", country=country or memory.own)


def _in_title(memory: Memory, title: Sentence) -> Subject | None:
    """Read "Remarks by President Mirrow at …" and "President Mirrow's address to …"."""
    words = title.words
    kind = next((at for at, word in enumerate(words) if word in KINDS), -1)
    if kind < 0 or set(words[: kind + 1]) & {*TOGETHER, "and"}:
        return None
    named = None
    if kind and title.possessive[kind - 1]:
        for at in range(kind):
            subject = subject_at(title, at, memory)
            if subject is not None and subject.end == kind:
                named = subject
                break
    for at in range(kind + 1, min(len(words) - 1, kind + 5)):
        if words[at] == "of" and at > kind + 1:
            break
        if words[at] in FROM and named is None:
            named = subject_at(title, at + 1, memory)
            break
    if named is None or named.actor == "joint":
        return None
    if named.kind == "party" and named.actor not in memory.parties.countries:
        return None
    return named if named.kind in ("person", "party") else None


def _says_i(sentences: Sequence[Sentence]) -> bool:
    """Say whether a text is in the first person: its own words, not those in quotation marks."""
    count = sum(
        word in FIRST_PERSON and not sentence.quoted[at] and _is_pronoun(sentence, at)
        for sentence in sentences
        for at, word in enumerate(sentence.words)
    )
    return count >= LEAST_FIRST_PERSON


def _is_pronoun(sentence: Sentence, at: int) -> bool:
    """Say whether "I" is no numeral, as in "i) dismantle" and "Part I"."""
    if sentence.words[at] != "i":
        return True
    following = sentence.printed[at + 1 : at + 2]
    return sentence.printed[at] == "I" and bool(following) and following[0][:1].islower()


def _signatories(sentence: Sentence) -> bool:
    """Say whether "We, the leaders of …" speak."""
    return sentence.words[:1] == ["we"] and sentence.words[1:3] == [",", "the"]


def _signature(sentences: Sequence[Sentence]) -> str:
    """Read the name in capitals that a letter ends in: "TOVAN R. IRESK JR."."""
    for sentence in sentences[-2:]:
        name = [
            printed
            for word, printed in zip(sentence.words, sentence.printed, strict=True)
            if word not in ("jr", "sr", "ii", "iii", ",")
        ]
        if 2 <= len(name) <= 5 and all(word.isupper() for word in name):
            return name[-1].title()
    return ""


def issuer_country(
    metadata: Mapping[str, Any], memory: Memory, title: Sentence, doc_id: str = ""
) -> str:
    """Find the one country that the metadata's issuer, a speech's title or its file names, or "".

    A text that two countries issue together has no country of its own.
    """
    given = str(metadata.get("issuer") or "")
    named = _countries(read_title(given), memory)
    coded = RE_DEBATE.search(f"{metadata.get('title') or ''} {doc_id}")
    code = given.lower() if not named else ""
    if coded and not given:
        code = coded.group(1).lower()
    if code in memory.parties.codes:
        memory.speech = coded is not None
        return memory.parties.codes[code]
    if named:
        return named[0] if len(named) == 1 else ""
    subject = _in_title(memory, title)
    return subject.country or "" if subject is not None else ""


def _countries(sentence: Sentence, memory: Memory) -> list[str]:
    parties = memory.parties
    found: list[str] = []
    at = 0
    while at < len(sentence.words):
        named = longest(parties.names, sentence.words, at) or longest(
            parties.adjectives, sentence.words, at
        )
        if named is None:
            at += 1
            continue
        country = parties.seats.get(named[1], named[1])
        if country in parties.countries and country not in found:
            found.append(country)
        at = named[0]
    return found
