-- unit: kWh
-- decimals: 0
-- better: lower
-- grain: room
-- over-time: sum
-- over-scope: sum
-- gap: scale
-- activity: it_energy
-- grade: A
-- practices: server-room-monitoring
-- frames: EED II 1(d), ESRS E1-5, ISO 50001 EnPI, SDG 7.3
select
    month,
    'room' as scope_kind,
    room_id as scope_id,
    energy_kwh as numerator,
    cast(null as decimal(18, 6)) as denominator,
    coverage,
    measured_share
from int_room_totals
where boundary = 'edc'
