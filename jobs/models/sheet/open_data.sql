-- of: month
-- What each meter told of the computed month, to be published: energy in kWh, fuel by the energy it
-- holds; water in m³. amount is as metered and never completed: null where less than
-- minimum-coverage of the time in which the meter stands is known. Offices and single devices tell
-- of persons, and sensors of temperatures of nothing that is used: such meters have no row, unless
-- config/sheets.yaml publishes them, and none has that it keeps back. Months before the threshold
-- open_data_year have no row.
-- grain: one row per meter_id and quantity
with public_meters as (
    select
        meters.meter_id,
        max_by(meters.site_id, meters.valid_from) as site_id,
        max_by(meters.room_id, meters.valid_from) as room_id,
        max_by(meters.role, meters.valid_from) as role
    from meters
    left join open_data_meters using (meter_id)
    where meters.role <> 'inlet'
        and coalesce(open_data_meters.is_published, meters.role not in ('office', 'device'))
    group by meters.meter_id
),
energy_sums as (
    select
        hourly_energy.month,
        hourly_energy.meter_id,
        coalesce(hourly_energy.quantity, 'electricity') as quantity,
        'kWh' as unit,
        count(*) * 3600 as standing_s,
        sum(hourly_energy.covered_s) as covered_s,
        sum(
            hourly_energy.covered_s - hourly_energy.interpolated_s - hourly_energy.estimated_s
        ) as measured_s,
        decimal_3(cast(sum(hourly_energy.energy_wh) as double) / 1000) as amount
    from hourly_energy
    inner join period using (month)
    group by
        hourly_energy.month,
        hourly_energy.meter_id,
        hourly_energy.quantity
),
water_times as (
    select
        period.month,
        meters.meter_id,
        greatest(start_of_day(meters.valid_from), period.started_at) as from_at,
        least(
            coalesce(start_of_day(add_days(meters.valid_to, 1)), period.ended_at),
            period.ended_at
        ) as until_at
    from meters
    cross join period
    where meters.role = 'water'
        and start_of_day(meters.valid_from) < period.ended_at
        and (
            meters.valid_to is null
            or start_of_day(add_days(meters.valid_to, 1)) > period.started_at
        )
),
water_parts as (
    select
        water_times.month,
        water_times.meter_id,
        water_times.from_at,
        water_times.until_at,
        int_water_segments.water_l,
        int_water_segments.is_estimated,
        micros_between(int_water_segments.started_at, int_water_segments.ended_at)
            as elapsed_us,
        micros_between(
            greatest(int_water_segments.started_at, water_times.from_at),
            least(int_water_segments.ended_at, water_times.until_at)
        ) as shared_us
    from water_times
    left join int_water_segments
        on int_water_segments.meter_id = water_times.meter_id
        and int_water_segments.started_at < water_times.until_at
        and int_water_segments.ended_at > water_times.from_at
),
water_rows as (
    -- A meter whose key changed stands in two rows of the month.
    select
        month,
        meter_id,
        from_at,
        micros_between(from_at, until_at) / 1000000 as standing_s,
        coalesce(sum(shared_us), 0) / 1000000 as covered_s,
        coalesce(sum(case when is_estimated then 0 else shared_us end), 0) / 1000000
            as measured_s,
        cast(sum(exact(water_l * shared_us / nullif(elapsed_us, 0))) as double) as water_l
    from water_parts
    group by
        month,
        meter_id,
        from_at,
        until_at
),
every_sum as (
    select
        month,
        meter_id,
        quantity,
        unit,
        standing_s,
        covered_s,
        measured_s,
        amount
    from energy_sums
    union all
    select
        month,
        meter_id,
        'water' as quantity,
        'm³' as unit,
        cast(sum(exact(standing_s)) as double) as standing_s,
        cast(sum(exact(covered_s)) as double) as covered_s,
        cast(sum(exact(measured_s)) as double) as measured_s,
        decimal_3(cast(sum(exact(water_l)) as double) / 1000) as amount
    from water_rows
    group by
        month,
        meter_id
)
select
    every_sum.month,
    public_meters.site_id,
    public_meters.room_id,
    public_meters.meter_id,
    public_meters.role,
    every_sum.quantity,
    cast(
        case
            when every_sum.covered_s >= settings.minimum_coverage * every_sum.standing_s
                then every_sum.amount
        end as decimal(18, 3)
    ) as amount,
    every_sum.unit,
    round(every_sum.covered_s / nullif(every_sum.standing_s, 0), 6) as coverage,
    round(every_sum.measured_s / nullif(every_sum.covered_s, 0), 6) as measured_share
from every_sum
inner join public_meters using (meter_id)
cross join settings
cross join period
left join int_thresholds
    on int_thresholds.threshold = 'open_data_year'
where int_thresholds.value is null
    or year(period.first_on) >= int_thresholds.value
