select kpi_id, scope_kind, scope_id, kind, part, activity, factor_value, coverage
from kpi_terms
where kpi_id in ('scope2_market', 'cue', 'cue_market', 'upstream_energy_co2e')
