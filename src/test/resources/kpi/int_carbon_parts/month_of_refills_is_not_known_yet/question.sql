select part, method, accounting, known_kg, whole_kg, kg, measured_share from int_carbon_parts
