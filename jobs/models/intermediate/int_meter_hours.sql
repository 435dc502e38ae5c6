-- Energy of each meter in each hour of the month that its readings tell, and, where gaps are
-- estimated, of the four weeks before it: hour_number counts from the start of the month. A segment
-- that crosses hours is split linearly in time; its parts add up to it exactly. Of several series
-- of one meter only one counts in an hour: the one that covers most of it; then counter, interval,
-- power; then the finest. covered_s are the seconds whose energy is known. Of those, interpolated_s
-- come from a segment of more than one hour, whose spread over its hours is a guess, and
-- estimated_s from readings that the source itself estimated; no second is in both.
-- grain: one row per meter_id, quantity and hour of which anything is known
-- per: meter
with span as (
    -- What a gap of the month is estimated from lies in the four weeks before it.
    select
        period.started_at as counted_from_at,
        case
            when settings.gap_estimate_most_share is null then period.started_at
            else start_of_day(add_days(period.first_on, -28))
        end as from_at,
        period.ended_at as to_at
    from period
    cross join settings
),
hours as (
    select
        hour_number,
        started_at,
        ended_at
    from period_hours
    union all
    select
        earlier_hours.hour_number,
        earlier_hours.started_at,
        earlier_hours.ended_at
    from earlier_hours
    inner join span on span.from_at <= earlier_hours.started_at
),
span_segments as (
    select
        int_energy_segments.meter_id,
        int_energy_segments.quantity,
        int_energy_segments.kind,
        int_energy_segments.step_s,
        int_energy_segments.started_at,
        int_energy_segments.ended_at,
        int_energy_segments.energy_wh,
        int_energy_segments.is_estimated,
        micros_between(
            int_energy_segments.started_at, int_energy_segments.ended_at
        ) as elapsed_us,
        floor(
            micros_between(span.counted_from_at, int_energy_segments.started_at) / 3600000000
        ) as first_hour_number,
        ceil(
            micros_between(span.counted_from_at, int_energy_segments.ended_at) / 3600000000
        ) - 1 as last_hour_number
    from int_energy_segments
    cross join span
    where int_energy_segments.ended_at > span.from_at
        and int_energy_segments.started_at < span.to_at
),
segment_groups as (
    -- Segments within one hour are added up at once; one that crosses hours is a group of its own.
    select
        meter_id,
        quantity,
        kind,
        step_s,
        cast(first_hour_number as bigint) as first_hour_number,
        cast(last_hour_number as bigint) as last_hour_number,
        case when first_hour_number < last_hour_number then started_at end as crosses_from_at,
        cast(sum(energy_wh) as decimal(18, 6)) as energy_wh,
        cast(sum(elapsed_us) as bigint) as covered_us,
        cast(
            sum(case when elapsed_us > 3600000000 and not is_estimated then elapsed_us else 0 end)
            as bigint
        ) as interpolated_us,
        cast(sum(case when is_estimated then elapsed_us else 0 end) as bigint) as estimated_us
    from span_segments
    group by
        meter_id,
        quantity,
        kind,
        step_s,
        first_hour_number,
        last_hour_number,
        case when first_hour_number < last_hour_number then started_at end
),
crossed_hours as (
    select
        segment_groups.meter_id,
        segment_groups.quantity,
        segment_groups.kind,
        segment_groups.step_s,
        hours.hour_number,
        segment_groups.energy_wh,
        segment_groups.covered_us as elapsed_us,
        greatest(
            micros_between(segment_groups.crosses_from_at, hours.started_at), 0
        ) as from_us,
        least(
            micros_between(segment_groups.crosses_from_at, hours.ended_at),
            segment_groups.covered_us
        ) as to_us,
        segment_groups.interpolated_us > 0 as is_interpolated,
        segment_groups.estimated_us > 0 as is_estimated
    from segment_groups
    inner join hours
        on hours.hour_number >= segment_groups.first_hour_number
        and hours.hour_number <= segment_groups.last_hour_number
    where segment_groups.crosses_from_at is not null
),
parts as (
    select
        meter_id,
        quantity,
        kind,
        step_s,
        first_hour_number as hour_number,
        energy_wh,
        covered_us,
        interpolated_us,
        estimated_us
    from segment_groups
    where crosses_from_at is null
    union all
    -- The energy up to the hour's end minus the energy up to its start, each rounded: nothing is
    -- lost or made at an edge. Registers have three decimals, trapezoids six.
    select
        meter_id,
        quantity,
        kind,
        step_s,
        hour_number,
        case
            when kind = 'power'
                then decimal_6(cast(energy_wh as double) * to_us / elapsed_us)
                    - decimal_6(cast(energy_wh as double) * from_us / elapsed_us)
            else
                decimal_3(cast(energy_wh as double) * to_us / elapsed_us)
                - decimal_3(cast(energy_wh as double) * from_us / elapsed_us)
        end as energy_wh,
        to_us - from_us as covered_us,
        case when is_interpolated then to_us - from_us else 0 end as interpolated_us,
        case when is_estimated then to_us - from_us else 0 end as estimated_us
    from crossed_hours
),
series_hours as (
    select
        meter_id,
        quantity,
        kind,
        step_s,
        hour_number,
        cast(sum(energy_wh) as decimal(18, 3)) as energy_wh,
        cast(round(sum(covered_us) / 1000000) as bigint) as covered_s,
        cast(round(sum(interpolated_us) / 1000000) as bigint) as interpolated_s,
        cast(round(sum(estimated_us) / 1000000) as bigint) as estimated_s
    from parts
    group by
        meter_id,
        quantity,
        kind,
        step_s,
        hour_number
),
ranked_series_hours as (
    select
        meter_id,
        quantity,
        hour_number,
        energy_wh,
        covered_s,
        interpolated_s,
        estimated_s,
        row_number() over (
            partition by meter_id, quantity, hour_number
            order by
                covered_s desc,
                case kind when 'counter' then 1 when 'interval' then 2 else 3 end,
                step_s
        ) as preference
    from series_hours
)
select
    ranked_series_hours.meter_id,
    ranked_series_hours.quantity,
    ranked_series_hours.hour_number,
    hours.started_at,
    ranked_series_hours.energy_wh,
    ranked_series_hours.covered_s,
    ranked_series_hours.interpolated_s,
    ranked_series_hours.estimated_s
from ranked_series_hours
inner join hours using (hour_number)
where ranked_series_hours.preference = 1
