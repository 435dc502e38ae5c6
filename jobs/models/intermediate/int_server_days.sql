-- The load of each server on a day of the computed month or the one before: the mean of its hours
-- that are known, and the highest load.
-- grain: one row per server_id and day_on
select
    server_id,
    day_on,
    cast(sum(exact(cpu_share)) as double) / count(cpu_share) as cpu_share,
    max(cpu_peak_share) as cpu_peak_share,
    cast(sum(exact(vm_count)) as double) / count(vm_count) as vm_count,
    max(is_standby) as is_standby
from int_server_hours
group by
    server_id,
    day_on
