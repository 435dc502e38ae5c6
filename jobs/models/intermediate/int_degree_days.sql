-- Outside temperature of each site on the days of the month on which a sensor of role outside
-- stands, as the mean of the day's hours, each the mean of what was measured in it; a day of which
-- less than minimum-coverage of its hours is known has no mean. Degree days by the method of
-- Eurostat and the Joint Research Centre: a day as warm as cdd_from counts by what it is above
-- cdd_base, one as cold as hdd_from by what it is below hdd_base, any other 0. Null where the mean
-- or a bound of config/thresholds.csv is not known.
-- grain: one row per site_id and day_on
with outside_meters as (
    select
        meter_id,
        site_id,
        start_of_day(valid_from) as from_at,
        start_of_day(add_days(valid_to, 1)) as until_at
    from meters
    where role = 'outside'
),
site_hours as (
    select
        outside_meters.site_id,
        period_hours.started_at
    from outside_meters
    inner join period_hours
        on period_hours.started_at >= outside_meters.from_at
        and (
            outside_meters.until_at is null
            or period_hours.started_at < outside_meters.until_at
        )
    group by
        outside_meters.site_id,
        period_hours.started_at
),
sensor_readings as (
    select
        outside_meters.site_id,
        floor(
            micros_between(period.started_at, int_outside_readings.measured_at) / 3600000000
        ) as hour_number,
        int_outside_readings.temperature_c
    from int_outside_readings
    cross join period
    inner join outside_meters
        on outside_meters.meter_id = int_outside_readings.meter_id
        and outside_meters.from_at <= int_outside_readings.measured_at
        and (
            outside_meters.until_at is null
            or outside_meters.until_at > int_outside_readings.measured_at
        )
),
measured_hours as (
    select
        sensor_readings.site_id,
        period_hours.started_at,
        cast(sum(exact(sensor_readings.temperature_c)) as double)
        / count(sensor_readings.temperature_c) as temperature_c
    from sensor_readings
    inner join period_hours
        on period_hours.hour_number = sensor_readings.hour_number
    group by
        sensor_readings.site_id,
        period_hours.started_at
),
site_days as (
    select
        site_hours.site_id,
        local_date(site_hours.started_at) as day_on,
        cast(sum(exact(measured_hours.temperature_c)) as double)
        / count(measured_hours.temperature_c) as mean_c,
        cast(count(measured_hours.temperature_c) as double) / count(*) as coverage
    from site_hours
    left join measured_hours using (site_id, started_at)
    group by
        site_hours.site_id,
        local_date(site_hours.started_at)
),
known_days as (
    select
        site_days.site_id,
        site_days.day_on,
        case when site_days.coverage >= settings.minimum_coverage then site_days.mean_c end
            as mean_c,
        site_days.coverage
    from site_days
    cross join settings
),
bounds as (
    select
        max(case when threshold = 'cdd_base' then value end) as cdd_base_c,
        max(case when threshold = 'cdd_from' then value end) as cdd_from_c,
        max(case when threshold = 'hdd_base' then value end) as hdd_base_c,
        max(case when threshold = 'hdd_from' then value end) as hdd_from_c
    from int_thresholds
)
select
    period.month,
    known_days.site_id,
    known_days.day_on,
    known_days.mean_c,
    case
        when known_days.mean_c >= bounds.cdd_from_c then known_days.mean_c - bounds.cdd_base_c
        when known_days.mean_c < bounds.cdd_from_c and bounds.cdd_base_c is not null
            then cast(0 as double)
    end as cooling_degree_days,
    case
        when known_days.mean_c <= bounds.hdd_from_c then bounds.hdd_base_c - known_days.mean_c
        when known_days.mean_c > bounds.hdd_from_c and bounds.hdd_base_c is not null
            then cast(0 as double)
    end as heating_degree_days,
    known_days.coverage
from known_days
cross join bounds
cross join period
