import summit_analysis as sa


def test_the_matrix_holds_what_frequency_counts(series):
    found = sa.dtm(series, n=2, min_count=3)
    assert found.doc_ids == series.metadata["doc_id"].tolist()
    assert found.terms == sorted(found.terms)
    frame = sa.frequency(series, 2, min_count=3).set_index("term")["count"]
    assert dict(zip(found.terms, found.matrix.sum(axis=0).tolist(), strict=True)) == frame.to_dict()


def test_a_document_without_terms_keeps_its_row(corpus_of):
    found = sa.dtm(corpus_of("We met.", "…"))
    assert found.matrix.toarray().tolist() == [[1, 1], [0, 0]]


def test_products_of_large_counts_do_not_overflow(corpus_of) -> None:
    matrix = sa.dtm(corpus_of("of " * 50_000)).matrix
    assert (matrix.T @ matrix).toarray().tolist() == [[2_500_000_000]]
    phrases = sa.dtm(corpus_of("of the " * 10), n=2)
    assert phrases.matrix.toarray().tolist() == [[10, 9]]
    assert phrases.terms == ["of the", "the of"]


def test_each_count_is_in_its_row_and_column(corpus_of) -> None:
    found = sa.dtm(corpus_of("We met. We met.", "They agreed.", "We agreed, they agreed."))
    assert found.terms == ["agreed", "met", "they", "we"]
    assert found.matrix.toarray().tolist() == [[0, 2, 0, 2], [1, 0, 1, 0], [2, 0, 1, 1]]
