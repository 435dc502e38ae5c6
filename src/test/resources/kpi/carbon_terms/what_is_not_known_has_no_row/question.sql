select part from carbon_terms
