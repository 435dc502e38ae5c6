select round(numerator / denominator, 2) as pue, coverage from pue_annual
