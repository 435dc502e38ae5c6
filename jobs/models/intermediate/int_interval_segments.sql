-- Energy that a source gives per interval. Intervals of different length are different series and
-- are never added. Fuel is energy by what a litre of it holds; without a factor it is none. Where
-- the energy is not known, gap says why:
--   overlap        begins before the one before it, of the same length, has ended
--   too_long       longer than counter-max-gap: it cannot be said in which hours it was used
--   implausible    negative, or more than the connection can carry, or any can where nobody says
-- grain: one row per meter_id, quantity, step_s, started_at
with energy_intervals as (
    select
        stg_meter_readings.meter_id,
        stg_meter_readings.quantity,
        cast(
            round(
                micros_between(stg_meter_readings.started_at, stg_meter_readings.measured_at)
                / 1000000
            ) as bigint
        ) as step_s,
        stg_meter_readings.started_at,
        stg_meter_readings.measured_at as ended_at,
        cast(stg_meter_readings.value as double) * cast(stg_meter_readings.multiplier as double)
        * case stg_meter_readings.quantity
            when 'diesel' then int_fuel_contents.diesel_wh
            when 'natural_gas' then int_fuel_contents.natural_gas_wh
            else 1
        end as energy_wh,
        energy_limit_wh(
            stg_meter_readings.max_power_w,
            stg_meter_readings.started_at,
            stg_meter_readings.measured_at
        ) as limit_wh,
        stg_meter_readings.is_estimated
    from stg_meter_readings
    cross join int_fuel_contents
    where stg_meter_readings.kind = 'interval'
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
        and stg_meter_readings.started_at < stg_meter_readings.measured_at
),
neighbouring_intervals as (
    select
        meter_id,
        quantity,
        step_s,
        started_at,
        ended_at,
        energy_wh,
        limit_wh,
        is_estimated,
        lag(ended_at) over (
            partition by meter_id, quantity, step_s
            order by started_at
        ) as previous_ended_at
    from energy_intervals
),
judged_intervals as (
    select
        meter_id,
        quantity,
        step_s,
        started_at,
        ended_at,
        energy_wh,
        is_estimated,
        case
            when previous_ended_at > started_at
                then 'overlap'
            when energy_wh < 0 or energy_wh > limit_wh
                then 'implausible'
            when step_s <= settings.counter_max_gap_s
                then null
            when clock_micros_between(started_at, ended_at)
                > settings.counter_max_gap_s * 1000000
                then 'too_long'
        end as gap
    from neighbouring_intervals
    cross join settings
)
select
    meter_id,
    quantity,
    step_s,
    started_at,
    ended_at,
    case when gap is null then decimal_3(energy_wh) end as energy_wh,
    is_estimated,
    gap
from judged_intervals
