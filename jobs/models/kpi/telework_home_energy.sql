-- unit: kWh
-- decimals: 0
-- better: lower
-- grain: department, organisation
-- per: working_day
-- over-time: sum
-- over-scope: none
-- gap: scale
-- factors: telework_day, telework_power, telework_heating, heating_degree_days
-- grade: B
-- practices: low-emission-telework
-- frames: GHG scope 3 category 7
select
    month,
    scope_kind,
    scope_id,
    cast(workplace_kwh + heating_kwh as decimal(18, 6)) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    coverage,
    cast(0 as double) as measured_share
from int_telework_energy
