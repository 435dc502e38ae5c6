-- The devices that spared a new one in the month: refurbished ones that were bought, and those of
-- the organisation that went to another user. avoided_kg is the carbon of a new device less that of
-- refurbishing, of one device; null where either is not known. A device that only changes hands is
-- not refurbished.
-- quantity is the number of devices that a row stands for; null where a line of purchase lacks it.
-- grain: one row per line of purchase, ticket or entry
select
    month,
    category,
    quantity,
    new_kg - embodied_kg as avoided_kg,
    new_factor_id,
    embodied_factor_id as refurbishing_factor_id
from int_bought_devices
where condition = 'refurbished'
union all
select
    int_redeployments.month,
    int_redeployments.category,
    int_redeployments.quantity,
    new_factors.value as avoided_kg,
    new_factors.factor_id as new_factor_id,
    cast(null as varchar) as refurbishing_factor_id
from int_redeployments
left join device_profiles
    on device_profiles.category_id = int_redeployments.category
left join int_series_factors as new_factors
    on new_factors.series = device_profiles.embodied_series
    and new_factors.unit = 'kgCO2e/device'
