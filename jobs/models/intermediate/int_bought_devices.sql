-- The devices bought in the month: lines whose category has a profile; others are paper, toner or
-- services. A line that does not say its pieces stands for an unknown number of devices.
-- A device that is not said to be refurbished counts as new, which never understates its carbon.
-- embodied_kg and new_kg are of one device: as bought, and as if it were new.
-- grain: one row per line
select
    period.month,
    stg_purchases.category,
    stg_purchases.quantity,
    stg_purchases.condition,
    case
        when stg_purchases.condition is null or stg_purchases.condition = 'new'
            then embodied_factors.value
        else refurbishing_factors.value
    end as embodied_kg,
    case
        when stg_purchases.condition is null or stg_purchases.condition = 'new'
            then embodied_factors.factor_id
        else refurbishing_factors.factor_id
    end as embodied_factor_id,
    embodied_factors.value as new_kg,
    embodied_factors.factor_id as new_factor_id,
    stg_purchases.mass_kg is not null as is_mass_recorded,
    coalesce(
        cast(stg_purchases.mass_kg as double),
        stg_purchases.quantity * mass_factors.value
    ) as mass_kg,
    case when stg_purchases.mass_kg is null then mass_factors.factor_id end as mass_factor_id,
    cast(stg_purchases.secondary_kg as double) as secondary_kg
from stg_purchases
cross join period
inner join device_profiles
    on device_profiles.category_id = stg_purchases.category
left join int_series_factors as embodied_factors
    on embodied_factors.series = device_profiles.embodied_series
    and embodied_factors.unit = 'kgCO2e/device'
left join int_series_factors as refurbishing_factors
    on refurbishing_factors.series = device_profiles.refurbishing_series
    and refurbishing_factors.unit = 'kgCO2e/device'
left join int_series_factors as mass_factors
    on mass_factors.series = device_profiles.mass_series
    and mass_factors.unit = 'kg/device'
