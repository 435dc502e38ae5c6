select kpi_id, part, activity, factor_value
from carbon_terms
where kpi_id in ('telework_home_co2e', 'telework_net_co2e')
