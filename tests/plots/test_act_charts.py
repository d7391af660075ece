"""Who did what, drawn: the numbers are the frame's, the words are the text's, and both are safe."""

import html
import re

import pandas as pd
import pytest

import summit_analysis as sa
from summit_analysis import findings
from summit_analysis.errors import SummitAnalysisError

HOSTILE = "The two leaders condemned <script>alert(1)</script> & \"peace\" <img src=x onerror='y'>."
CLASSES = ["commissive", "directive", "expressive", "assertive", "declarative", "procedural"]


@pytest.fixture(scope="module", params=["bundled", "series"])
def corpus(request):
    return sa.load(sa.bundled("data", "examples", "series") if request.param == "series" else None)


@pytest.fixture(scope="module")
def acts(corpus):
    return sa.acts(corpus)


@pytest.fixture(scope="module")
def silent():
    return sa.Corpus([sa.Document("still", "Nothing of note. The sea was calm.")])


def made_up(actors, **columns):
    """Return a frame like that of `acts`, with these actors."""
    rows = pd.DataFrame({"actor": actors, "act_class": "expressive", "is_reply": False})
    rows["act_id"] = [f"d:{n}" for n in range(len(rows))]
    rows.attrs = {"title": "Acts", "notes": []}
    return rows.assign(**columns)


def ticks(labels):
    return [label.get_text() for label in labels]


def test_the_cells_of_the_matrix_are_the_counts(acts):
    (axes,) = sa.plots.actor_by_class(acts).mpl.axes
    actors = ticks(axes.get_yticklabels())
    expected = pd.crosstab(acts["actor"], acts["act_class"])
    expected = expected.reindex(index=actors, columns=CLASSES, fill_value=0)
    drawn = [text.get_text() for text in axes.texts]
    cells, totals = drawn[: expected.size], drawn[expected.size :]
    assert cells == [f"{n:,}" if n else "·" for n in expected.to_numpy().ravel()]
    assert totals == [f"{n:,}" for n in expected.sum(axis=1)]
    assert actors[0] == "joint" and set(actors) == set(acts["actor"])
    assert ticks(axes.get_xticklabels()) == [*CLASSES, "all"]


def test_many_actors_are_summed():
    names = [f"Party {n:02}" for n in range(20) for _ in range(20 - n)]
    figure = sa.plots.actor_by_class(made_up([*names, "joint"]))
    (axes,) = figure.mpl.axes
    rows = ticks(axes.get_yticklabels())
    assert rows[:2] == ["joint", "Party 00"] and rows[-1] == "7 others" and len(rows) == 15
    assert axes.texts[-1].get_text() == str(sum(range(1, 8)))
    assert any("7 others" in note and "7 acts or fewer" in note for note in figure.notes)


def test_voices_are_counted_by_topic(corpus, acts):
    figure = sa.plots.voices_by_topic(corpus, acts)
    (axes,) = figure.mpl.axes
    evidence = sa.topic_evidence(corpus).drop_duplicates(["doc_id", "sentence", "topic"])
    both = evidence[["doc_id", "sentence", "topic"]].merge(
        acts[["doc_id", "sentence", "actor"]], on=["doc_id", "sentence"]
    )
    drawn = [text.get_text() for text in axes.texts]
    written = [sum(int(n) for n in drawn[side::2] if n != "·") for side in (0, 1)]
    joint = int((both["actor"] == "joint").sum())
    assert written == [joint, len(both) - joint]
    assert len(drawn) == 2 * both["topic"].nunique() == 2 * len(axes.get_yticklabels())
    widths = [bar.get_width() for bar in axes.patches]
    assert sum(abs(width) for width in widths) == len(both)
    assert sum(width for width in widths if width < 0) == -joint


def test_dots_stand_on_their_steps(acts):
    placed = sa.strengths(acts)
    figure = sa.plots.strength_ladder(placed)
    panels = [axes for axes in figure.mpl.axes if axes.axison]
    assert len(panels) == placed["scale"].nunique()
    dots = {
        (axes.texts[-1].get_text(), float(x), float(y))
        for axes in panels
        for dot in axes.collections
        for x, y in dot.get_offsets()
    }
    assert len(dots) == len(placed.drop_duplicates(["scale", "actor", "step"]))
    counts = [int(text.get_text()) for axes in panels for text in axes.texts[:-1]]
    assert sum(counts) == len(placed)
    japan = next(axes for axes in panels if "Japanese" in axes.texts[-1].get_text())
    steps = ticks(japan.get_yticklabels())
    assert steps[0] == "concern  1" and steps[-1] == "resolutely condemn  8"
    bottom, top = japan.get_ylim()
    assert bottom < top


def test_a_ladder_of_ones_own():
    lexicon = {
        "scales": {"ours": {"title": "Ours", "source": "us", "steps": [{"name": "low"}]}},
    }
    placed = made_up(["$x$"], scale="ours", step=1, of=1, label="low")
    figure = sa.plots.strength_ladder(placed, lexicon)
    assert "“ours”" in figure.alt and figure._repr_html_()
    with pytest.raises(SummitAnalysisError, match="no scale called 'ours'"):
        sa.plots.strength_ladder(placed)


