select part, activity, factor_value from carbon_terms where kpi_id = 'print_co2e'
