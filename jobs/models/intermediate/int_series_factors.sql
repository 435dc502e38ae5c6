-- The factor of each series that holds on the last day of the month: of those that have begun and
-- not ended, the one that began last. A figure of an earlier year stands in until the new one is
-- out.
-- grain: one row per series that has a factor on that day
with held_factors as (
    select
        factors.series,
        factors.factor_id,
        factors.value,
        factors.unit,
        factors.basis,
        factors.year,
        row_number() over (
            partition by factors.series
            order by factors.valid_from desc, factors.factor_id desc
        ) as recency
    from factors
    cross join period
    where factors.valid_from <= period.last_on
        and (factors.valid_to is null or factors.valid_to >= period.last_on)
)
select
    held_factors.series,
    held_factors.factor_id,
    cast(held_factors.value as double) as value,
    held_factors.unit,
    held_factors.basis,
    coalesce(held_factors.year < year(period.last_on), false) as is_provisional
from held_factors
cross join period
where held_factors.recency = 1
