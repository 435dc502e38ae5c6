select kpi_id, scope_id, part, activity, factor_value
from carbon_terms
where part like '%upstream%'
    and kpi_id in ('ict_co2e_total', 'ict_co2e_total_market', 'upstream_energy_co2e')
