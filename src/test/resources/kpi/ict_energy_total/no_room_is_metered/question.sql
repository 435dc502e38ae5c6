select numerator, coverage from ict_energy_total
