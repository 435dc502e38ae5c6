-- The bounds of config/thresholds.csv that hold on the last day of the month: of the rows of a
-- threshold that have begun and not ended, the one that began last.
-- grain: one row per threshold that holds on that day
with held_thresholds as (
    select
        thresholds.threshold,
        thresholds.value,
        thresholds.unit,
        row_number() over (
            partition by thresholds.threshold
            order by thresholds.valid_from desc
        ) as recency
    from thresholds
    cross join period
    where thresholds.valid_from <= period.last_on
        and (thresholds.valid_to is null or thresholds.valid_to >= period.last_on)
)
select
    threshold,
    cast(value as double) as value,
    unit
from held_thresholds
where recency = 1
