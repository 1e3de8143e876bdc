"""The drawn joints: a knuckle and a pair of facet joints, to scale."""
