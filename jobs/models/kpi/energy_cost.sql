-- unit: EUR
-- decimals: 0
-- better: lower
-- grain: room
-- over-time: sum
-- over-scope: sum
-- gap: scale
-- factors: electricity_price
-- scales-with: electricity_price
-- grade: P
-- frames: SDG 7.3
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
    on int_factors.purpose = 'electricity_price'
    and int_factors.unit = 'EUR/kWh'
where int_room_totals.boundary = 'electricity'
