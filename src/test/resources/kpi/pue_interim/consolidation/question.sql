select scope_id, round(numerator / denominator, 2) as pue, numerator, round(numerator / 120000 - 1, 3) as change from pue_interim
