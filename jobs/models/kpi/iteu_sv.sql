-- unit: share
-- decimals: 3
-- better: higher
-- grain: room
-- numerator-unit: d
-- denominator-unit: d
-- over-time: ratio
-- over-scope: ratio
-- gap: keep
-- grade: B
-- practices: fewer-servers, green-data-centre
-- frames: EU Code of Conduct
select
    -- Days of servers: every server weighs the same on every day. Where no load is known at all
    -- there is no row, however many servers stand in the inventory.
    period.month,
    'room' as scope_kind,
    coalesce(int_server_months.room_id, 'unplaced') as scope_id,
    cast(sum(exact(int_server_months.cpu_share_sum)) as decimal(18, 6)) as numerator,
    cast(
        nullif(sum(int_server_months.cpu_day_count), 0) as decimal(18, 6)
    ) as denominator,
    sum(int_server_months.cpu_day_count)
    / nullif(
        sum(int_server_months.server_count * int_server_months.expected_day_count), 0
    ) as coverage,
    cast(1 as double) as measured_share
from int_server_months
cross join period
group by
    period.month,
    int_server_months.room_id
