-- What the devices that were bought in the month cost, per category and altogether. A line of ICT
-- goods without a category may be of devices, and a line without an amount weighs as the mean of
-- the others; both lower the coverage. A month without a line that lies between two with some is
-- one in which nothing was bought. Beyond the lines of every source nothing is known, and there is
-- no row.
-- grain: one row per scope_kind, scope_id
with told_months as (
    select period.month
    from stg_purchase_deliveries
    cross join period
    where stg_purchase_deliveries.first_on <= period.last_on
        and stg_purchase_deliveries.last_on >= period.first_on
    group by period.month
),
device_lines as (
    select
        int_purchase_lines.month,
        device_profiles.category_id,
        int_purchase_lines.amount_eur,
        abs(
            coalesce(
                cast(int_purchase_lines.amount_eur as double),
                cast(sum(int_purchase_lines.amount_eur) over () as double)
                / count(int_purchase_lines.amount_eur) over (),
                1
            )
        ) as likely_eur
    from int_purchase_lines
    left join device_profiles
        on device_profiles.category_id = int_purchase_lines.category
    where device_profiles.category_id is not null
        or (int_purchase_lines.category is null and int_purchase_lines.is_ict)
),
organisation_sums as (
    select
        month,
        sum(case when category_id is not null then amount_eur end) as amount_eur,
        cast(
            sum(
                exact(
                    case
                        when category_id is not null and amount_eur is not null then likely_eur
                        else 0
                    end
                )
            ) as double
        ) as known_eur,
        cast(sum(exact(case when category_id is not null then likely_eur else 0 end)) as double)
        / nullif(cast(sum(exact(likely_eur)) as double), 0) as named_share,
        cast(sum(exact(likely_eur)) as double) as likely_eur
    from device_lines
    group by month
),
category_sums as (
    select
        month,
        category_id,
        sum(amount_eur) as amount_eur,
        cast(sum(exact(case when amount_eur is not null then likely_eur else 0 end)) as double)
        / nullif(cast(sum(exact(likely_eur)) as double), 0) as known_share
    from device_lines
    where category_id is not null
    group by
        month,
        category_id
)
select
    told_months.month,
    'organisation' as scope_kind,
    'all' as scope_id,
    cast(
        case
            when organisation_sums.month is null then 0
            else organisation_sums.amount_eur
        end as decimal(18, 6)
    ) as amount_eur,
    case
        when organisation_sums.month is null then cast(1 as double)
        else coalesce(organisation_sums.known_eur / nullif(organisation_sums.likely_eur, 0), 0)
    end as coverage
from told_months
left join organisation_sums using (month)
union all
select
    category_sums.month,
    'category' as scope_kind,
    category_sums.category_id as scope_id,
    cast(category_sums.amount_eur as decimal(18, 6)) as amount_eur,
    coalesce(category_sums.known_share * organisation_sums.named_share, 0) as coverage
from category_sums
inner join organisation_sums using (month)
