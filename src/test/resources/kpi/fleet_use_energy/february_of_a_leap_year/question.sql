select scope_kind, numerator, coverage from fleet_use_energy
