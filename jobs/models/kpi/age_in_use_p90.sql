-- unit: months
-- decimals: 0
-- better: higher
-- grain: category, organisation
-- over-time: last
-- over-scope: none
-- gap: keep
-- grade: P
-- frames: ESRS E5-4, SDG 12.5
-- The youngest age that nine of ten devices do not exceed.
select
    month,
    scope_kind,
    scope_id,
    cast(
        min(case when counted * 10 >= known_count * 9 then age_months end) as decimal(18, 6)
    ) as numerator,
    cast(null as decimal(18, 6)) as denominator,
    max(known_count) / cast(sum(device_count) as double) as coverage,
    sum(case when age_months is not null then first_use_count else 0 end)
    / cast(nullif(max(known_count), 0) as double) as measured_share
from int_counted_ages
group by
    month,
    scope_kind,
    scope_id
