-- unit: kWh
-- decimals: 0
-- better: lower
-- grain: category, organisation
-- over-time: sum
-- over-scope: none
-- gap: leave_out
-- factors: device_energy
-- grade: A
-- frames: ESRS E1-5, ISO 50001 EnPI, SDG 7.3
select
    month,
    scope_kind,
    scope_id,
    month_kwh as numerator,
    cast(null as decimal(18, 6)) as denominator,
    cast(coverage as double) as coverage,
    cast(0 as double) as measured_share
from int_fleet_energy
