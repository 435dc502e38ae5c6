select day_on, mean_c, cooling_degree_days, heating_degree_days, coverage from int_degree_days where day_on < date '2026-07-04'
