-- What is estimated of the gaps of a meter in the month, where estimate-gaps in
-- config/wattpeil.yaml allows it: the unknown seconds of an hour get the mean energy of the same
-- hour of the week, by the clock on the wall, in the four weeks before it, where that is measured
-- in enough of them. Measured is what is neither interpolated nor estimated, so that no estimate
-- comes of another one. A public holiday counts as the weekday that it falls on.
-- Of a silence of a counter that is too_long the register tells how much was used altogether: the
-- week gives its spread over the hours only, and only to a silence that lies within the month and
-- of which each hour can be told; a register that stood still gives 0.
-- There is no estimate before the first reading of a device or after its last one, none from
-- before a replacement or another key to after it, none where the gaps that could be told are more
-- than most-share of the meter's month, and none of a role whose hours do not follow the week or
-- that counts as a merit: of one device (silent, it may be unplugged), panels, generators, fuel,
-- heat that is reused and what is fed into the grid.
-- grain: one row per meter_id, quantity and hour that is completed
-- per: meter
with estimated_meters as (
    select
        int_standing_hours.meter_id,
        count(*) * 3600 * max(settings.gap_estimate_most_share) as most_s,
        max(settings.gap_estimate_least_weeks) as least_weeks
    from int_standing_hours
    cross join settings
    where settings.gap_estimate_most_share is not null
    group by int_standing_hours.meter_id
),
device_starts as (
    select
        meter_id,
        happened_at as from_at
    from meter_events
    where kind = 'replacement'
    union all
    select
        meter_id,
        min(start_of_day(valid_from)) as from_at
    from meters
    group by meter_id
),
device_times as (
    select
        meter_id,
        from_at,
        lead(from_at) over (
            partition by meter_id
            order by from_at
        ) as until_at
    from device_starts
),
device_stretches as (
    -- From the first reading of one device to its last one.
    select
        stg_meter_readings.meter_id,
        stg_meter_readings.quantity,
        min(coalesce(stg_meter_readings.started_at, stg_meter_readings.measured_at)) as first_at,
        max(stg_meter_readings.measured_at) as last_at
    from stg_meter_readings
    inner join estimated_meters using (meter_id)
    inner join device_times
        on device_times.meter_id = stg_meter_readings.meter_id
        and device_times.from_at
            <= coalesce(stg_meter_readings.started_at, stg_meter_readings.measured_at)
        and (
            device_times.until_at is null
            or (
                device_times.until_at
                    > coalesce(stg_meter_readings.started_at, stg_meter_readings.measured_at)
                and device_times.until_at >= stg_meter_readings.measured_at
            )
        )
    group by
        stg_meter_readings.meter_id,
        stg_meter_readings.quantity,
        stg_meter_readings.meter_key,
        stg_meter_readings.multiplier,
        device_times.from_at
),
metered_quantities as (
    select
        meter_id,
        quantity
    from int_meter_hours
    group by
        meter_id,
        quantity
),
unknown_hours as (
    -- Of a key that came back after another one, the stretches hold each other: the later counts.
    select
        int_standing_hours.meter_id,
        metered_quantities.quantity,
        int_standing_hours.hour_number,
        int_standing_hours.started_at,
        max(device_stretches.first_at) as device_first_at,
        max(3600 - coalesce(int_meter_hours.covered_s, 0)) as unknown_s
    from int_standing_hours
    inner join estimated_meters using (meter_id)
    inner join metered_quantities using (meter_id)
    left join int_meter_hours using (meter_id, quantity, hour_number)
    inner join device_stretches
        on device_stretches.meter_id = int_standing_hours.meter_id
        and device_stretches.quantity = metered_quantities.quantity
        and device_stretches.first_at <= int_standing_hours.started_at
        and device_stretches.last_at >= add_seconds(int_standing_hours.started_at, 3600)
    where int_standing_hours.role in (
        'site_total',
        'room_total',
        'it',
        'cooling',
        'ups_in',
        'ups_out',
        'rack',
        'chilled_water',
        'heat_removed',
        'office',
        'other'
    )
    and coalesce(int_meter_hours.covered_s, 0) < 3600
    group by
        int_standing_hours.meter_id,
        metered_quantities.quantity,
        int_standing_hours.hour_number,
        int_standing_hours.started_at
),
measured_hours as (
    -- The hour that autumn has twice is one hour of the week.
    select
        int_meter_hours.meter_id,
        int_meter_hours.quantity,
        local_date(int_meter_hours.started_at) as day_on,
        hour(local_time(int_meter_hours.started_at)) as wall_hour,
        min(int_meter_hours.started_at) as started_at,
        cast(sum(int_meter_hours.energy_wh) as double)
        / count(int_meter_hours.energy_wh) as energy_wh
    from int_meter_hours
    inner join estimated_meters using (meter_id)
    where int_meter_hours.covered_s = 3600
        and int_meter_hours.interpolated_s = 0
        and int_meter_hours.estimated_s = 0
    group by
        int_meter_hours.meter_id,
        int_meter_hours.quantity,
        local_date(int_meter_hours.started_at),
        hour(local_time(int_meter_hours.started_at))
),
told_hours as (
    select
        unknown_hours.meter_id,
        unknown_hours.quantity,
        unknown_hours.hour_number,
        unknown_hours.started_at,
        unknown_hours.unknown_s,
        cast(sum(exact(measured_hours.energy_wh)) as double) / count(measured_hours.energy_wh)
        * unknown_hours.unknown_s
        / 3600 as usual_wh
    from unknown_hours
    inner join estimated_meters using (meter_id)
    inner join measured_hours
        on measured_hours.meter_id = unknown_hours.meter_id
        and measured_hours.quantity = unknown_hours.quantity
        and measured_hours.wall_hour = hour(local_time(unknown_hours.started_at))
        and measured_hours.started_at >= unknown_hours.device_first_at
        and days_between(measured_hours.day_on, local_date(unknown_hours.started_at))
            in (7, 14, 21, 28)
    group by
        unknown_hours.meter_id,
        unknown_hours.quantity,
        unknown_hours.hour_number,
        unknown_hours.started_at,
        unknown_hours.unknown_s
    having count(*) >= max(estimated_meters.least_weeks)
),
silent_hours as (
    select
        int_counter_segments.meter_id,
        int_counter_segments.quantity,
        int_counter_segments.started_at as silent_from_at,
        int_counter_segments.silent_wh,
        int_counter_segments.started_at >= period.started_at
        and int_counter_segments.ended_at <= period.ended_at as is_within_month,
        period_hours.hour_number,
        micros_between(
            greatest(int_counter_segments.started_at, period_hours.started_at),
            least(int_counter_segments.ended_at, period_hours.ended_at)
        ) / 1000000 as silent_s
    from int_counter_segments
    inner join estimated_meters using (meter_id)
    inner join period_hours
        on period_hours.started_at < int_counter_segments.ended_at
        and period_hours.ended_at > int_counter_segments.started_at
    cross join period
    where int_counter_segments.gap = 'too_long'
),
spread_hours as (
    select
        silent_hours.meter_id,
        silent_hours.quantity,
        silent_hours.silent_from_at,
        silent_hours.silent_wh,
        silent_hours.is_within_month,
        silent_hours.hour_number,
        told_hours.unknown_s,
        told_hours.usual_wh is not null
        and abs(told_hours.unknown_s - silent_hours.silent_s) <= 1 as is_told,
        cast(sum(exact(told_hours.usual_wh)) over silence as double) as all_usual_wh,
        cast(sum(exact(told_hours.usual_wh)) over hours_until as double) as usual_until_wh,
        coalesce(
            cast(sum(exact(told_hours.usual_wh)) over hours_before as double), 0
        ) as usual_before_wh
    from silent_hours
    left join told_hours using (meter_id, quantity, hour_number)
    window
        silence as (
            partition by
                silent_hours.meter_id,
                silent_hours.quantity,
                silent_hours.silent_from_at
        ),
        hours_until as (
            partition by
                silent_hours.meter_id,
                silent_hours.quantity,
                silent_hours.silent_from_at
            order by silent_hours.hour_number
            rows between unbounded preceding and current row
        ),
        hours_before as (
            partition by
                silent_hours.meter_id,
                silent_hours.quantity,
                silent_hours.silent_from_at
            order by silent_hours.hour_number
            rows between unbounded preceding and 1 preceding
        )
),
told_silences as (
    select
        meter_id,
        quantity,
        silent_from_at
    from spread_hours
    group by
        meter_id,
        quantity,
        silent_from_at
    having min(is_within_month)
        and min(is_told)
        and (max(silent_wh) = 0 or max(all_usual_wh) > 0)
),
estimates as (
    select
        told_hours.meter_id,
        told_hours.quantity,
        told_hours.hour_number,
        decimal_3(told_hours.usual_wh) as energy_wh,
        told_hours.unknown_s as estimated_s
    from told_hours
    left join silent_hours using (meter_id, quantity, hour_number)
    where silent_hours.hour_number is null
    union all
    -- Up to the hour's end minus up to its start, each rounded: together what the register says.
    select
        spread_hours.meter_id,
        spread_hours.quantity,
        spread_hours.hour_number,
        case
            when spread_hours.silent_wh = 0 then cast(0 as decimal(18, 3))
            else
                decimal_3(
                    cast(spread_hours.silent_wh as double)
                    * spread_hours.usual_until_wh / spread_hours.all_usual_wh
                )
                - decimal_3(
                    cast(spread_hours.silent_wh as double)
                    * spread_hours.usual_before_wh / spread_hours.all_usual_wh
                )
        end as energy_wh,
        spread_hours.unknown_s as estimated_s
    from spread_hours
    inner join told_silences using (meter_id, quantity, silent_from_at)
),
estimated_sums as (
    select
        meter_id,
        quantity,
        sum(estimated_s) as estimated_s
    from estimates
    group by
        meter_id,
        quantity
)
select
    estimates.meter_id,
    estimates.quantity,
    estimates.hour_number,
    cast(estimates.energy_wh as decimal(18, 3)) as energy_wh,
    estimates.estimated_s
from estimates
inner join estimated_sums using (meter_id, quantity)
inner join estimated_meters using (meter_id)
where estimated_sums.estimated_s <= estimated_meters.most_s
