-- The load of each server in an hour of the computed month or the one before, the mean of what was
-- measured in it. hour_number counts from the start of the computed month and is below 0 before it.
-- A measurement speaks of the time that ends with it.
-- grain: one row per server_id and hour with a measurement
with measured_hours as (
    select
        stg_server_metrics.server_id,
        cast(
            ceil(micros_between(period.started_at, stg_server_metrics.measured_at) / 3600000000)
            - 1 as bigint
        ) as hour_number,
        stg_server_metrics.cpu_share,
        stg_server_metrics.cpu_peak_share,
        stg_server_metrics.vm_count,
        stg_server_metrics.is_standby
    from stg_server_metrics
    cross join period
)
select
    measured_hours.server_id,
    measured_hours.hour_number,
    local_date(
        add_seconds(period.started_at, measured_hours.hour_number * 3600)
    ) as day_on,
    cast(sum(measured_hours.cpu_share) as double) / count(measured_hours.cpu_share) as cpu_share,
    max(
        cast(coalesce(measured_hours.cpu_peak_share, measured_hours.cpu_share) as double)
    ) as cpu_peak_share,
    cast(sum(measured_hours.vm_count) as double) / count(measured_hours.vm_count) as vm_count,
    coalesce(max(measured_hours.is_standby), false) as is_standby
from measured_hours
cross join period
where measured_hours.hour_number * 3600
    < micros_between(period.started_at, period.ended_at) / 1000000
group by
    measured_hours.server_id,
    measured_hours.hour_number,
    local_date(add_seconds(period.started_at, measured_hours.hour_number * 3600))
