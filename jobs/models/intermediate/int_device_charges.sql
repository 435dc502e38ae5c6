-- What each device is charged of its embodied carbon in the month: an equal part in each month of
-- its planned life, counted from the month of purchase or else of first use, then nothing. One that
-- leaves earlier is charged what remains, unless it is used on elsewhere: then the rest is not this
-- organisation's. The parts are differences of what was charged up to a month, rounded, so that
-- they add up to the whole exactly. Of a refurbished device the carbon of refurbishing is charged.
-- charge_kg is that of one device; null where it is not known, although something may be due.
-- quantity is the number of devices that a row stands for.
-- grain: one row per device of the inventory, or exit, of the month
with left_devices as (
    select
        device_id
    from int_exits
    where device_id is not null
        and route <> 'internal_reuse'
    group by device_id
),
devices as (
    select
        int_inventory.month,
        coalesce(int_inventory.category, 'unknown') as category,
        int_inventory.quantity,
        coalesce(int_inventory.purchased_on, int_inventory.aged_from_on) as charged_from_on,
        int_inventory.planned_life_months,
        decimal_6(embodied_factors.value) as embodied_kg,
        embodied_factors.factor_id,
        false as is_ended
    from int_inventory
    left join left_devices using (device_id)
    left join int_series_factors as embodied_factors
        on embodied_factors.series
            = case
                when int_inventory.condition = 'refurbished'
                    then int_inventory.refurbishing_series
                else int_inventory.embodied_series
            end
        and embodied_factors.unit = 'kgCO2e/device'
    where (int_inventory.status is null or int_inventory.status <> 'disposed')
        and (left_devices.device_id is null or int_inventory.quantity > 1)
    union all
    select
        int_exits.month,
        int_exits.category,
        int_exits.quantity,
        int_exits.charged_from_on,
        int_exits.planned_life_months,
        int_exits.embodied_kg,
        int_exits.embodied_factor_id as factor_id,
        not coalesce(int_disposal_routes.is_reuse, false) as is_ended
    from int_exits
    inner join int_disposal_routes using (route)
    where int_exits.is_in_month
        and int_disposal_routes.is_exit
),
numbered_devices as (
    select
        devices.month,
        devices.category,
        devices.quantity,
        devices.planned_life_months,
        devices.embodied_kg,
        devices.factor_id,
        devices.is_ended,
        whole_months_between(
            cast(month_of(devices.charged_from_on) || '-01' as date),
            period.first_on
        ) + 1 as life_month
    from devices
    cross join period
),
charged_devices as (
    select
        month,
        category,
        quantity,
        factor_id,
        is_ended,
        embodied_kg,
        life_month,
        planned_life_months,
        decimal_6(cast(embodied_kg * life_month as double) / planned_life_months) as charged_kg,
        decimal_6(
            cast(embodied_kg * (life_month - 1) as double) / planned_life_months
        ) as charged_before_kg
    from numbered_devices
)
select
    month,
    category,
    quantity,
    case
        when life_month < 1 or life_month > planned_life_months
            then cast(0 as decimal(18, 6))
        when is_ended then cast(embodied_kg - charged_before_kg as decimal(18, 6))
        else cast(charged_kg - charged_before_kg as decimal(18, 6))
    end as charge_kg,
    case when life_month between 1 and planned_life_months then factor_id end as factor_id
from charged_devices
