select kpi_id, kind, part, activity, factor_value, coverage
from kpi_terms
where kpi_id in ('telework_home_co2e', 'telework_net_co2e')
