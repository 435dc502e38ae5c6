-- Energy between two samples of power, as a trapezoid. The energy of a short segment is far below
-- one Wh, so it keeps six decimals. Where it is not known, gap says why:
--   meter_changed    another key or transformer ratio
--   too_long         longer than power-max-gap, or than three times the usual step of that day
--   implausible      a sample is negative, or above what the connection can carry, or any can
--                    where nobody says
-- grain: one row per meter_id, quantity, started_at, ended_at
with power_samples as (
    select
        meter_id,
        quantity,
        meter_key,
        multiplier,
        measured_at,
        cast(value as double) * cast(multiplier as double) as power_w,
        max_power_w,
        is_estimated
    from stg_meter_readings
    where kind = 'power'
        and quantity in ('electricity', 'heat', 'gas')
),
neighbouring_samples as (
    select
        meter_id,
        quantity,
        lag(measured_at) over sample_order as started_at,
        measured_at as ended_at,
        meter_key <> lag(meter_key) over sample_order
            or multiplier <> lag(multiplier) over sample_order as is_meter_changed,
        lag(power_w) over sample_order as power_before_w,
        power_w,
        max_power_w,
        is_estimated or lag(is_estimated) over sample_order as is_estimated
    from power_samples
    window sample_order as (
        partition by meter_id, quantity
        order by measured_at
    )
),
sample_pairs as (
    select
        meter_id,
        quantity,
        started_at,
        ended_at,
        day_number(ended_at) as day_number,
        micros_between(started_at, ended_at) as elapsed_us,
        is_meter_changed,
        power_before_w,
        power_w,
        energy_limit_wh(max_power_w, started_at, ended_at) as limit_wh,
        is_estimated
    from neighbouring_samples
    where started_at < ended_at
),
usual_steps as (
    -- By day, so that a meter set to another step keeps its coverage.
    select
        meter_id,
        quantity,
        day_number,
        median(elapsed_us) as step_us
    from sample_pairs
    group by
        meter_id,
        quantity,
        day_number
),
judged_pairs as (
    select
        sample_pairs.meter_id,
        sample_pairs.quantity,
        sample_pairs.started_at,
        sample_pairs.ended_at,
        (sample_pairs.power_before_w + sample_pairs.power_w) / 2
        * sample_pairs.elapsed_us / 3600000000 as energy_wh,
        sample_pairs.is_estimated,
        case
            when sample_pairs.is_meter_changed
                then 'meter_changed'
            when sample_pairs.elapsed_us
                > least(3 * usual_steps.step_us, settings.power_max_gap_s * 1000000)
                then 'too_long'
            when least(sample_pairs.power_before_w, sample_pairs.power_w) < 0
                then 'implausible'
            when greatest(sample_pairs.power_before_w, sample_pairs.power_w)
                * sample_pairs.elapsed_us / 3600000000 > sample_pairs.limit_wh
                then 'implausible'
        end as gap
    from sample_pairs
    inner join usual_steps using (meter_id, quantity, day_number)
    cross join settings
)
select
    meter_id,
    quantity,
    started_at,
    ended_at,
    case when gap is null then decimal_6(energy_wh) end as energy_wh,
    is_estimated,
    gap
from judged_pairs
