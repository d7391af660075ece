"""Who acts: names, titles, pronouns, governments and groups."""

import pytest

import summit_analysis as sa
from tests.phrases.act_checks import acts_of, corpus_of


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("President Mirrow thanked her guest.", "Mirrow"),
        ("Mirrow thanked her guest.", "Mirrow"),
        ("The Prime Minister thanked his host.", "Iresk"),
        ("The President thanked her guest.", "Mirrow"),
        ("The Prime Minister and the President agreed to meet.", "joint"),
        ("Prime Minister Iresk and President Mirrow agreed to meet.", "joint"),
        ("They agreed to meet.", "joint"),
        ("Both sides agreed to meet.", "joint"),
        ("Both agreed to meet.", "joint"),
        ("Participants agreed to meet.", "joint"),
        ("We agree to meet.", "joint"),
        ("Keldrava pledged ten ships.", "Keldrava"),
        ("The United States pledged ten ships.", "United States"),
        ("The U.S. pledged ten ships.", "United States"),
        ("The UK pledged ten ships.", "United Kingdom"),
        ("The Republic of Korea pledged ten ships.", "ROK"),
        ("The Government of Japan pledged ten ships.", "Japan"),
        ("The Japanese side pledged ten ships.", "Japan"),
        ("The G7 firmly condemn the raid.", "G7"),
        ("The European Union condemns the raid.", "EU"),
        ("Most members condemned the raid.", "most members"),
        ("The Quad looks forward to the summit.", "Quad"),
    ],
)
def test_actor(text, actor):
    assert [who for _, who in acts_of(text)] == [actor]


@pytest.mark.parametrize(
    ("opening", "later", "actor"),
    [
        (
            "Mr. KISHIDA Fumio, Prime Minister of Japan, met with President Biden.",
            "Prime Minister Kishida",
            "Kishida",
        ),
        (
            "President Joseph R. Biden, Jr. met with President Yoon Suk Yeol.",
            "President Yoon",
            "Yoon",
        ),
        ("President Biden met with Prime Minister Fumio Kishida of Japan.", "Kishida", "Kishida"),
        (
            "President Ursula von der Leyen met the Council.",
            "President von der Leyen",
            "von der Leyen",
        ),
        (
            "President Andrés Manuel López Obrador met his team.",
            "President López Obrador",
            "López Obrador",
        ),
        ("Chairman of the National Assembly Vuong Dinh Hue met Biden.", "Chairman Hue", "Hue"),
        ("The President of Sorrelay, Halla Mirrow, met her team.", "President Mirrow", "Mirrow"),
        ("Ivan Petrov met with his team.", "Petrov", "Petrov"),
    ],
)
def test_names_are_learnt_from_the_document(opening, later, actor):
    found = sa.acts(corpus_of(f"{opening} {later} agreed to come."))
    assert found["actor"].tolist()[-1] == actor


def test_he_is_the_last_person_who_acted():
    assert [who for _, who in acts_of("President Mirrow spoke. She thanked her guest.")] == [
        "Mirrow"
    ] * 2


def test_a_speakers_label_sets_who_i_is():
    text = "PRESIDENT MIRROW: Thank you. I welcome this.\n\nPRIME MINISTER IRESK: I agree to that."
    assert [who for _, who in acts_of(text)] == ["Mirrow", "Mirrow", "Iresk"]


def test_the_senior_of_two_of_one_side_is_the_actor():
    text = "President Biden and Vice President Harris met with Prime Minister Iresk of Keldrava."
    assert sa.acts(corpus_of(text))["actor"].tolist() == ["Biden"]


def test_a_title_alone_without_a_name_names_itself():
    text = "The Secretary-General strongly condemned the raid. He urged calm."
    assert sa.acts(corpus_of(text))["actor"].tolist() == ["Secretary-General"] * 2


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        (
            "Secretary of State Ada Bell, Secretary of Defense Ira Cole, and National Security "
            "Advisor Max Dunn met with Keldravan Foreign Minister Jo Eck.",
            [("met", "Bell")],
        ),
        ("Foreign Minister Ada Bell and Foreign Minister Jo Eck met.", [("met", "joint")]),
        ("Prime Minister Iresk and the harbour masters agreed to meet.", [("agreed", "joint")]),
        (
            "The administration officials stressed the need.",
            [("stressed", "administration officials")],
        ),
        ("Student leaders thanked her.", [("thanked", "student leaders")]),
        ("U.S. participants expressed concern.", [("expressed", "United States")]),
        ("Latin American leaders agreed to meet.", [("agreed", "joint")]),
        ("The Socialist Republic of Viet Nam pledged ten ships.", [("pledged", "Vietnam")]),
        ("The United Republic of Tanzania pledged ten ships.", [("pledged", "Tanzania")]),
        ("The Kenyan Ports Authority announced its decision.", [("announced", "Kenya")]),
        (
            "President Mirrow's Special Advisor for the Isles Ora Finch met her guests.",
            [("met", "Finch")],
        ),
        ("The NATO Secretary General, Mr. Jan Holt, met her.", [("met", "Holt")]),
        ("The Government and people of Kenya thanked her.", [("thanked", "Kenya")]),
    ],
)
def test_sides_and_offices(text, acts):
    assert acts_of(text) == acts
