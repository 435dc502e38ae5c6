-- What left in the twelve months up to the end of the month, by the log of disposals and, for
-- devices that it does not name, by the day of disposal in the inventory: each device once, on the
-- first day that the log has for it. A group of alike devices may leave in several parts. An entry
-- of internal reuse is kept beside, since the device may leave later.
-- life_years counts from the first use and, where that is not on record, from the purchase; null
-- where neither is, or lies after the exit.
-- mass_kg is that of the row, as recorded or else of its category; likely_mass_kg serves to weigh
-- what is unknown only. embodied_kg is that of one device: of a refurbished one, of refurbishing
-- it.
-- grain: one row per exit; quantity is the number of devices that it stands for
with log_lines as (
    select
        stg_disposals.device_id,
        coalesce(stg_disposals.category, int_known_devices.category) as category,
        coalesce(stg_disposals.route, 'unknown') as route,
        coalesce(stg_disposals.quantity, 1) as quantity,
        stg_disposals.disposed_on,
        coalesce(stg_disposals.first_used_on, int_known_devices.first_used_on) as first_used_on,
        int_known_devices.purchased_on,
        int_known_devices.condition,
        stg_disposals.mass_kg,
        stg_disposals.is_fit_for_reuse,
        stg_disposals.has_wiping_certificate,
        stg_disposals.has_recycling_certificate,
        stg_disposals.receiver_country,
        stg_disposals.device_id is not null
            and coalesce(int_known_devices.quantity, 1) = 1 as is_one_device,
        row_number() over (
            partition by
                stg_disposals.device_id,
                coalesce(stg_disposals.route, 'unknown') = 'internal_reuse'
            order by
                stg_disposals.disposed_on,
                stg_disposals.definition,
                stg_disposals.disposal_id
        ) as turn
    from stg_disposals
    left join int_known_devices using (device_id)
    where stg_disposals.entry is null
        or stg_disposals.entry = 'exit'
),
logged_devices as (
    select
        device_id
    from log_lines
    where device_id is not null
        and route <> 'internal_reuse'
    group by device_id
),
exits as (
    select
        device_id,
        category,
        route,
        quantity,
        disposed_on,
        first_used_on,
        purchased_on,
        condition,
        mass_kg,
        is_fit_for_reuse,
        has_wiping_certificate,
        has_recycling_certificate,
        receiver_country
    from log_lines
    where not is_one_device
        or turn = 1
    union all
    select
        int_known_devices.device_id,
        int_known_devices.category,
        coalesce(int_known_devices.disposal_route, 'unknown') as route,
        int_known_devices.quantity,
        int_known_devices.disposed_on,
        int_known_devices.first_used_on,
        int_known_devices.purchased_on,
        int_known_devices.condition,
        cast(null as decimal(18, 3)) as mass_kg,
        cast(null as boolean) as is_fit_for_reuse,
        cast(null as boolean) as has_wiping_certificate,
        cast(null as boolean) as has_recycling_certificate,
        cast(null as varchar) as receiver_country
    from int_known_devices
    left join logged_devices
        on logged_devices.device_id = int_known_devices.device_id
    where int_known_devices.disposed_on is not null
        and logged_devices.device_id is null
),
dated_exits as (
    select
        period.month,
        exits.device_id,
        coalesce(exits.category, 'unknown') as category,
        exits.route,
        exits.quantity,
        exits.disposed_on,
        exits.disposed_on >= period.first_on as is_in_month,
        exits.first_used_on is not null as is_first_use_known,
        case
            when coalesce(exits.first_used_on, exits.purchased_on) <= exits.disposed_on
                then coalesce(exits.first_used_on, exits.purchased_on)
        end as aged_from_on,
        coalesce(exits.purchased_on, exits.first_used_on) as charged_from_on,
        exits.condition,
        exits.mass_kg,
        exits.is_fit_for_reuse,
        exits.has_wiping_certificate,
        exits.has_recycling_certificate,
        exits.receiver_country
    from exits
    inner join period
        on exits.disposed_on >= add_months(period.first_on, -11)
        and exits.disposed_on <= period.last_on
),
weighed_exits as (
    select
        dated_exits.month,
        dated_exits.device_id,
        dated_exits.category,
        dated_exits.route,
        dated_exits.quantity,
        dated_exits.disposed_on,
        dated_exits.is_in_month,
        dated_exits.is_first_use_known,
        dated_exits.aged_from_on,
        years_between(dated_exits.aged_from_on, dated_exits.disposed_on) as life_years,
        dated_exits.charged_from_on,
        device_profiles.planned_life_months,
        dated_exits.is_fit_for_reuse,
        dated_exits.has_wiping_certificate,
        dated_exits.has_recycling_certificate,
        dated_exits.receiver_country,
        dated_exits.mass_kg is not null as is_mass_recorded,
        coalesce(
            cast(dated_exits.mass_kg as double),
            dated_exits.quantity * mass_factors.value
        ) as mass_kg,
        case when dated_exits.mass_kg is null then mass_factors.factor_id end as mass_factor_id,
        embodied_factors.value as embodied_kg,
        embodied_factors.factor_id as embodied_factor_id
    from dated_exits
    left join device_profiles
        on device_profiles.category_id = dated_exits.category
    left join int_series_factors as mass_factors
        on mass_factors.series = device_profiles.mass_series
        and mass_factors.unit = 'kg/device'
    left join int_series_factors as embodied_factors
        on embodied_factors.series
            = case
                when dated_exits.condition = 'refurbished'
                    then device_profiles.refurbishing_series
                else device_profiles.embodied_series
            end
        and embodied_factors.unit = 'kgCO2e/device'
)
select
    month,
    device_id,
    category,
    route,
    quantity,
    disposed_on,
    is_in_month,
    is_first_use_known,
    aged_from_on,
    decimal_6(life_years) as life_years,
    charged_from_on,
    planned_life_months,
    is_fit_for_reuse,
    has_wiping_certificate,
    has_recycling_certificate,
    receiver_country,
    is_mass_recorded,
    decimal_6(mass_kg) as mass_kg,
    mass_factor_id,
    decimal_6(
        coalesce(
            mass_kg,
            quantity * cast(sum(exact(mass_kg)) over (partition by category) as double)
            / sum(case when mass_kg is not null then quantity end) over (partition by category),
            quantity * cast(sum(exact(mass_kg)) over () as double)
            / sum(case when mass_kg is not null then quantity end) over ()
        )
    ) as likely_mass_kg,
    decimal_6(embodied_kg) as embodied_kg,
    embodied_factor_id
from weighed_exits
