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
