select part, round(kg, 3) as kg, coverage from int_telework_parts
