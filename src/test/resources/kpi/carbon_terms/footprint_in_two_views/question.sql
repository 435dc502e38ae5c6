select kpi_id, part, activity, factor_value
from carbon_terms
where kpi_id in ('ict_co2e_total', 'ict_co2e_steering_market')