def test_a_script_has_every_word_and_every_act():
    corpus = sa.load()
    acts = sa.acts(corpus)
    page = sa.plots.script(corpus, acts)._repr_html_()
    marked = re.findall(r'<mark class="sa-act sa-(\w+)">([^<]*)</mark>&nbsp;<small>([^<]*)', page)
    assert [(kind, verb) for kind, verb, _ in marked] == list(
        zip(acts["act_class"], acts["match"], strict=True)
    )
    assert sum(label.endswith("reply") for _, _, label in marked) == acts["is_reply"].sum()
    lines = re.findall(r"<li[^>]*><p>(.*?)</p>", page, flags=re.DOTALL)
    bare = [re.sub(r"&nbsp;<small>.*?</small>", "", line) for line in lines]
    assert [html.unescape(re.sub(r"<[^>]+>", "", line)) for line in bare] == list(
        corpus.sentences["text"]
    )
    assert "<script" not in page and "Russia and Ukraine</p>" in page
    assert sa.plots.script(corpus, acts).csv().count("\r\n") == len(acts) + 1


def test_the_text_of_documents_is_never_markup():
    title = "<b>Title</b>"
    corpus = sa.Corpus([sa.Document("<d>", HOSTILE, {"title": title, "issuer": "<i>us</i>"})])
    acts = sa.acts(corpus)
    assert len(acts)
    page = sa.plots.script(corpus, acts.assign(actor='<u>"x"</u>'))._repr_html_()
    body = page.split("</style>", 1)[1]
    for tag in ("<script", "<img", "<b>", "<i>", "<u>"):
        assert tag not in body
    assert html.escape(HOSTILE.split("condemned")[1].strip(), quote=False)[:20] in body


def test_signs_in_names_are_no_formulas():
    rows = made_up(["a_$\\frac$", "<b>", "joint"])
    page = sa.plots.actor_by_class(rows)._repr_html_()
    assert "<b>" not in page


def test_a_long_series_is_cut_and_says_so():
    corpus = sa.load(sa.bundled("data", "examples", "series"))
    acts = sa.acts(corpus)
    view = sa.plots.script(corpus, acts)
    assert view._repr_html_().count("<section") == 3
    assert view.notes[0] == "Showing the first 3 of 15 documents with acts."
    short = sa.plots.script(corpus, acts, sentences=5)
    assert short._repr_html_().count("<li") == 5
    assert short.notes[0].startswith("Showing the first 5 of their ")


def test_empty_results_give_their_reason(silent):
    acts = sa.acts(silent)
    for figure in (sa.plots.actor_by_class(acts), sa.plots.voices_by_topic(silent, acts)):
        assert "nothing to draw" in figure.caption and figure.alt.startswith("No act was found")
    ladder = sa.plots.strength_ladder(sa.strengths(acts))
    assert ladder.alt.startswith("No act stands on")
    page = sa.plots.script(silent, acts)._repr_html_()
    assert page.count("No act was found") == 1 and "<li" not in page


def test_acts_without_a_topic():
    corpus = sa.Corpus([sa.Document("d", "The two leaders agreed to carry on.")])
    figure = sa.plots.voices_by_topic(corpus, sa.acts(corpus))
    assert figure.alt == "No act stands in a sentence that speaks of a topic of the lexicon."


@pytest.mark.parametrize("draw", ["actor_by_class", "strength_ladder"])
def test_another_frame_is_refused(draw, silent):
    with pytest.raises(SummitAnalysisError, match="takes what"):
        getattr(sa.plots, draw)(silent.metadata)
    for both in ("voices_by_topic", "script"):
        with pytest.raises(SummitAnalysisError, match="takes what"):
            getattr(sa.plots, both)(silent, silent.metadata)


def test_saved_twice_the_same(corpus, acts, tmp_path):
    for draw in (
        lambda: sa.plots.voices_by_topic(corpus, acts),
        lambda: sa.plots.strength_ladder(sa.strengths(acts)),
    ):
        paths = [draw().save(tmp_path / f"{turn}.svg") for turn in (1, 2)]
        assert paths[0].read_bytes() == paths[1].read_bytes()


def test_findings_count_what_the_frames_hold(corpus, acts):
    promised = sa.commitments(corpus)
    asks = sa.requests(acts)
    assert findings.acts_done(acts).startswith(f"{len(acts):,} acts were found: ")
    assert f"{(acts['actor'] == 'joint').sum():,} by the parties" in findings.acts_done(acts)
    assert f"{promised['specific'].sum():,} of them" in findings.commitments_made(promised)
    unanswered = int((asks["answered_by"] == "").sum())
    assert (f"to {unanswered:,} of them" in findings.asks_answered(asks)) == (unanswered > 0)
