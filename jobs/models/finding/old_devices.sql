-- Devices beyond the age to reach that take so much more than a new one that replacing them would
-- emit less, the making of the new one counted. Often there are none: then keep them.
-- grain: category
-- source: makers' footprints and typical energy of each class (Boavizta): the carbon of making a
--     new device against the energy that it takes less
-- grade: B
-- facts: devices_beyond_their_age devices, devices_to_replace devices,
--     energy_above_their_class kWh, embodied_of_a_year kgCO2e
-- saves: kwh, kgco2e
with old_devices_known as (
    -- A new device is charged over its planned life at least, over the age to reach at best.
    select
        int_inventory.category,
        int_inventory.quantity,
        coalesce(int_inventory.age_months >= int_inventory.target_age_months, false) as is_old,
        int_inventory.age_months is not null as is_age_known,
        cast(int_inventory.declared_kwh_per_year as double) as declared_kwh,
        cast(energy_factors.value as double) as typical_kwh,
        cast(int_inventory.declared_kwh_per_year as double) - energy_factors.value as extra_kwh,
        cast(int_saving_worth.kgco2e_per_kwh as double) as kgco2e_per_kwh,
        embodied_factors.value * 12
        / cast(
            nullif(
                least(int_inventory.planned_life_months, int_inventory.target_age_months), 0
            ) as double
        ) as high_embodied_kg,
        embodied_factors.value * 12
        / cast(
            nullif(
                greatest(int_inventory.planned_life_months, int_inventory.target_age_months), 0
            ) as double
        ) as low_embodied_kg
    from int_inventory
    cross join int_saving_worth
    left join int_series_factors as energy_factors
        on energy_factors.series = int_inventory.energy_series
        and energy_factors.unit = 'kWh/year'
    left join int_series_factors as embodied_factors
        on embodied_factors.series = int_inventory.embodied_series
        and embodied_factors.unit = 'kgCO2e/device'
    where int_inventory.status = 'in_use'
        and int_inventory.category is not null
        and int_inventory.target_age_months is not null
),
judged_devices as (
    select
        category,
        quantity,
        is_old,
        is_age_known,
        declared_kwh,
        extra_kwh,
        low_embodied_kg,
        extra_kwh * kgco2e_per_kwh - high_embodied_kg as low_kg,
        extra_kwh * kgco2e_per_kwh - low_embodied_kg as high_kg
    from old_devices_known
),
category_sums as (
    select
        category,
        sum(quantity) as device_count,
        sum(case when is_age_known then quantity else 0 end) as aged_count,
        sum(case when is_old then quantity else 0 end) as old_count,
        sum(case when is_old and declared_kwh is not null then quantity else 0 end)
            as declared_count,
        sum(case when is_old and high_kg is not null then quantity else 0 end) as judged_count,
        sum(case when is_old and high_kg > 0 then quantity else 0 end) as worth_count,
        cast(
            sum(exact(case when is_old and high_kg > 0 then extra_kwh * quantity end)) as double
        ) as extra_kwh,
        cast(
            sum(
                exact(case when is_old and high_kg > 0 then low_embodied_kg * quantity end)
            ) as double
        ) as embodied_kg,
        cast(
            sum(exact(case when is_old and high_kg > 0 then low_kg * quantity end)) as double
        ) as low_kg,
        cast(
            sum(exact(case when is_old and high_kg > 0 then high_kg * quantity end)) as double
        ) as high_kg
    from judged_devices
    group by category
),
category_counts as (
    select count(*) as category_count
    from category_sums
)
select
    'category' as scope_kind,
    category as scope_id,
    case
        when worth_count > 0 then null
        when aged_count < settings.minimum_coverage * device_count then 'age_of_devices'
        when declared_count < settings.minimum_coverage * old_count then 'declared_energy'
        when judged_count < settings.minimum_coverage * old_count then 'factors_of_the_class'
    end as missing,
    case
        when worth_count > 0 then true
        when aged_count >= settings.minimum_coverage * device_count
            and judged_count >= settings.minimum_coverage * old_count
            then false
    end as is_found,
    case when aged_count > 0 then old_count end as devices_beyond_their_age,
    case when judged_count > 0 then worth_count end as devices_to_replace,
    extra_kwh as energy_above_their_class,
    embodied_kg as embodied_of_a_year,
    extra_kwh as kwh_low,
    extra_kwh as kwh_high,
    low_kg as kgco2e_low,
    high_kg as kgco2e_high,
    case when old_count > 0 then judged_count / cast(old_count as double) end as coverage
from category_sums
cross join settings
union all
select
    'organisation' as scope_kind,
    'all' as scope_id,
    'inventory' as missing,
    cast(null as boolean) as is_found,
    null as devices_beyond_their_age,
    null as devices_to_replace,
    null as energy_above_their_class,
    null as embodied_of_a_year,
    null as kwh_low,
    null as kwh_high,
    null as kgco2e_low,
    null as kgco2e_high,
    null as coverage
from category_counts
where category_count = 0
