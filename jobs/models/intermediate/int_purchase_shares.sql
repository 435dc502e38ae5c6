-- How much of the month's purchases meets each criterion, per category and altogether. What is not
-- known counts neither as met nor as not met, and lowers the coverage; a line of unknown weight
-- weighs as the mean of the others. A line without a category may be of any, and lowers the
-- coverage of each.
-- A month without a line that lies between two with some is one in which nothing was bought: 0 of
-- 0. Beyond the lines of every source nothing is known, and there is no row.
-- grain: one row per criterion, scope_kind, scope_id
with weighed_judgements as (
    select
        month,
        criterion,
        category,
        weight,
        abs(
            coalesce(
                cast(weight as double),
                cast(sum(weight) over (partition by criterion) as double)
                / count(weight) over (partition by criterion),
                1
            )
        ) as likely_weight,
        met_share,
        is_modelled
    from int_purchase_judgements
),
scope_sums as (
    select
        month,
        criterion,
        category,
        cast(sum(exact(cast(weight as double) * met_share)) as double) as met_weight,
        sum(case when met_share is not null then weight end) as known_weight,
        cast(sum(exact(likely_weight)) as double) as likely_weight,
        cast(
            sum(exact(case when met_share is not null then likely_weight else 0 end)) as double
        ) as known_likely_weight,
        cast(
            sum(
                exact(
                    case
                        when met_share is not null and not is_modelled then likely_weight
                        else 0
                    end
                )
            ) as double
        ) as recorded_likely_weight
    from weighed_judgements
    group by
        month,
        criterion,
        category
),
organisation_sums as (
    select
        month,
        criterion,
        cast(sum(exact(met_weight)) as double) as met_weight,
        sum(known_weight) as known_weight,
        cast(sum(exact(likely_weight)) as double) as likely_weight,
        cast(sum(exact(case when category is not null then likely_weight else 0 end)) as double)
        / nullif(cast(sum(exact(likely_weight)) as double), 0) as named_share,
        cast(sum(exact(known_likely_weight)) as double) as known_likely_weight,
        cast(sum(exact(recorded_likely_weight)) as double) as recorded_likely_weight
    from scope_sums
    group by
        month,
        criterion
),
criteria as (
    select 'type1_value' as criterion
    union all
    select 'type1_count' as criterion
    union all
    select 'refurbished_count' as criterion
    union all
    select 'refurbished_value' as criterion
    union all
    select 'fair_count' as criterion
    union all
    select 'criteria_value' as criterion
    union all
    select 'remanufactured_count' as criterion
    union all
    select 'recycled_mass' as criterion
),
told_months as (
    -- A month is told of where one source has lines from before or in it, and in it or after.
    select
        period.month
    from stg_purchase_deliveries
    cross join period
    where stg_purchase_deliveries.first_on <= period.last_on
        and stg_purchase_deliveries.last_on >= period.first_on
    group by period.month
)
select
    told_months.month,
    criteria.criterion,
    'organisation' as scope_kind,
    'all' as scope_id,
    decimal_6(
        case
            when organisation_sums.criterion is null then 0 else organisation_sums.met_weight
        end
    ) as met_weight,
    cast(
        case
            when organisation_sums.criterion is null then 0 else organisation_sums.known_weight
        end as decimal(18, 6)
    ) as known_weight,
    case
        when organisation_sums.criterion is null then cast(1 as double)
        else coalesce(
            organisation_sums.known_likely_weight / nullif(organisation_sums.likely_weight, 0), 0
        )
    end as coverage,
    coalesce(
        organisation_sums.recorded_likely_weight
        / nullif(organisation_sums.known_likely_weight, 0),
        1
    ) as measured_share
from told_months
cross join criteria
left join organisation_sums using (month, criterion)
union all
select
    scope_sums.month,
    scope_sums.criterion,
    'category' as scope_kind,
    scope_sums.category as scope_id,
    decimal_6(scope_sums.met_weight) as met_weight,
    cast(scope_sums.known_weight as decimal(18, 6)) as known_weight,
    coalesce(
        scope_sums.known_likely_weight / nullif(scope_sums.likely_weight, 0)
        * organisation_sums.named_share,
        0
    ) as coverage,
    coalesce(
        scope_sums.recorded_likely_weight / nullif(scope_sums.known_likely_weight, 0), 1
    ) as measured_share
from scope_sums
inner join organisation_sums using (month, criterion)
where scope_sums.category is not null
