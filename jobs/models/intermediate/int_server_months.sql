-- The servers of the computed month: those whose load is measured, and of those that the inventory
-- has in use as many more as it has. expected_day_count are the days that the load should be known
-- of, from the first measurement on, and until the last one where the inventory says that the
-- server is in use no longer. The idle_… columns are of the days of threshold idle_days up to the
-- month's end; is_standby: kept ready on purpose. room_id is that of the inventory.
-- grain: one row per server_id, and one per room_id without server_id for those nobody measures
with inventory_servers as (
    select
        device_id,
        max(room_id) as room_id,
        max(case when status = 'in_use' then 1 else 0 end) = 1 as is_in_use,
        sum(case when status = 'in_use' then quantity else 0 end) as in_use_count
    from int_inventory
    where category = 'server'
    group by device_id
),
server_spans as (
    select
        int_server_days.server_id,
        inventory_servers.room_id,
        inventory_servers.device_id is not null as is_in_inventory,
        coalesce(inventory_servers.is_in_use, true) as is_in_use,
        greatest(min(int_server_days.day_on), max(period.first_on)) as expected_from_on,
        case
            when coalesce(inventory_servers.is_in_use, true) then max(period.last_on)
            else max(int_server_days.day_on)
        end as expected_to_on
    from int_server_days
    cross join period
    left join inventory_servers
        on inventory_servers.device_id = int_server_days.server_id
    group by
        int_server_days.server_id,
        inventory_servers.room_id,
        inventory_servers.device_id,
        inventory_servers.is_in_use
),
month_sums as (
    select
        int_server_days.server_id,
        count(int_server_days.cpu_share) as cpu_day_count,
        cast(sum(exact(int_server_days.cpu_share)) as double) as cpu_share_sum,
        count(int_server_days.vm_count) as vm_day_count,
        cast(sum(exact(int_server_days.vm_count)) as double) as vm_count_sum
    from int_server_days
    inner join period
        on int_server_days.day_on >= period.first_on
        and int_server_days.day_on <= period.last_on
    group by int_server_days.server_id
),
idle_windows as (
    select
        add_days(period.last_on, 1 - int_thresholds.value) as from_on,
        int_thresholds.value as day_count
    from period
    inner join int_thresholds
        on int_thresholds.threshold = 'idle_days'
),
idle_sums as (
    select
        int_server_days.server_id,
        count(int_server_days.cpu_share) / idle_windows.day_count as coverage,
        cast(sum(exact(int_server_days.cpu_share)) as double)
        / count(int_server_days.cpu_share) as cpu_share,
        max(int_server_days.cpu_peak_share) as cpu_peak_share,
        max(int_server_days.is_standby) as is_standby
    from int_server_days
    inner join idle_windows
        on int_server_days.day_on >= idle_windows.from_on
    group by
        int_server_days.server_id,
        idle_windows.day_count
),
measured_counts as (
    select
        room_id,
        count(*) as server_count
    from server_spans
    where is_in_inventory
        and is_in_use
    group by room_id
),
inventory_counts as (
    select
        room_id,
        cast(sum(in_use_count) as bigint) as server_count
    from inventory_servers
    group by room_id
)
select
    server_spans.server_id,
    server_spans.room_id,
    server_spans.is_in_use,
    cast(1 as bigint) as server_count,
    days_between(server_spans.expected_from_on, server_spans.expected_to_on) + 1
        as expected_day_count,
    coalesce(month_sums.cpu_day_count, 0) as cpu_day_count,
    month_sums.cpu_share_sum,
    coalesce(month_sums.vm_day_count, 0) as vm_day_count,
    month_sums.vm_count_sum,
    coalesce(idle_sums.coverage, 0) as idle_coverage,
    idle_sums.cpu_share as idle_cpu_share,
    idle_sums.cpu_peak_share as idle_cpu_peak_share,
    idle_sums.is_standby
from server_spans
left join month_sums using (server_id)
left join idle_sums using (server_id)
where server_spans.expected_from_on <= server_spans.expected_to_on
union all
select
    cast(null as string) as server_id,
    inventory_counts.room_id,
    true as is_in_use,
    inventory_counts.server_count - coalesce(measured_counts.server_count, 0) as server_count,
    days_between(period.first_on, period.last_on) + 1 as expected_day_count,
    0 as cpu_day_count,
    cast(null as double) as cpu_share_sum,
    0 as vm_day_count,
    cast(null as double) as vm_count_sum,
    cast(0 as double) as idle_coverage,
    cast(null as double) as idle_cpu_share,
    cast(null as double) as idle_cpu_peak_share,
    false as is_standby
from inventory_counts
cross join period
left join measured_counts
    on coalesce(measured_counts.room_id, '') = coalesce(inventory_counts.room_id, '')
where inventory_counts.server_count > coalesce(measured_counts.server_count, 0)
