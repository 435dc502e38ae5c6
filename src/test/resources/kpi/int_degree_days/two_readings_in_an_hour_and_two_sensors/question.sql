select day_on, mean_c, cooling_degree_days, heating_degree_days, coverage from int_degree_days where mean_c is not null
