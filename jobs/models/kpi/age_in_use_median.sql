-- unit: months
-- decimals: 1
-- better: higher
-- grain: category, organisation
-- over-time: last
-- over-scope: none
-- gap: keep
-- grade: P
-- frames: ESRS E5-4, SDG 12.5
-- The age in the middle; of an even number of devices, the mean of the two in the middle.
select
    month,
    scope_kind,
    scope_id,
    decimal_6(
        (
            min(case when counted >= floor((known_count + 1) / 2) then age_months end)
            + min(case when counted >= floor(known_count / 2) + 1 then age_months end)
        ) / 2
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
