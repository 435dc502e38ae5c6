-- All that is known of a meter's energy between two instants, in its up to three kinds of series.
-- grain: one row per meter_id, quantity, kind, step_s, started_at
select
    meter_id,
    quantity,
    'counter' as kind,
    cast(0 as bigint) as step_s,
    started_at,
    ended_at,
    cast(energy_wh as decimal(18, 6)) as energy_wh,
    is_estimated
from int_counter_segments
where gap is null
union all
select
    meter_id,
    quantity,
    'interval' as kind,
    step_s,
    started_at,
    ended_at,
    cast(energy_wh as decimal(18, 6)) as energy_wh,
    is_estimated
from int_interval_segments
where gap is null
union all
select
    meter_id,
    quantity,
    'power' as kind,
    cast(0 as bigint) as step_s,
    started_at,
    ended_at,
    energy_wh,
    is_estimated
from int_power_segments
where gap is null
