-- unit: EUR
-- decimals: 0
-- better: lower
-- grain: category, organisation
-- over-time: sum
-- over-scope: none
-- gap: leave_out
-- factors: device_energy, electricity_price
-- scales-with: electricity_price
-- grade: P
-- frames: SDG 7.3
select
    -- Modelled, so apart from energy_cost, which meters tell; devices in metered rooms are there.
    int_fleet_energy.month,
    int_fleet_energy.scope_kind,
    int_fleet_energy.scope_id,
    decimal_6(cast(int_fleet_energy.month_kwh as double) * int_factors.value) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    cast(int_fleet_energy.coverage as double) as coverage,
    cast(0 as double) as measured_share
from int_fleet_energy
left join int_factors
    on int_factors.purpose = 'electricity_price'
    and int_factors.unit = 'EUR/kWh'
