-- The organisation's own figures of the month, in each unit that they came in. Several figures of
-- one month are told as their sum, their mean and the last of them.
-- grain: one row per indicator_id, unit, scope_kind and scope_id
with month_figures as (
    select
        period.month,
        stg_indicators.indicator_id,
        stg_indicators.unit,
        coalesce(stg_indicators.scope_kind, 'organisation') as scope_kind,
        case
            when coalesce(stg_indicators.scope_kind, 'organisation') = 'organisation' then 'all'
            else stg_indicators.scope_id
        end as scope_id,
        stg_indicators.day_on,
        stg_indicators.value
    from stg_indicators
    inner join period
        on stg_indicators.day_on >= period.first_on
        and stg_indicators.day_on <= period.last_on
)
select
    month,
    indicator_id,
    unit,
    scope_kind,
    scope_id,
    cast(sum(value) as decimal(18, 6)) as figure_sum,
    decimal_6(cast(sum(value) as double) / count(value)) as figure_mean,
    cast(max_by(value, day_on) as decimal(18, 6)) as figure_last
from month_figures
where scope_id is not null
group by
    month,
    indicator_id,
    unit,
    scope_kind,
    scope_id
