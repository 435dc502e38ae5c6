-- Devices that left in the twelve months clearly before the age that their class should reach.
-- What is stolen, lost or moved within the organisation says nothing of that.
-- grain: category
-- source: embodied carbon of each class (makers' footprints, Boavizta) over the life that it
--     should have; own definition of early
-- grade: P
-- thresholds: early_age_share
-- facts: devices_that_left_early devices, devices_that_left devices, age_when_they_left months,
--     aimed_age months
-- saves: kgco2e
with left_devices as (
    select
        int_exits.category,
        int_exits.quantity,
        cast(int_exits.life_years as double) * 12 as life_months,
        device_profiles.target_age_months,
        coalesce(
            int_exits.life_years * 12
            < device_profiles.target_age_months * bounds.early_age_share, false
        ) as is_early,
        -- What is handed on may go on serving somebody: at least, its carbon is not lost.
        case
            when int_exits.route in ('parts_harvest', 'recycling', 'energy_recovery', 'landfill')
                then 1
            else 0
        end as lost_share,
        cast(int_exits.embodied_kg as double) as embodied_kg,
        greatest(
            1 - int_exits.life_years * 12
            / cast(
                nullif(
                    least(
                        device_profiles.planned_life_months, device_profiles.target_age_months
                    ), 0
                ) as double
            ), 0
        ) as low_unused_share,
        greatest(
            1 - int_exits.life_years * 12
            / cast(
                nullif(
                    greatest(
                        device_profiles.planned_life_months, device_profiles.target_age_months
                    ), 0
                ) as double
            ), 0
        ) as high_unused_share
    from int_exits
    inner join int_exit_months using (month)
    inner join device_profiles
        on device_profiles.category_id = int_exits.category
    cross join bounds
    where int_exits.route not in ('internal_reuse', 'lost')
        and device_profiles.target_age_months is not null
),
category_sums as (
    select
        category,
        sum(quantity) as left_count,
        sum(case when life_months is not null then quantity else 0 end) as known_count,
        sum(case when is_early then quantity else 0 end) as early_count,
        sum(case when is_early and embodied_kg is null then quantity else 0 end) as unknown_count,
        cast(
            sum(exact(case when is_early then life_months * quantity end)) as double
        ) as early_months,
        max(target_age_months) as target_age_months,
        cast(
            sum(
                exact(
                    case
                        when is_early then embodied_kg * low_unused_share * lost_share * quantity
                    end
                )
            ) as double
        ) as low_kg,
        cast(
            sum(
                exact(case when is_early then embodied_kg * high_unused_share * quantity end)
            ) as double
        ) as high_kg
    from left_devices
    group by category
),
judged_categories as (
    select
        category_sums.category,
        category_sums.left_count,
        category_sums.known_count,
        category_sums.early_count,
        category_sums.unknown_count,
        category_sums.early_months,
        category_sums.target_age_months,
        category_sums.low_kg,
        category_sums.high_kg,
        case
            when category_sums.early_count > 0 then true
            when category_sums.known_count
                >= settings.minimum_coverage * category_sums.left_count
                then false
        end as is_found
    from category_sums
    cross join settings
),
exit_counts as (
    select
        (select count(*) from int_exit_months) as month_count,
        count(case when coalesce(is_found, true) then 1 end) as told_count
    from judged_categories
)
select
    'category' as scope_kind,
    category as scope_id,
    case
        when is_found is null then 'age_of_what_left'
        when is_found and unknown_count = early_count then 'embodied_carbon_of_the_class'
    end as missing,
    is_found,
    case when known_count > 0 then early_count end as devices_that_left_early,
    left_count as devices_that_left,
    early_months / nullif(early_count, 0) as age_when_they_left,
    target_age_months as aimed_age,
    low_kg as kgco2e_low,
    -- Where the carbon of some is not known, there is more of it.
    case when unknown_count = 0 then high_kg end as kgco2e_high,
    known_count / nullif(cast(left_count as double), 0) as coverage
from judged_categories
where coalesce(is_found, true)
union all
select
    'organisation' as scope_kind,
    'all' as scope_id,
    case when month_count = 0 then 'what_left' end as missing,
    case when month_count > 0 then false end as is_found,
    null as devices_that_left_early,
    null as devices_that_left,
    null as age_when_they_left,
    null as aimed_age,
    null as kgco2e_low,
    null as kgco2e_high,
    cast(null as double) as coverage
from exit_counts
where told_count = 0
