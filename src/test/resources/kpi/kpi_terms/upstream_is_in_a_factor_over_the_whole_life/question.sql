select kpi_id, scope_id, kind, part, activity, factor_value, coverage
from kpi_terms
where kind like '%upstream%'
    and kpi_id in ('ict_co2e_total', 'ict_co2e_total_market', 'upstream_energy_co2e')
