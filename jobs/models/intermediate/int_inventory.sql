-- The inventory at the end of the month: of each definition its latest snapshot, and of devices
-- that report for themselves the latest report of each, unless that is older than inventory
-- max-age; then nothing is known of it. A department that config/ does not know is no department.
-- age_months counts from the first use and, where that is not on record, from the purchase; null
-- where neither is, or lies after the month.
-- quantity is the number of devices that a row stands for.
-- grain: one row per definition and device_id
with usable_snapshots as (
    select
        stg_devices.definition,
        max(stg_devices.observed_on) as observed_on
    from stg_devices
    cross join period
    cross join settings
    where stg_devices.observed_on <= period.last_on
        and days_between(stg_devices.observed_on, period.last_on)
            <= settings.inventory_max_age_days
        and not coalesce(stg_devices.is_own_report, false)
    group by stg_devices.definition
),
last_reports as (
    select
        stg_devices.definition,
        stg_devices.device_id,
        max(stg_devices.observed_on) as observed_on
    from stg_devices
    cross join period
    cross join settings
    where stg_devices.observed_on <= period.last_on
        and days_between(stg_devices.observed_on, period.last_on)
            <= settings.inventory_max_age_days
        and stg_devices.is_own_report
    group by
        stg_devices.definition,
        stg_devices.device_id
),
dated_devices as (
    select
        stg_devices.definition,
        stg_devices.device_id,
        stg_devices.category,
        stg_devices.manufacturer,
        stg_devices.model,
        stg_devices.has_serial,
        stg_devices.status,
        stg_devices.room_id,
        stg_devices.department_id,
        stg_devices.purchased_on,
        stg_devices.condition,
        stg_devices.support_until,
        stg_devices.first_used_on is not null as is_first_use_known,
        coalesce(stg_devices.first_used_on, stg_devices.purchased_on) as aged_from_on,
        stg_devices.declared_kwh_per_year,
        stg_devices.quantity
    from stg_devices
    left join usable_snapshots using (definition, observed_on)
    left join last_reports using (definition, device_id, observed_on)
    where (
            usable_snapshots.definition is not null
            and not coalesce(stg_devices.is_own_report, false)
        )
        or (last_reports.definition is not null and stg_devices.is_own_report)
)
select
    period.month,
    dated_devices.definition,
    dated_devices.device_id,
    dated_devices.category,
    dated_devices.manufacturer,
    dated_devices.model,
    dated_devices.has_serial,
    dated_devices.status,
    dated_devices.room_id,
    departments.department_id,
    dated_devices.purchased_on,
    dated_devices.condition,
    dated_devices.support_until,
    dated_devices.aged_from_on,
    dated_devices.is_first_use_known,
    case
        when dated_devices.aged_from_on <= period.last_on
            then whole_months_between(dated_devices.aged_from_on, period.last_on)
    end as age_months,
    dated_devices.declared_kwh_per_year,
    dated_devices.quantity,
    device_profiles.energy_series,
    device_profiles.assumed_kwh_per_year,
    device_profiles.embodied_series,
    device_profiles.refurbishing_series,
    device_profiles.planned_life_months,
    device_profiles.target_age_months,
    coalesce(device_profiles.is_personal, false) as is_personal
from dated_devices
cross join period
left join device_profiles
    on device_profiles.category_id = dated_devices.category
left join departments using (department_id)
