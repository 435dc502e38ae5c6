-- Energy between two counter readings of one meter. A replacement puts the last register of the old
-- meter and the first of the new one between the readings, so each part is a difference of one
-- meter's own registers. Fuel is energy by what a litre of it holds; without a factor it is none.
-- Where the energy is not known, gap says why:
--   meter_changed       another key or transformer ratio, and no replacement in config/events.csv
--   register_unknown    a replacement without its registers, or two of them between two readings
--   too_long            longer than counter-max-gap: it cannot be said in which hours it was used,
--                       only how much it was altogether (silent_wh)
--   reset               the register fell and no rollover explains it
--   implausible         more than the connection can carry, or any can where nobody says
-- grain: one row per meter_id, quantity, started_at, ended_at
with counter_readings as (
    select
        stg_meter_readings.meter_id,
        stg_meter_readings.quantity,
        stg_meter_readings.meter_key,
        case stg_meter_readings.quantity
            when 'diesel'
                then decimal_6(
                    cast(stg_meter_readings.multiplier as double) * int_fuel_contents.diesel_wh
                )
            when 'natural_gas'
                then decimal_6(
                    cast(stg_meter_readings.multiplier as double) * int_fuel_contents.natural_gas_wh
                )
            else stg_meter_readings.multiplier
        end as multiplier,
        stg_meter_readings.register_max_wh,
        stg_meter_readings.max_power_w,
        stg_meter_readings.measured_at,
        stg_meter_readings.value,
        stg_meter_readings.is_estimated
    from stg_meter_readings
    cross join int_fuel_contents
    where stg_meter_readings.kind = 'counter'
        and (
            stg_meter_readings.quantity in ('electricity', 'heat', 'gas')
            or (
                stg_meter_readings.quantity = 'diesel'
                and int_fuel_contents.diesel_wh is not null
            )
            or (
                stg_meter_readings.quantity = 'natural_gas'
                and int_fuel_contents.natural_gas_wh is not null
            )
        )
),
counter_meters as (
    select
        meter_id,
        quantity
    from counter_readings
    group by
        meter_id,
        quantity
),
replacements as (
    select
        counter_meters.meter_id,
        counter_meters.quantity,
        meter_events.happened_at,
        meter_events.end_register,
        meter_events.start_register
    from meter_events
    inner join counter_meters using (meter_id)
    where meter_events.kind = 'replacement'
),
register_points as (
    -- At one instant: the old meter ends, the new one starts, and then it is read.
    select
        meter_id,
        quantity,
        meter_key,
        multiplier,
        register_max_wh,
        max_power_w,
        measured_at,
        2 as turn,
        value as register_wh,
        is_estimated
    from counter_readings
    union all
    select
        meter_id,
        quantity,
        cast(null as string) as meter_key,
        cast(null as decimal(18, 6)) as multiplier,
        cast(null as decimal(18, 3)) as register_max_wh,
        cast(null as decimal(18, 3)) as max_power_w,
        happened_at as measured_at,
        0 as turn,
        cast(end_register * 1000 as decimal(18, 3)) as register_wh,
        false as is_estimated
    from replacements
    union all
    select
        meter_id,
        quantity,
        cast(null as string) as meter_key,
        cast(null as decimal(18, 6)) as multiplier,
        cast(null as decimal(18, 3)) as register_max_wh,
        cast(null as decimal(18, 3)) as max_power_w,
        happened_at as measured_at,
        1 as turn,
        cast(start_register * 1000 as decimal(18, 3)) as register_wh,
        false as is_estimated
    from replacements
),
neighbouring_points as (
    select
        meter_id,
        quantity,
        lag(measured_at) over point_order as started_at,
        measured_at as ended_at,
        meter_key,
        lag(meter_key) over point_order as previous_meter_key,
        coalesce(multiplier, lag(multiplier) over point_order) as multiplier,
        lag(multiplier) over point_order as previous_multiplier,
        coalesce(register_max_wh, lag(register_max_wh) over point_order) as register_max_wh,
        coalesce(max_power_w, lag(max_power_w) over point_order) as max_power_w,
        register_wh - lag(register_wh) over point_order as difference_wh,
        is_estimated or lag(is_estimated) over point_order as is_estimated
    from register_points
    window point_order as (
        partition by meter_id, quantity
        order by measured_at, turn
    )
),
register_differences as (
    select
        meter_id,
        quantity,
        started_at,
        ended_at,
        meter_key,
        previous_meter_key,
        multiplier,
        previous_multiplier,
        difference_wh,
        counted_by_register(difference_wh, register_max_wh, max_power_w) as consumed_wh,
        energy_limit_wh(max_power_w, started_at, ended_at) as limit_wh,
        is_estimated
    from neighbouring_points
    where started_at < ended_at
),
judged_differences as (
    select
        meter_id,
        quantity,
        started_at,
        ended_at,
        cast(consumed_wh as double) * cast(multiplier as double) as energy_wh,
        is_estimated,
        case
            when meter_key <> previous_meter_key or multiplier <> previous_multiplier
                then 'meter_changed'
            when register_gap(
                difference_wh,
                consumed_wh,
                cast(consumed_wh as double) * cast(multiplier as double),
                limit_wh
            ) is not null
                then register_gap(
                    difference_wh,
                    consumed_wh,
                    cast(consumed_wh as double) * cast(multiplier as double),
                    limit_wh
                )
            when micros_between(started_at, ended_at) <= settings.counter_max_gap_s * 1000000
                then null
            when clock_micros_between(started_at, ended_at)
                > settings.counter_max_gap_s * 1000000
                then 'too_long'
        end as gap
    from register_differences
    cross join settings
)
select
    meter_id,
    quantity,
    started_at,
    ended_at,
    case when gap is null then decimal_3(energy_wh) end as energy_wh,
    case when gap = 'too_long' then decimal_3(energy_wh) end as silent_wh,
    is_estimated,
    gap
from judged_differences
