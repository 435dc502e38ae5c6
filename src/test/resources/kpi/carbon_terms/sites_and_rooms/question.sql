select kpi_id, scope_kind, scope_id, part, activity, factor_value
from carbon_terms
where kpi_id in ('scope2_market', 'cue', 'cue_market', 'upstream_energy_co2e')
