-- unit: share
-- decimals: 3
-- better: lower
-- grain: room
-- numerator-unit: servers
-- denominator-unit: servers
-- over-time: last
-- over-scope: ratio
-- gap: keep
-- minimum-coverage: 0.8
-- grade: P
-- practices: fewer-servers
-- frames: EU Code of Conduct
with bounds as (
    select
        max(case when threshold = 'idle_cpu_mean' then value end) as cpu_mean,
        max(case when threshold = 'idle_cpu_peak' then value end) as cpu_peak
    from int_thresholds
),
judged_servers as (
    select
        int_server_months.room_id,
        int_server_months.server_count,
        int_server_months.idle_coverage >= settings.minimum_coverage as is_known,
        int_server_months.idle_cpu_share < bounds.cpu_mean
            and int_server_months.idle_cpu_peak_share < bounds.cpu_peak
            and not int_server_months.is_standby as is_idle
    from int_server_months
    cross join bounds
    cross join settings
    where int_server_months.is_in_use
        and bounds.cpu_mean is not null
        and bounds.cpu_peak is not null
)
select
    -- A server that runs for fewer days than it takes to tell is not known yet.
    period.month,
    'room' as scope_kind,
    coalesce(judged_servers.room_id, 'unplaced') as scope_id,
    cast(
        count(case when judged_servers.is_known and judged_servers.is_idle then 1 end)
        as decimal(18, 6)
    ) as numerator,
    cast(count(case when judged_servers.is_known then 1 end) as decimal(18, 6)) as denominator,
    count(case when judged_servers.is_known then 1 end)
    / nullif(sum(judged_servers.server_count), 0) as coverage,
    cast(1 as double) as measured_share
from judged_servers
cross join period
group by
    period.month,
    judged_servers.room_id
