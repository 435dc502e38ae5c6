-- unit: kgCO2e
-- decimals: 0
-- better: lower
-- grain: room
-- over-time: sum
-- over-scope: sum
-- gap: scale
-- factors: grid_electricity
-- scales-with: grid_electricity
-- grade: C
-- practices: green-data-centre
-- frames: ESRS E1-6, GHG scope 2, CO2-Prestatieladder, SDG 13.2, VSME
select
    int_room_totals.month,
    'room' as scope_kind,
    int_room_totals.room_id as scope_id,
    decimal_6(cast(int_room_totals.energy_kwh as double) * int_factors.value) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    int_room_totals.coverage,
    int_room_totals.measured_share
from int_room_totals
left join int_factors
    on int_factors.purpose = 'grid_electricity'
    and int_factors.unit = 'kgCO2e/kWh'
where int_room_totals.boundary = 'electricity'
