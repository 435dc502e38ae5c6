-- The categories of devices that inventories know, and the organisation. A KPI of events has a row
-- for each, also in a month without an event, so that months add up to a year; events of another
-- category count in the organisation only.
-- grain: one row per scope_kind, scope_id
select
    period.month,
    'category' as scope_kind,
    coalesce(int_known_devices.category, 'unknown') as scope_id
from int_known_devices
cross join period
group by
    period.month,
    coalesce(int_known_devices.category, 'unknown')
union all
select
    month,
    'organisation' as scope_kind,
    'all' as scope_id
from period
