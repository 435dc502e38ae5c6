select kpi_id, kind, part, activity, factor_value, coverage
from kpi_terms
where kpi_id in ('ict_co2e_total_market', 'ict_co2e_steering')
