select kind, part from kpi_terms
