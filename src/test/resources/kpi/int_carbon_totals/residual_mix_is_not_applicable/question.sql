select method, accounting, kg, coverage, measured_share from int_carbon_totals
