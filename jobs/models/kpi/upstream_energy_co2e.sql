-- unit: kgCO2e
-- decimals: 0
-- better: lower
-- grain: room
-- over-time: sum
-- over-scope: sum
-- gap: scale
-- factors: grid_electricity, electricity_upstream
-- scales-with: electricity_upstream
-- grade: A
-- frames: GHG scope 3 category 3, ESRS E1-6, SDG 13.2
select
    -- A factor over the life of the electricity, or from well to wheel, holds this already.
    int_room_totals.month,
    'room' as scope_kind,
    int_room_totals.room_id as scope_id,
    decimal_6(
        cast(int_room_totals.energy_kwh as double)
        * case
            when grid_factors.basis in ('lifecycle', 'wtw') then 0
            when grid_factors.basis = 'direct' then upstream_factors.value
        end
    ) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    int_room_totals.coverage,
    int_room_totals.measured_share
from int_room_totals
left join int_factors as grid_factors
    on grid_factors.purpose = 'grid_electricity'
    and grid_factors.unit = 'kgCO2e/kWh'
left join int_factors as upstream_factors
    on upstream_factors.purpose = 'electricity_upstream'
    and upstream_factors.unit = 'kgCO2e/kWh'
where int_room_totals.boundary = 'electricity'
