select kind, part, activity, factor_value, coverage from kpi_terms where kpi_id = 'print_co2e'
