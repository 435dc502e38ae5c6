-- The energy that a litre of a fuel holds, by the factors of the month; null without one.
-- grain: one row
select
    max(
        case when purpose = 'fuel_diesel_energy' and unit = 'kWh/l' then value * 1000 end
    ) as diesel_wh,
    max(
        case when purpose = 'fuel_natural_gas_energy' and unit = 'kWh/m3' then value end
    ) as natural_gas_wh
from int_factors
