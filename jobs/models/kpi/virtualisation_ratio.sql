-- unit: VM/host
-- decimals: 1
-- better: higher
-- grain: room
-- numerator-unit: VMs
-- denominator-unit: hosts
-- over-time: mean
-- over-scope: ratio
-- gap: keep
-- grade: P
-- practices: fewer-servers
-- frames: EU Code of Conduct
select
    -- A host is a server of which something counts the virtual machines, also where there are none.
    period.month,
    'room' as scope_kind,
    coalesce(int_server_months.room_id, 'unplaced') as scope_id,
    decimal_6(
        cast(sum(exact(int_server_months.vm_count_sum)) as double)
        / (days_between(max(period.first_on), max(period.last_on)) + 1)
    ) as numerator,
    decimal_6(
        cast(sum(int_server_months.vm_day_count) as double)
        / (days_between(max(period.first_on), max(period.last_on)) + 1)
    ) as denominator,
    sum(int_server_months.vm_day_count)
    / nullif(sum(int_server_months.expected_day_count), 0) as coverage,
    cast(1 as double) as measured_share
from int_server_months
cross join period
where int_server_months.vm_day_count > 0
group by
    period.month,
    int_server_months.room_id
