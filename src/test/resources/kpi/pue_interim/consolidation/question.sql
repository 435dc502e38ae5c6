select scope_id, round(numerator / denominator, 2) as pue, numerator from pue_interim
