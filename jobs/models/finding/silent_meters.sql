-- Meters that are silent at the end of the month, or as far as it can be known, longer than their
-- readings may be apart.
-- grain: meter
-- source: EU Code of Conduct for Data Centres, energy use measurement: what is not read is not
--     managed
-- grade: C
-- thresholds: most_silent_days
-- facts: silent_days d, most_silent_days d, silent_since date
with judged_meters as (
    select
        int_meter_silences.meter_id,
        local_date(int_meter_silences.read_at) as read_on,
        cast(int_meter_silences.silent_s as double) / 86400 as silent_days,
        int_meter_silences.silent_s
            > greatest(bounds.most_silent_days * 86400, int_meter_silences.may_s) as is_silent
    from int_meter_silences
    cross join bounds
),
meter_counts as (
    select
        count(*) as meter_count,
        count(case when is_silent then 1 end) as silent_count
    from judged_meters
)
select
    'meter' as scope_kind,
    judged_meters.meter_id as scope_id,
    cast(null as string) as missing,
    true as is_found,
    floor(judged_meters.silent_days) as silent_days,
    bounds.most_silent_days,
    year(judged_meters.read_on) * 10000 + month(judged_meters.read_on) * 100
    + day(judged_meters.read_on) as silent_since,
    cast(1 as double) as coverage
from judged_meters
cross join bounds
where judged_meters.is_silent
union all
select
    'organisation' as scope_kind,
    'all' as scope_id,
    case when meter_counts.meter_count = 0 then 'meters' end as missing,
    case when meter_counts.meter_count > 0 then false end as is_found,
    null as silent_days,
    bounds.most_silent_days,
    null as silent_since,
    cast(null as double) as coverage
from meter_counts
cross join bounds
where meter_counts.silent_count = 0
