-- Devices in use at the end of the month, by their class and the years that are complete since
-- their first use or, where that is not on record, their purchase. The last of the years stands
-- for all after it; a device of which neither day is on record has no age. past_target_age marks
-- ages at which every device has been in use for as long as its class should be.
-- grain: organisation
-- picture: counts
-- rows: category
-- columns: years
-- figure: beyond_target_age_share
with ages as (
    select
        coalesce(category, 'unknown') as category,
        case
            when age_months >= 96 then cast(8 as bigint)
            when age_months >= 0 then cast(floor(age_months / 12) as bigint)
        end as age_years,
        target_age_months,
        quantity
    from int_inventory
    where status = 'in_use'
),
categories as (
    select
        category,
        min(target_age_months) as target_age_months
    from ages
    group by category
),
age_years as (
    select cast(0 as bigint) as age_years
    union all
    select 1 as age_years
    union all
    select 2 as age_years
    union all
    select 3 as age_years
    union all
    select 4 as age_years
    union all
    select 5 as age_years
    union all
    select 6 as age_years
    union all
    select 7 as age_years
    union all
    select 8 as age_years
    union all
    select null as age_years
),
age_sums as (
    select
        category,
        age_years,
        sum(quantity) as device_count
    from ages
    group by
        category,
        age_years
)
select
    period.month,
    'organisation' as scope_kind,
    'all' as scope_id,
    categories.category as row_key,
    case when categories.category = 'unknown' then 1 else 0 end as row_order,
    case
        when age_years.age_years is null then 'unknown'
        when age_years.age_years = 8 then '8+'
        else cast(age_years.age_years as varchar)
    end as column_key,
    coalesce(age_years.age_years, 9) as column_order,
    cast(coalesce(age_sums.device_count, 0) as decimal(18, 6)) as value,
    'devices' as unit,
    cast(1 as double) as coverage,
    cast(null as varchar) as reason,
    case
        when age_years.age_years * 12 >= categories.target_age_months then 'past_target_age'
    end as mark,
    cast(null as varchar) as note
from categories
cross join age_years
cross join period
left join age_sums
    on age_sums.category = categories.category
    and (
        age_sums.age_years = age_years.age_years
        or (age_sums.age_years is null and age_years.age_years is null)
    )
