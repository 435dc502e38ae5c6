select numerator, coverage from ict_primary_energy
