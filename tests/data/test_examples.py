"""The made-up series in data/examples/ and its key say the same, by plain reading of both."""

import re
from collections import Counter, defaultdict
from itertools import combinations, pairwise
from pathlib import Path

import pytest
import yaml

FOLDER = Path(__file__).resolve().parents[2] / "data" / "examples"
NOTE = "Invented for summit_analysis. No such countries, leaders or meetings exist."
RE_WORD = re.compile(r"\w+(?:[-'’:]\w+)*")
RE_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
LEAST_RUN = 8  # words that make a shared run worth a place in the key

KEY = yaml.safe_load((FOLDER / "key.yaml").read_text(encoding="utf-8"))
FACTS = KEY["facts"]
HEADERS: dict[str, dict] = {}
BODIES: dict[str, str] = {}
for path in sorted((FOLDER / "series").glob("*.md")):
    _, header, body = path.read_text(encoding="utf-8").split("---\n", 2)
    HEADERS[path.stem] = yaml.safe_load(header)
    BODIES[path.stem] = body.strip()


def paragraphs(doc_id):
    return [part.removeprefix("- ") for part in BODIES[doc_id].split("\n\n")]


def sentences(doc_id):
    return [s for part in paragraphs(doc_id) for s in RE_SENTENCE_END.split(part)]


def words(text):
    return [word.lower() for word in RE_WORD.findall(text)]


def count(phrase, text):
    return len(re.findall(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE))


def facts(kind):
    found = [fact for fact in FACTS if fact["kind"] == kind]
    assert found, f"the key has no fact of kind {kind}"
    return found


def shared_runs(first, second):
    """Longest runs of words that two documents share within sentences."""
    found = set()
    for a in map(words, sentences(first)):
        for b in map(words, sentences(second)):
            for i in range(len(a)):
                for j in range(len(b)):
                    if i and j and a[i - 1] == b[j - 1]:
                        continue
                    n = 0
                    while i + n < len(a) and j + n < len(b) and a[i + n] == b[j + n]:
                        n += 1
                    if n >= LEAST_RUN:
                        found.add(tuple(a[i : i + n]))
    return found


def of_summit(number):
    return [doc_id for doc_id, header in HEADERS.items() if header["summit"] == number]


doc_ids = pytest.mark.parametrize("doc_id", HEADERS)
every_fact = pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["id"])


@doc_ids
def test_file_says_that_it_is_invented(doc_id):
    header = HEADERS[doc_id]
    assert header["note"] == NOTE
    assert header["note"] not in BODIES[doc_id]
    assert header["licence"] == "CC0-1.0"
    assert header["language"] == "en"
    assert header["parties"] == ["Keldrava", "Sorrelay"]
    assert header["title"] and not header.get("source_url")


@doc_ids
def test_file_is_as_the_key_lists_it(doc_id):
    header, listed = HEADERS[doc_id], KEY["documents"][doc_id]
    for field in ("date", "summit", "issuer", "kind"):
        assert header[field] == listed[field]
    name = "joint-statement" if header["kind"] == "joint statement" else "readout"
    issuer = "" if name == "joint-statement" else header["issuer"].lower() + "-"
    assert doc_id == f"{header['date']}-{issuer}{name}"
    assert len([word for word in BODIES[doc_id].split() if word != "-"]) == listed["words"]
    assert len(sentences(doc_id)) == listed["sentences"]
    assert len(paragraphs(doc_id)) == listed["paragraphs"]


@doc_ids
def test_length(doc_id):
    assert 200 <= KEY["documents"][doc_id]["words"] <= 400


@doc_ids
def test_nothing_real_is_named(doc_id):
    real = "Japan Korea China Taiwan Russia Ukraine America American European NATO ASEAN Quad Biden"
    assert not set(words(real)) & set(words(BODIES[doc_id]))


def test_six_summits_over_four_years_and_three_joint_statements():
    assert set(KEY["documents"]) == set(HEADERS)
    assert {header["date"][:4] for header in HEADERS.values()} == {"2031", "2032", "2033", "2034"}
    issuers = defaultdict(Counter)
    for header in HEADERS.values():
        issuers[header["summit"]][header["issuer"]] += 1
    assert sorted(issuers) == [1, 2, 3, 4, 5, 6]
    both = {"Keldrava": 1, "Sorrelay": 1}
    for summit, found in issuers.items():
        joint = {"Keldrava and Sorrelay": 1} if summit in (1, 3, 5) else {}
        assert found == both | joint


