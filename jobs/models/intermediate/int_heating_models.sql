-- What a degree day adds to the energy of each site: a regression of the energy of days on their
-- degree days, beside a level of weekdays and one of weekends, over the days of twelve months on
-- which both are known. Where readings are spread over days it is one of months, each the mean of
-- its days, if enough of them are known. known_share is the share of the twelve months that is
-- known in that way, and is_enough whether a model can be made of it; null without a bound.
-- kwh_per_degree_day is null where it cannot, or the model is not accepted by the bounds of
-- config/thresholds.csv: its slope is not above 0 with certainty, or degree days explain too little
-- of what weekdays leave, or too much is left.
-- grain: one row per site_id
with bounds as (
    select
        max(case when threshold = 'normalisation_least_days' then value end) as least_days,
        max(case when threshold = 'normalisation_least_months' then value end) as least_months,
        max(case when threshold = 'normalisation_explained_share' then value end)
            as least_explained_share,
        max(case when threshold = 'normalisation_variation' then value end) as most_variation,
        max(case when threshold = 'normalisation_t' then value end) as least_t
    from int_thresholds
),
site_steps as (
    select
        site_id,
        max(case when is_spread then 1 else 0 end) = 1 as is_monthly
    from int_heating_days
    group by site_id
),
paired_days as (
    select
        month,
        site_id,
        day_on,
        energy_kwh,
        degree_days
    from int_heating_days
    where energy_kwh is not null
        and degree_days is not null
),
paired_months as (
    select
        month,
        site_id,
        count(*) as day_count,
        cast(sum(exact(energy_kwh)) as double) / count(energy_kwh) as energy_kwh,
        cast(sum(exact(degree_days)) as double) / count(degree_days) as degree_days
    from paired_days
    group by
        month,
        site_id
),
points as (
    select
        paired_days.site_id,
        is_weekday(paired_days.day_on) as is_weekday,
        paired_days.energy_kwh,
        paired_days.degree_days
    from paired_days
    inner join site_steps using (site_id)
    where not site_steps.is_monthly
    union all
    select
        paired_months.site_id,
        true as is_weekday,
        paired_months.energy_kwh,
        paired_months.degree_days
    from paired_months
    inner join site_steps using (site_id)
    cross join settings
    where site_steps.is_monthly
        and paired_months.day_count
            >= settings.minimum_coverage
                * days_between(
                    cast(paired_months.month || '-01' as date),
                    add_months(cast(paired_months.month || '-01' as date), 1)
                )
),
deviations as (
    select
        site_id,
        is_weekday,
        energy_kwh,
        energy_kwh
        - cast(sum(exact(energy_kwh)) over (partition by site_id, is_weekday) as double)
        / count(energy_kwh) over (partition by site_id, is_weekday) as energy_deviation,
        degree_days
        - cast(sum(exact(degree_days)) over (partition by site_id, is_weekday) as double)
        / count(degree_days) over (partition by site_id, is_weekday)
            as degree_day_deviation
    from points
),
sums as (
    select
        site_id,
        count(*) as point_count,
        count(*) - count(distinct is_weekday) - 1 as freedom,
        cast(sum(exact(energy_kwh)) as double) / count(energy_kwh) as mean_kwh,
        cast(sum(exact(energy_deviation * energy_deviation)) as double) as energy_squares,
        cast(
            sum(exact(degree_day_deviation * degree_day_deviation)) as double
        ) as degree_day_squares,
        cast(sum(exact(energy_deviation * degree_day_deviation)) as double) as products
    from deviations
    group by site_id
),
fits as (
    select
        site_steps.site_id,
        site_steps.is_monthly,
        coalesce(sums.point_count, 0) as point_count,
        case when site_steps.is_monthly then bounds.least_months else bounds.least_days end
            as least_count,
        sums.freedom,
        sums.mean_kwh,
        sums.energy_squares,
        sums.degree_day_squares,
        sums.products / nullif(sums.degree_day_squares, 0) as slope,
        greatest(
            sums.energy_squares
            - sums.products * sums.products / nullif(sums.degree_day_squares, 0),
            0
        ) as left_squares
    from site_steps
    left join sums using (site_id)
    cross join bounds
)
select
    period.month,
    fits.site_id,
    fits.is_monthly,
    fits.point_count,
    cast(fits.point_count as double)
    / case
        when fits.is_monthly then 12
        else 1 + days_between(add_months(period.first_on, -11), period.last_on)
    end as known_share,
    fits.point_count >= fits.least_count as is_enough,
    fits.slope,
    1 - fits.left_squares / nullif(fits.energy_squares, 0) as explained_share,
    sqrt(fits.left_squares / nullif(fits.freedom, 0)) / nullif(fits.mean_kwh, 0) as variation,
    case
        when fits.point_count >= fits.least_count
            and fits.freedom > 0
            and fits.slope > 0
            and fits.left_squares < (1 - bounds.least_explained_share) * fits.energy_squares
            and sqrt(fits.left_squares / fits.freedom) < bounds.most_variation * fits.mean_kwh
            and fits.slope * fits.slope * fits.degree_day_squares * fits.freedom
                > bounds.least_t * bounds.least_t * fits.left_squares
            then fits.slope
    end as kwh_per_degree_day
from fits
cross join bounds
cross join period
