select day_on, mean_c from int_degree_days