def test_readme_lists_every_document_with_its_words():
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert NOTE in readme
    for doc_id, listed in KEY["documents"].items():
        row = next(line for line in readme.splitlines() if f"(series/{doc_id}.md)" in line)
        assert row.endswith(f"| {listed['words']} |")
    for fact in FACTS:
        assert f"`{fact['kind']}`" in readme


def test_fact_ids_are_unique():
    assert len({fact["id"] for fact in FACTS}) == len(FACTS)


@every_fact
def test_quotes_stand_in_their_documents(fact):
    assert sorted(fact["documents"]) == sorted(fact["quotes"])
    for doc_id, quotes in fact["quotes"].items():
        assert quotes
        for quote in quotes:
            assert quote in BODIES[doc_id]


@every_fact
def test_counts_are_those_of_all_documents(fact):
    for phrase, listed in fact["values"].get("counts", {}).items():
        found = {doc_id: count(phrase, body) for doc_id, body in BODIES.items()}
        assert {doc_id: n for doc_id, n in found.items() if n} == listed, phrase


@pytest.mark.parametrize("summit", range(1, 7))
def test_shared_wording_within_a_summit_is_exactly_what_the_key_has(summit):
    for pair in combinations(sorted(of_summit(summit)), 2):
        keyed = {
            tuple(words(fact["quotes"][pair[0]][0]))
            for fact in FACTS
            if fact["kind"] in ("shared_sentence", "shared_run")
            and sorted(fact["documents"]) == list(pair)
        }
        assert shared_runs(*pair) == keyed, pair


def test_sentences_in_more_than_one_document_are_exactly_what_the_key_has():
    places = defaultdict(set)
    for doc_id in BODIES:
        for sentence in sentences(doc_id):
            if len(words(sentence)) >= LEAST_RUN:
                places[sentence].add(doc_id)
    keyed = {}
    for fact in facts("shared_sentence") + facts("stock_sentence"):
        quote = fact["quotes"][fact["documents"][0]][0]
        assert len(words(quote)) == fact["values"]["words"]
        keyed[quote] = set(fact["documents"])
    assert {s: found for s, found in places.items() if len(found) > 1} == keyed


def test_formula_gains_and_loses_its_word_on_the_dates_given():
    values = facts("formula")[0]["values"]
    longer = f"{values['added']} {values['pattern']}"
    for doc_id, body in BODIES.items():
        date = HEADERS[doc_id]["date"]
        assert values["first_date"] <= date <= values["last_date"]
        assert (longer in body) == (values["added_on"] <= date < values["dropped_on"])
    assert values["added_last_date"] == max(
        HEADERS[doc_id]["date"] for doc_id, body in BODIES.items() if longer in body
    )


def test_one_sided_topics_follow_from_the_topics_of_the_accounts():
    by_issuer = {"Keldrava": set(), "Sorrelay": set()}
    for summit, listed in KEY["one_sided_topics"].items():
        here = {
            HEADERS[doc_id]["issuer"]: set(KEY["topics"][doc_id])
            for doc_id in of_summit(summit)
            if HEADERS[doc_id]["kind"] == "readout"
        }
        assert set(listed["Keldrava"]) == here["Keldrava"] - here["Sorrelay"]
        assert set(listed["Sorrelay"]) == here["Sorrelay"] - here["Keldrava"]
        for issuer, topics in here.items():
            by_issuer[issuer] |= topics
    assert by_issuer["Keldrava"] ^ by_issuer["Sorrelay"] == {
        fact["values"]["topic"] for fact in facts("one_sided_topic_series")
    }
    for fact in facts("one_sided_topic_series"):
        assert fact["values"]["topic"] in by_issuer[fact["values"]["issuer"]]
        with_it = {d for d, topics in KEY["topics"].items() if fact["values"]["topic"] in topics}
        assert with_it == set(fact["documents"])
    for fact in facts("one_sided_topic_summit"):
        values = fact["values"]
        assert values["topic"] in KEY["one_sided_topics"][values["summit"]][values["issuer"]]


def test_topics_are_coded_for_every_document_by_sentence_number():
    assert set(KEY["topics"]) == set(BODIES)
    for doc_id, topics in KEY["topics"].items():
        for numbers in topics.values():
            assert numbers == sorted(set(numbers))
            assert numbers[0] >= 1 and numbers[-1] <= len(sentences(doc_id))
    assert len({topic for topics in KEY["topics"].values() for topic in topics}) >= 15


