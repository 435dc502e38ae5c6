-- What a kWh of electricity from the grid costs and emits, by location, on the last day of the
-- month; null where no factor says it.
-- grain: one row
select
    max(
        case when purpose = 'electricity_price' and unit = 'EUR/kWh' then value end
    ) as eur_per_kwh,
    max(
        case when purpose = 'grid_electricity' and unit = 'kgCO2e/kWh' then value end
    ) as kgco2e_per_kwh
from int_factors
