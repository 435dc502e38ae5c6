-- What was refilled at each site in the month (config/refills.csv), first fills apart. Of each kind
-- the months from the first row of a site to its last are known, with or without a refill; those
-- after it are not yet. amount is null in the one row of a month without any.
-- grain: one row per refill of a site and kind, and one of a month without any
with registers as (
    select
        site_id,
        kind,
        min(happened_on) as began_on,
        max(happened_on) as kept_until_on
    from refills
    group by
        site_id,
        kind
),
month_refills as (
    select
        refills.site_id,
        refills.kind,
        refills.substance,
        cast(refills.amount as double) as amount,
        refills.unit,
        refills.series
    from refills
    cross join period
    where not refills.is_first_fill
        and refills.amount > 0
        and refills.happened_on >= period.first_on
        and refills.happened_on <= period.last_on
)
select
    period.month,
    registers.site_id,
    registers.kind,
    registers.kept_until_on >= period.first_on as is_known,
    month_refills.substance,
    month_refills.amount,
    int_series_factors.factor_id,
    int_series_factors.value as factor_value
from registers
cross join period
left join month_refills
    on month_refills.site_id = registers.site_id
    and month_refills.kind = registers.kind
left join int_series_factors
    on int_series_factors.series = month_refills.series
    and int_series_factors.unit = 'kgCO2e/' || month_refills.unit
where registers.began_on <= period.last_on