def test_verb_softens():
    scale = ["concern", "strong concern", "condemn"]
    values = facts("softened_verb")[0]["values"]
    by_issuer = defaultdict(list)
    for row in values["ladder"]:
        assert HEADERS[row["doc_id"]]["issuer"] == row["issuer"]
        assert HEADERS[row["doc_id"]]["date"] == row["date"]
        sentence = next(s for s in sentences(row["doc_id"]) if values["conduct"] in s)
        assert row["surface"] in sentence
        by_issuer[row["issuer"]].append(scale.index(row["step"]))
    assert len(by_issuer) == 3
    for steps in by_issuer.values():
        assert steps == sorted(steps, reverse=True) and steps[0] > steps[-1]


def test_commitment_is_dropped_and_the_other_reported():
    dropped = facts("dropped_commitment")[0]["values"]
    for doc_id, body in BODIES.items():
        assert (dropped["body"] in body) == (HEADERS[doc_id]["date"] == dropped["made_on"])
    kept = facts("kept_commitment")[0]["values"]
    dates = {HEADERS[d]["date"] for d in BODIES if kept["body"] in BODIES[d]}
    assert dates == {kept["made_on"], kept["reported_on"]}


def test_unanswered_ask_is_made_by_one_side_and_never_taken_up():
    fact = facts("unanswered_ask")[0]
    assert {HEADERS[doc_id]["issuer"] for doc_id in fact["documents"]} == {"Keldrava"}
    for doc_id in fact["documents"]:
        asked = [s for s in sentences(doc_id) if fact["values"]["word"] in s]
        assert asked == fact["quotes"][doc_id]
        assert "to which" not in asked[0] and "in response" not in asked[0]


def test_reply_markers_are_replies_or_listed_as_none():
    fact = facts("reply_markers")[0]
    replies = {d for f in facts("answered_ask") + facts("reply") for d in f["documents"]}
    for doc_id in fact["documents"]:
        assert (doc_id in replies) != (doc_id in fact["values"]["not_a_reply"])


def test_rising_word_rises_every_year():
    values = facts("rising_word")[0]["values"]
    size: Counter[int] = Counter()
    uses: Counter[int] = Counter()
    for doc_id, body in BODIES.items():
        year = int(HEADERS[doc_id]["date"][:4])
        size[year] += KEY["documents"][doc_id]["words"]
        uses[year] += count(values["word"], body)
    assert uses == values["by_year"]
    rates = [uses[year] / size[year] for year in sorted(size)]
    assert all(earlier < later for earlier, later in pairwise(rates))


def test_words_of_one_side_stand_in_its_accounts_alone():
    sides = [(i, [w]) for i, w in facts("keyness")[0]["values"]["words"].items()]
    sides += list(facts("register")[0]["values"]["verbs"].items())
    sides += [(i, [w]) for i, w in facts("two_names")[0]["values"]["names"].items()]
    for issuer, listed in sides:
        for word in listed:
            for doc_id, body in BODIES.items():
                if HEADERS[doc_id]["kind"] == "readout":
                    assert bool(count(word, body)) == (HEADERS[doc_id]["issuer"] == issuer)


def test_words_of_one_place_stand_there_alone():
    opening = facts("opening_word")[0]["values"]
    for word, number in opening["sentences"].items():
        for doc_id, body in BODIES.items():
            place = sentences(doc_id)[number - 1]
            assert count(word, place) == count(word, body)
            first = paragraphs(doc_id)[opening["paragraphs"][word] - 1]
            assert count(word, first) == count(word, body)
    section = facts("section_word")[0]["values"]
    for doc_id, body in BODIES.items():
        last = paragraphs(doc_id)[section["paragraph"]]
        for word in section["words"]:
            assert count(word, last) == count(word, body)
    clumped = facts("clumped_word")[0]
    (doc_id,) = clumped["documents"]
    place = paragraphs(doc_id)[clumped["values"]["paragraph"] - 1]
    word = clumped["values"]["word"]
    assert count(word, place) == clumped["values"]["counts"][word][doc_id]


def test_leaders_are_named_only_in_office():
    values = facts("change_of_leader")[0]["values"]
    for leader, (first, last) in values["in_office"].items():
        for doc_id, body in BODIES.items():
            if count(leader, body) and values["former"].get(doc_id) != leader:
                assert first <= HEADERS[doc_id]["date"] <= last
